import { EVALUATION_TABLES } from './air/composite-index.ts';
import { AIR_LIMIT_TABLES } from './air/gb3095.ts';
import { AQI_TABLES } from './air/iaqi.ts';
import { VALIDITY_TABLES } from './air/validity.ts';
import {
  BEAUFORT,
  CONTROL_UNITS,
  DIVISION_KINDS,
  GB_11643,
  GB_11714,
  GB_32100,
  GCJ_02,
} from './codes/codes.table.ts';
import { GB_18918_AMENDMENT } from './discharge/gb18918-amendment.table.ts';
import { KITCHEN_TABLES } from './discharge/kitchen.ts';
import { LIVESTOCK_TABLES } from './discharge/livestock.ts';
import { SEWAGE_PLANT_TABLES } from './discharge/sewage-plant.ts';
import { WASTE_WATER_TABLES } from './discharge/waste-water.ts';
import type { StandardHeader } from './edition.ts';
import { FIRE_WEATHER } from './fire/fire-weather.table.ts';
import { HEILONGJIANG_2020, LYT_1172_RECOLLECTED } from './fire/forest-fire.table.ts';
import { FOREST_FIRE_TABLES } from './fire/forest-fire-grade.ts';
import { EMERGENCY_TABLES, FIRE_CLASS_TABLES, FIRE_SIGNAL_TABLES, POLLUTION_PLANS } from './fire/warning.ts';
import { PROTOCOL_NAMES, PROTOCOL_TABLES } from './hj212/protocol.table.ts';
import { NOISE_TABLES } from './noise/noise-limit.ts';
import { CONSTRUCTION_LAND_TABLES } from './soil/construction-land.ts';
import { FARMLAND_TABLES } from './soil/farmland.ts';
import { SOIL_INDEX_TABLES } from './soil/soil-index.ts';
import { RURAL_BLACK_ODOROUS_TABLES, URBAN_BLACK_ODOROUS_TABLES } from './water/black-odorous.ts';
import { DRINKING_WATER_TABLES } from './water/drinking-water.ts';
import { SURFACE_TABLES } from './water/gb3838.ts';
import { GROUNDWATER_TABLES } from './water/groundwater.ts';
import { SURFACE_EVALUATION_TABLES } from './water/river-level.ts';
import { TROPHIC_TABLES } from './water/trophic.ts';
import { CWQI_2017, NEMEROW_WATER } from './water/water-index.table.ts';

export { isLimitTable, marksOf } from './marks.ts';

/** A series of editions of one standard, what the package does with it, and the tests that show it. */
export interface CatalogueEntry {
  readonly field: 'air' | 'water' | 'soil' | 'noise' | 'discharge' | 'fire' | 'hj212' | 'codes';
  readonly editions: readonly StandardHeader[];
  readonly implemented: string;
  /** Test files below `src`. */
  readonly tests: readonly string[];
}

/** Every table of the package. */
export const CATALOGUE: readonly CatalogueEntry[] = [
  {
    field: 'air',
    editions: AQI_TABLES,
    implemented: 'iaqi, hourlyAqi, dailyAqi, aqiLevel',
    tests: ['air/aqi.test.ts', 'air/aqi-rules.test.ts', 'air/prsa.test.ts'],
  },
  {
    field: 'air',
    editions: AIR_LIMIT_TABLES,
    implemented: 'airLimit, airExceedance',
    tests: ['air/air.test.ts'],
  },
  {
    field: 'air',
    editions: VALIDITY_TABLES,
    implemented: 'dailyMean, monthlyMean, annualMean, sliding8h, sliding24h, mda8, validityMinimum',
    tests: ['air/air.test.ts', 'air/prsa.test.ts'],
  },
  {
    field: 'air',
    editions: EVALUATION_TABLES,
    implemented: 'percentile, yearAttainment, compositeIndex, goodDays',
    tests: ['air/air.test.ts', 'air/aqi.test.ts'],
  },
  {
    field: 'water',
    editions: SURFACE_TABLES,
    implemented: 'surfaceClass, surfaceLimit, drinkingSource',
    tests: ['water/water.test.ts', 'water/sources.test.ts', 'water/stations.test.ts'],
  },
  {
    field: 'water',
    editions: SURFACE_EVALUATION_TABLES,
    implemented: 'surfaceClass, riverLevel, fewSectionsLevel, basinMainPollutants, targetCompliance',
    tests: ['water/water.test.ts', 'water/river-level.test.ts'],
  },
  { field: 'water', editions: TROPHIC_TABLES, implemented: 'trophicState', tests: ['water/water.test.ts'] },
  {
    field: 'water',
    editions: URBAN_BLACK_ODOROUS_TABLES,
    implemented: 'urbanBlackOdorous, urbanBlackOdorousBody',
    tests: ['water/sources.test.ts'],
  },
  {
    field: 'water',
    editions: RURAL_BLACK_ODOROUS_TABLES,
    implemented: 'ruralBlackOdorous',
    tests: ['water/sources.test.ts'],
  },
  {
    field: 'water',
    editions: [CWQI_2017],
    implemented: 'cwqi, cityCwqi, cwqiChange',
    tests: ['water/water.test.ts'],
  },
  {
    field: 'water',
    editions: [NEMEROW_WATER],
    implemented: 'nemerowWaterIndex',
    tests: ['water/sources.test.ts'],
  },
  {
    field: 'water',
    editions: GROUNDWATER_TABLES,
    implemented: 'groundwaterClass',
    tests: ['water/sources.test.ts'],
  },
  {
    field: 'water',
    editions: DRINKING_WATER_TABLES,
    implemented: 'drinkingWaterItem',
    tests: ['water/sources.test.ts'],
  },
  { field: 'soil', editions: FARMLAND_TABLES, implemented: 'farmlandCategory', tests: ['soil/soil.test.ts'] },
  {
    field: 'soil',
    editions: CONSTRUCTION_LAND_TABLES,
    implemented: 'constructionLandItem',
    tests: ['soil/soil.test.ts'],
  },
  {
    field: 'soil',
    editions: SOIL_INDEX_TABLES,
    implemented: 'soilNemerow, soilSingleGrade',
    tests: ['soil/soil.test.ts'],
  },
  {
    field: 'noise',
    editions: NOISE_TABLES.environment,
    implemented: 'noiseLimit, judgeNoise, noisePeriod, nightMaximumAllowance',
    tests: ['noise/noise.test.ts'],
  },
  {
    field: 'noise',
    editions: NOISE_TABLES.industry,
    implemented: 'noiseLimit, judgeNoise, indoorLimit, withoutBackground',
    tests: ['noise/noise.test.ts'],
  },
  {
    field: 'noise',
    editions: NOISE_TABLES.community,
    implemented: 'noiseLimit, judgeNoise, indoorLimit, withoutBackground',
    tests: ['noise/noise.test.ts'],
  },
  {
    field: 'noise',
    editions: NOISE_TABLES.construction,
    implemented: 'noiseLimit, judgeNoise, withoutBackground',
    tests: ['noise/noise.test.ts'],
  },
  {
    field: 'discharge',
    editions: SEWAGE_PLANT_TABLES,
    implemented: 'sewageEffluent, sewagePlantAir',
    tests: ['discharge/discharge.test.ts'],
  },
  {
    field: 'discharge',
    editions: [GB_18918_AMENDMENT],
    implemented: 'sewageEffluent (refuses small town plants)',
    tests: ['discharge/discharge.test.ts'],
  },
  {
    field: 'discharge',
    editions: WASTE_WATER_TABLES,
    implemented: 'wasteWater, wasteWaterSectors',
    tests: ['discharge/discharge.test.ts'],
  },
  {
    field: 'discharge',
    editions: LIVESTOCK_TABLES,
    implemented: 'livestockDischarge, livestockScale, livestockDrainage, asPigs',
    tests: ['discharge/discharge.test.ts'],
  },
  {
    field: 'discharge',
    editions: KITCHEN_TABLES,
    implemented: 'kitchenFume, kitchenScale',
    tests: ['discharge/discharge.test.ts'],
  },
  {
    field: 'fire',
    editions: [FIRE_WEATHER],
    implemented: 'fireWeather, initialSpread, buildUp, fireWeatherIndex, dailySeverity, overwinteredDc',
    tests: ['fire/fire-weather.test.ts'],
  },
  {
    field: 'fire',
    editions: FOREST_FIRE_TABLES,
    implemented: 'forestFireGrade',
    tests: ['fire/forest-fire.test.ts'],
  },
  {
    field: 'fire',
    editions: [LYT_1172_RECOLLECTED],
    implemented: 'forestFireGrade (component tables, replaceable)',
    tests: ['fire/forest-fire.test.ts'],
  },
  {
    field: 'fire',
    editions: [HEILONGJIANG_2020],
    implemented: 'forestFireGrade (local scheme)',
    tests: ['fire/forest-fire.test.ts'],
  },
  {
    field: 'fire',
    editions: POLLUTION_PLANS,
    implemented: 'pollutionWarning',
    tests: ['fire/forest-fire.test.ts'],
  },
  {
    field: 'fire',
    editions: FIRE_SIGNAL_TABLES,
    implemented: 'fireSignal',
    tests: ['fire/forest-fire.test.ts'],
  },
  {
    field: 'fire',
    editions: FIRE_CLASS_TABLES,
    implemented: 'fireClass',
    tests: ['fire/forest-fire.test.ts'],
  },
  {
    field: 'fire',
    editions: EMERGENCY_TABLES,
    implemented: 'emergencyColour',
    tests: ['fire/forest-fire.test.ts'],
  },
  {
    field: 'hj212',
    editions: PROTOCOL_TABLES,
    implemented:
      'FrameSplitter, decodeFrame, encodeFrame, encodePackets, PacketAssembler, requestAnswer, executionResult, noticeAnswer, dataAnswer',
    tests: ['hj212/hj212.test.ts', 'hj212/splitter.test.ts', 'hj212/mutation.test.ts'],
  },
  {
    field: 'hj212',
    editions: [PROTOCOL_NAMES],
    implemented: 'readingsOf, factorOf',
    tests: ['hj212/hj212.test.ts', 'hj212/protocol.test.ts'],
  },
  {
    field: 'codes',
    editions: [GB_32100],
    implemented: 'checkCreditCode, organisationCodeOf',
    tests: ['codes/codes.test.ts'],
  },
  {
    field: 'codes',
    editions: [GB_11714],
    implemented: 'checkOrganisationCode',
    tests: ['codes/codes.test.ts'],
  },
  {
    field: 'codes',
    editions: [GB_11643],
    implemented: 'checkIdNumber, maskIdNumber',
    tests: ['codes/codes.test.ts'],
  },
  {
    field: 'codes',
    editions: [DIVISION_KINDS],
    implemented: 'divisionOf, parentDivision, divisionAt',
    tests: ['codes/codes.test.ts'],
  },
  { field: 'codes', editions: [CONTROL_UNITS], implemented: 'controlUnitOf', tests: ['codes/codes.test.ts'] },
  {
    field: 'codes',
    editions: [GCJ_02],
    implemented: 'gcj02FromWgs84, wgs84FromGcj02, bd09FromGcj02, gcj02FromBd09 and their pairs',
    tests: ['codes/codes.test.ts'],
  },
  { field: 'codes', editions: [BEAUFORT], implemented: 'beaufortForce', tests: ['codes/codes.test.ts'] },
];

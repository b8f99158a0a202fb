export { StandardRefusal } from '../refusal.ts';
export { type MgPerL, mgPerL, mgPerLFromUgPerL } from '../units/concentration.ts';
export {
  type BlackOdorousGrade,
  type BlackOdorousPoint,
  type PointJudgement,
  ruralBlackOdorous,
  urbanBlackOdorous,
  urbanBlackOdorousBody,
} from './black-odorous.ts';
export {
  drinkingSource,
  type ProtectionZone,
  type SourceJudgement,
  sourceCompliance,
} from './drinking-source.ts';
export { DRINKING_WATER_TABLES, type DrinkingWaterItem, drinkingWaterItem } from './drinking-water.ts';
export { SURFACE_TABLES, type WaterBody, type WaterClass } from './gb3838.ts';
export {
  GROUNDWATER_TABLES,
  type GroundwaterClass,
  type GroundwaterJudgement,
  type GroundwaterValue,
  groundwaterClass,
} from './groundwater.ts';
export {
  basinMainPollutants,
  countSections,
  fewSectionsLevel,
  meanSample,
  riverLevel,
  type SectionCounts,
  type ShareJudgement,
} from './river-level.ts';
export { type BelowDetection, printedValue, type WaterSample } from './sample.ts';
export {
  type MainPollutant,
  type SurfaceJudgement,
  surfaceClass,
  surfaceKeys,
  surfaceLimit,
} from './surface-class.ts';
export type { SurfaceItem } from './surface-water.table.ts';
export { type TargetCompliance, type TargetSection, targetCompliance } from './target-compliance.ts';
export type { TrophicItem } from './trophic.table.ts';
export { type TrophicSample, type TrophicState, trophicState } from './trophic.ts';
export { cityCwqi, cwqi, cwqiChange, nemerowWaterIndex, type WaterIndex } from './water-index.ts';

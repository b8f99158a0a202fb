export { StandardRefusal } from '../refusal.ts';
export {
  type MgPerM3,
  mgPerM3,
  mgPerM3FromUgPerM3,
  type UgPerM3,
  ugPerM3,
  ugPerM3FromMgPerM3,
} from '../units/concentration.ts';
export { type AqiLevel, aqiLevel } from './aqi-level.ts';
export {
  type AqiReport,
  type DailyAir,
  dailyAqi,
  type HourlyAir,
  hourlyAqi,
  type ReportOptions,
} from './aqi-report.ts';
export type {
  AirItem,
  AqiLevelRow,
  AqiTable,
  AveragingPeriod,
  BreakpointRow,
  Pollutant,
} from './aqi-table.ts';
export { type DailyValues, type ItemAttainment, type YearAttainment, yearAttainment } from './attainment.ts';
export { cityMean } from './city-mean.ts';
export {
  type CompositeConfiguration,
  type CompositeIndex,
  compositeIndex,
  EVALUATION_TABLES,
  type PeriodStatistics,
} from './composite-index.ts';
export {
  AIR_LIMIT_TABLES,
  type AirExceedance,
  type AirLimit,
  type AirLimitPeriod,
  type AirZone,
  airExceedance,
  airLimit,
} from './gb3095.ts';
export { type AqiDay, type ExceptionalEvent, type GoodDays, goodDays } from './good-days.ts';
export { AQI_TABLES, type ConcentrationOf, iaqi, type SubIndex } from './iaqi.ts';
export { type DailyMaximum8h, mda8 } from './mda8.ts';
export {
  type AirMean,
  annualMean,
  dailyMean,
  monthlyMean,
  type Series,
  sliding8h,
  sliding24h,
  slidingMeans,
} from './means.ts';
export { percentile } from './percentile.ts';
export type { ValidityRule } from './validity.table.ts';
export { VALIDITY_TABLES, type ValidityMinimum, validityMinimum } from './validity.ts';

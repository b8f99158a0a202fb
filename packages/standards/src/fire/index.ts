export { StandardRefusal } from '../refusal.ts';
export {
  buildUp,
  dailySeverity,
  type FireWeather,
  type FireWeatherDay,
  fireWeather,
  fireWeatherBasis,
  fireWeatherIndex,
  initialSpread,
  type MoistureCodes,
  overwinteredDc,
  START_CODES,
} from './fire-weather.ts';
export { type ForestFireScheme, HEILONGJIANG_2020, LYT_1172_RECOLLECTED } from './forest-fire.table.ts';
export { type ForestFireDay, type ForestFireGrade, forestFireGrade } from './forest-fire-grade.ts';
export type { PollutionPlan, WarningColour } from './warning.table.ts';
export {
  emergencyColour,
  fireClass,
  fireSignal,
  POLLUTION_PLANS,
  type PollutionWarning,
  pollutionWarning,
} from './warning.ts';

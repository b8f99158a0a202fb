export * from './air/index.ts';
export { chinaDay, daysBetween, daysInMonth, isDay } from './calendar/china-day.ts';
export * from './codes/index.ts';
export * from './discharge/index.ts';
export { type Basis, type Mark, NEWEST, type StandardHeader, type When } from './edition.ts';
export * from './fire/index.ts';
export * from './hj212/index.ts';
export {
  findLimit,
  findLimits,
  type LimitQuery,
  type LimitRow,
  type LimitTable,
  limitBasis,
  limitRows,
} from './limit-table.ts';
export * from './noise/index.ts';
export { type RefusalCode, StandardRefusal } from './refusal.ts';
export { exactMean, roundedMean, roundHalfEven } from './rounding.ts';
export * from './soil/index.ts';
export * from './units/concentration.ts';
export * from './water/index.ts';

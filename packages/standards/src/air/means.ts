import { daysInMonth } from '../calendar/china-day.ts';
import type { Basis, When } from '../edition.ts';
import { StandardRefusal } from '../refusal.ts';
import { exactMean, roundedMean } from '../rounding.ts';
import { nonNegative } from '../units/concentration.ts';
import type { ValidityRule } from './validity.table.ts';
import { validityMinimum } from './validity.ts';

/** A mean of air data. Values keep their unit. */
export interface AirMean {
  /** Rounded by GB/T 8170; null when there are too few data. */
  readonly value: number | null;
  /** Not rounded; null when there are no data at all. */
  readonly unrounded: number | null;
  readonly valid: boolean;
  readonly count: number;
  readonly needed: number;
  readonly basis: Basis;
}

/** Hourly or daily values in order; null = missing. */
export type Series = readonly (number | null)[];

const LEAP_YEAR = 2024;

/** Decimals kept: µg/m³ whole numbers, CO (mg/m³) one decimal. */
export type Decimals = 0 | 1;

function presentIn(series: Series): number[] {
  const values: number[] = [];
  for (const value of series)
    if (value !== null && value !== undefined) values.push(nonNegative(value, '浓度'));
  return values;
}

function meanBy(series: Series, rule: ValidityRule, decimals: Decimals, when: When): AirMean {
  const values = presentIn(series);
  const { minimum, basis } = validityMinimum(rule, when);
  const valid = values.length >= minimum;
  const value = valid ? roundedMean(values, decimals) : null;
  return { value, unrounded: exactMean(values), valid, count: values.length, needed: minimum, basis };
}

function ofLength(series: Series, length: number, field: string): void {
  if (series.length !== length) {
    throw new StandardRefusal(
      'out-of-range',
      field,
      `${field} 应有 ${length} 个值（缺测填 null），实有 ${series.length} 个`,
    );
  }
}

/**
 * Daily mean of 24 hourly means; valid from 20. Missing hours are null, never 0.
 * Errors: `out-of-range` for another number of hours, `not-a-number`, `not-finite`, `negative`.
 * @source GB 3095-2026 表4
 */
export function dailyMean(hours: Series, decimals: Decimals, when: When): AirMean {
  ofLength(hours, 24, 'hours');
  return meanBy(hours, 'day-hours', decimals, when);
}

/**
 * Sliding 8 h mean that ends with the last of 8 hourly means; valid from 6. Missing data and errors as `dailyMean`.
 * @source GB 3095-2026 表4
 */
export function sliding8h(hours: Series, decimals: Decimals, when: When): AirMean {
  ofLength(hours, 8, 'hours');
  return meanBy(hours, 'o3-8h-hours', decimals, when);
}

/**
 * Sliding 24 h mean that ends with the last of 24 hourly means; valid from 20 (recollected). Missing data and errors as `dailyMean`.
 * @source GB 3095-2026 表4
 */
export function sliding24h(hours: Series, decimals: Decimals, when: When): AirMean {
  ofLength(hours, 24, 'hours');
  return meanBy(hours, 'sliding-24h-hours', decimals, when);
}

/** All sliding means of a long series: entry i ends with hour i; null before the window is full. */
export function slidingMeans(
  hours: Series,
  windowHours: 8 | 24,
  decimals: Decimals,
  when: When,
): (AirMean | null)[] {
  const mean = windowHours === 8 ? sliding8h : sliding24h;
  return hours.map((_, i) =>
    i + 1 < windowHours ? null : mean(hours.slice(i + 1 - windowHours, i + 1), decimals, when),
  );
}

/** Days a month (1 to 12) may have: one number, February two. */
function monthLengths(month: number): readonly number[] {
  const lengths = [LEAP_YEAR, LEAP_YEAR + 1].map((year) => daysInMonth(year, month));
  if (!Number.isInteger(month) || lengths.includes(0))
    throw new StandardRefusal('out-of-range', 'month', `月份应为 1 至 12，实为 ${month}`);
  return lengths;
}

/**
 * Monthly mean of daily means; valid from 27 days (February 25). Missing days are null.
 * Errors: `out-of-range` when the month is none or the number of days is not the month's.
 * @source GB 3095-2026 表4
 */
export function monthlyMean(days: Series, month: number, decimals: Decimals, when: When): AirMean {
  const lengths = monthLengths(month);
  if (!lengths.includes(days.length))
    throw new StandardRefusal(
      'out-of-range',
      'days',
      `${month} 月应有 ${[...new Set(lengths)].reverse().join(' 或 ')} 个日均值（缺测填 null），实有 ${days.length} 个`,
    );
  return meanBy(days, month === 2 ? 'february-days' : 'month-days', decimals, when);
}

/**
 * Annual mean of daily means given by month (12 lists); valid from 324 days and the least number in every month.
 * Errors: `out-of-range` when there are not 12 months.
 * @source GB 3095-2026 表4
 */
export function annualMean(
  months: readonly Series[],
  decimals: Decimals,
  when: When,
): AirMean & { readonly weakMonths: readonly number[] } {
  if (months.length !== 12)
    throw new StandardRefusal(
      'out-of-range',
      'months',
      `年均值需要 12 个月的日均值，实有 ${months.length} 个月`,
    );
  const weakMonths = months.flatMap((days, i) =>
    monthlyMean(days, i + 1, decimals, when).valid ? [] : [i + 1],
  );
  const year = meanBy(months.flat(), 'year-days', decimals, when);
  const valid = year.valid && weakMonths.length === 0;
  return { ...year, valid, value: valid ? year.value : null, weakMonths };
}

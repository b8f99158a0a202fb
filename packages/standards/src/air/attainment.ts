import { type Basis, basisOf, editionFor, type When } from '../edition.ts';
import { StandardRefusal } from '../refusal.ts';
import { roundedMean, roundHalfEven } from '../rounding.ts';
import { nonNegative } from '../units/concentration.ts';
import { EVALUATION_TABLES, limitsOf } from './composite-index.ts';
import type { EvaluationItem } from './evaluation.table.ts';
import { type AirExceedance, airExceedance } from './gb3095.ts';
import { percentile } from './percentile.ts';

/** Daily values of a year per item (O₃: MDA8); µg/m³, CO mg/m³. Null = no valid value that day. */
export type DailyValues = Readonly<Record<EvaluationItem['item'], readonly (number | null)[]>>;

/** Judgement of one item of a year. */
export interface ItemAttainment {
  readonly item: EvaluationItem['item'];
  readonly days: number;
  readonly percentileRank: number;
  readonly percentile: AirExceedance & { readonly value: number };
  /** null for CO and O₃, which are judged by percentile only. */
  readonly mean: (AirExceedance & { readonly value: number }) | null;
  readonly attained: boolean;
}

/** Judgement of a year. `attained` = every item meets level 2. */
export interface YearAttainment {
  readonly attained: boolean;
  readonly items: readonly ItemAttainment[];
  readonly basis: Basis;
}

function judged(
  item: EvaluationItem,
  period: EvaluationItem['percentilePeriod'],
  value: number,
  limits: When,
): AirExceedance & { value: number } {
  return { value, ...airExceedance(item.item, period, value, 2, limits) };
}

function judgeItem(
  item: EvaluationItem,
  daily: readonly (number | null)[] | undefined,
  decimals: 0 | 1,
  limits: When,
): ItemAttainment {
  const values = (daily ?? [])
    .filter((value): value is number => value !== null && value !== undefined)
    .map((value) => nonNegative(value, item.item));
  if (values.length === 0)
    throw new StandardRefusal('nothing-to-judge', item.item, `${item.item} 没有有效日值，不能评价`);
  const high = judged(
    item,
    item.percentilePeriod,
    roundHalfEven(percentile(values, item.percentile), decimals),
    limits,
  );
  const mean = item.meanPeriod
    ? judged(item, item.meanPeriod, roundedMean(values, decimals) as number, limits)
    : null;
  return {
    item: item.item,
    days: values.length,
    percentileRank: item.percentile,
    percentile: high,
    mean,
    attained: !high.over && !mean?.over,
  };
}

/**
 * Whether a year meets level 2 of GB 3095: annual means and percentiles of all six items.
 * Values are rounded to whole µg/m³ (CO 0.1 mg/m³) before the comparison. The number of days is reported, not judged: see `annualMean`.
 * `limits` picks the GB 3095 edition (default: by the same date, or the one that belongs to the edition). Errors: `nothing-to-judge` for an item without a value,
 * `not-a-number`, `not-finite`, `negative`.
 * @source HJ 663-2013 表1 (recollected)
 */
export function yearAttainment(daily: DailyValues, when: When, limits?: When): YearAttainment {
  const table = editionFor(EVALUATION_TABLES, when);
  const against = limits ?? limitsOf(table, when);
  const items = table.items.map((item) =>
    judgeItem(item, daily[item.item], table.decimals[item.item], against),
  );
  return { attained: items.every((item) => item.attained), items, basis: basisOf(table, '表1', 'memory') };
}

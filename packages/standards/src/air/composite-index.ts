import { type Basis, basisOf, editionFor, type When } from '../edition.ts';
import { StandardRefusal } from '../refusal.ts';
import { roundHalfEven } from '../rounding.ts';
import { type MgPerM3, nonNegative, type UgPerM3 } from '../units/concentration.ts';
import { type EvaluationItem, type EvaluationTable, HJ_663_2013, HJ_663_2026 } from './evaluation.table.ts';
import { airLimit } from './gb3095.ts';

/** The editions of the evaluation rule, oldest first. */
export const EVALUATION_TABLES: readonly EvaluationTable[] = [HJ_663_2013, HJ_663_2026];

/** Statistics of a period: means of SO₂, NO₂, PM10, PM2.5 (µg/m³), CO 95th percentile (mg/m³), O₃ 90th percentile of MDA8 (µg/m³). */
export interface PeriodStatistics {
  readonly so2: UgPerM3;
  readonly no2: UgPerM3;
  readonly pm10: UgPerM3;
  readonly pm25: UgPerM3;
  readonly co: MgPerM3;
  readonly o3: UgPerM3;
}

/** Local choices for the 2026 index, whose text has not been read. */
export interface CompositeConfiguration {
  readonly weights?: Readonly<Partial<Record<EvaluationItem['item'], number>>>;
  readonly divisor?: number;
  readonly limitEdition?: string;
}

/** 环境空气质量综合指数; smaller is better. */
export interface CompositeIndex {
  readonly index: number;
  /** Weighted single index of each item, before the divisor. */
  readonly items: Readonly<Record<EvaluationItem['item'], number>>;
  /** Share of each item in the sum, 0 to 1; 0 when the sum is 0. */
  readonly shares: Readonly<Record<EvaluationItem['item'], number>>;
  readonly basis: Basis;
}

/** Which GB 3095 limits an evaluation compares with: those named, else those of the date, else those that belong to the edition. */
export function limitsOf(table: EvaluationTable, when: When, named?: string): When {
  if (named !== undefined) return { edition: named };
  return 'on' in when ? when : { edition: table.limitEdition };
}

function weightOf(item: EvaluationItem, chosen: CompositeConfiguration): number {
  return nonNegative(chosen.weights?.[item.item] ?? item.weight, `weights.${item.item}`);
}

function singleIndex(table: EvaluationTable, item: EvaluationItem, value: unknown, limits: When): number {
  if (value === null || value === undefined) {
    throw new StandardRefusal('missing-input', item.item, `缺少 ${item.item} 的统计值，综合指数需要六项齐全`);
  }
  const limit = airLimit(item.item, item.meanPeriod ?? item.percentilePeriod, 2, limits);
  const single = nonNegative(value, item.item) / limit.limit;
  return table.indexDecimals === null ? single : roundHalfEven(single, table.indexDecimals);
}

/**
 * Composite index I = Σ weight · C/S ÷ divisor over six items, S = level 2 limits.
 * 2013: weights and divisor 1, fixed. 2026: weights from a single source, configurable, each C/S kept to 3 decimals.
 * S is taken by the date, or with an edition from the limits that belong to it (2012, 2026-transition).
 * Missing data: refused (`missing-input`). Errors: `not-a-number`, `not-finite`, `negative`, `out-of-range` for a divisor of 0.
 * @source 环办监测[2018]19号; HJ 663-2026 (unverified)
 */
export function compositeIndex(
  statistics: PeriodStatistics,
  when: When,
  configuration: CompositeConfiguration = {},
): CompositeIndex {
  const table = editionFor(EVALUATION_TABLES, when);
  const fixed = table.edition === '2013';
  const chosen = fixed ? {} : configuration;
  const divisor = chosen.divisor ?? table.divisor;
  if (!(divisor > 0)) throw new StandardRefusal('out-of-range', 'divisor', '除数必须大于 0');
  const limits = limitsOf(table, when, chosen.limitEdition);
  const entries = table.items.map((item) => {
    const single = singleIndex(table, item, statistics[item.item], limits);
    return [item.item, weightOf(item, chosen) * single] as const;
  });
  const sum = entries.reduce((total, [, index]) => total + index, 0);
  const items = Object.fromEntries(entries) as CompositeIndex['items'];
  const shares = Object.fromEntries(
    entries.map(([item, index]) => [item, sum === 0 ? 0 : index / sum]),
  ) as CompositeIndex['shares'];
  const mark = fixed ? 'two-sources' : 'single-source';
  return {
    index: sum / divisor,
    items,
    shares,
    basis: basisOf(table, fixed ? '环办监测[2018]19号' : '综合指数', mark, fixed ? {} : { note: table.note }),
  };
}

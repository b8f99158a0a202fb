// biome-ignore-all format: one item of the standard a line
import type { Mark, StandardHeader } from '../edition.ts';
import type { AirLimitPeriod } from './gb3095.ts';

/** An item of the composite index: which statistic, divided by which limit, with which weight. */
export interface EvaluationItem {
  readonly item: 'so2' | 'no2' | 'pm10' | 'pm25' | 'co' | 'o3';
  /** Percentile of the daily values (O₃: of the daily maximum 8 h means). */
  readonly percentile: number;
  readonly percentilePeriod: AirLimitPeriod;
  /** Period of the mean that is judged too; null = percentile only. */
  readonly meanPeriod: AirLimitPeriod | null;
  readonly weight: number;
  readonly clause: string;
  readonly mark: Mark;
}

/** An edition of the evaluation rule. */
export interface EvaluationTable extends StandardHeader {
  readonly items: readonly EvaluationItem[];
  /** The sum is divided by this. */
  readonly divisor: number;
  readonly divisorMark: Mark;
  /** Decimals of each single index; null = not rounded. */
  readonly indexDecimals: number | null;
  /** The GB 3095 edition whose level 2 limits divide. */
  readonly limitEdition: string;
  /** A day is good up to this AQI. */
  readonly goodUpTo: number;
  /** Decimals of means and percentiles before they are compared with a limit. */
  readonly decimals: Readonly<Record<EvaluationItem['item'], 0 | 1>>;
}

/** µg/m³ whole, CO (mg/m³) one decimal. */
const DECIMALS = { so2: 0, no2: 0, pm10: 0, pm25: 0, co: 1, o3: 0 } as const;

/** Evaluation by HJ 663-2013 and the composite index of 环办监测[2018]19号. @source HJ 663-2013 */
export const HJ_663_2013: EvaluationTable = {
  standard: 'HJ 663-2013', edition: '2013', title: '环境空气质量评价技术规范（试行）', source: 'two public implementations and public bulletins; text recollected',
  effectiveFrom: '2013-10-01', effectiveTo: '2026-02-28', datesMark: 'memory', note: 'composite index fixed by 环办监测[2018]19号, reproduced from bulletins to 0.02',
  items: [
    { item: 'so2', percentile: 98, percentilePeriod: '24h', meanPeriod: 'year', weight: 1, clause: '表1', mark: 'two-sources' },
    { item: 'no2', percentile: 98, percentilePeriod: '24h', meanPeriod: 'year', weight: 1, clause: '表1', mark: 'two-sources' },
    { item: 'pm10', percentile: 95, percentilePeriod: '24h', meanPeriod: 'year', weight: 1, clause: '表1', mark: 'two-sources' },
    { item: 'pm25', percentile: 95, percentilePeriod: '24h', meanPeriod: 'year', weight: 1, clause: '表1', mark: 'two-sources' },
    { item: 'co', percentile: 95, percentilePeriod: '24h', meanPeriod: null, weight: 1, clause: '表1', mark: 'two-sources' },
    { item: 'o3', percentile: 90, percentilePeriod: '8h', meanPeriod: null, weight: 1, clause: '表1', mark: 'two-sources' },
  ],
  divisor: 1, divisorMark: 'two-sources', indexDecimals: null, limitEdition: '2012', goodUpTo: 100, decimals: DECIMALS,
};

/** Evaluation by HJ 663-2026: weights from one public backend, unverified, meant to be replaced by configuration. @source HJ 663-2026 */
export const HJ_663_2026: EvaluationTable = {
  standard: 'HJ 663-2026', edition: '2026', title: '环境空气质量评价技术规范', source: 'one public backend; text not seen',
  effectiveFrom: '2026-03-01', effectiveTo: null, datesMark: 'two-sources', note: 'weights and divisor unverified',
  items: [
    { item: 'so2', percentile: 98, percentilePeriod: '24h', meanPeriod: 'year', weight: 1, clause: '综合指数', mark: 'single-source' },
    { item: 'no2', percentile: 98, percentilePeriod: '24h', meanPeriod: 'year', weight: 2, clause: '综合指数', mark: 'single-source' },
    { item: 'pm10', percentile: 95, percentilePeriod: '24h', meanPeriod: 'year', weight: 1, clause: '综合指数', mark: 'single-source' },
    { item: 'pm25', percentile: 95, percentilePeriod: '24h', meanPeriod: 'year', weight: 3, clause: '综合指数', mark: 'single-source' },
    { item: 'co', percentile: 95, percentilePeriod: '24h', meanPeriod: null, weight: 1, clause: '综合指数', mark: 'single-source' },
    { item: 'o3', percentile: 90, percentilePeriod: '8h', meanPeriod: null, weight: 2, clause: '综合指数', mark: 'single-source' },
  ],
  divisor: 1, divisorMark: 'single-source', indexDecimals: 3, limitEdition: '2026-transition', goodUpTo: 100, decimals: DECIMALS,
};

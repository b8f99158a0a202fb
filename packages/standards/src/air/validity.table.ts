// biome-ignore-all format: one rule of the standard a line
import type { Mark, StandardHeader } from '../edition.ts';

/** Least numbers of data for a statistic. */
export interface ValidityTable extends StandardHeader {
  readonly rows: readonly { readonly rule: ValidityRule; readonly minimum: number; readonly unit: string; readonly clause: string; readonly mark: Mark }[];
}
/** Rules of data validity. */
export type ValidityRule = 'hour-minutes' | 'o3-8h-hours' | 'day-hours' | 'sliding-24h-hours' | 'month-days' | 'february-days' | 'year-days' | 'sparse-year-days' | 'sparse-month-days' | 'lead-season-days' | 'lead-season-month-days' | 'sparse-day-hours' | 'mda8-windows' | 'mda8-first-hour' | 'mda8-last-hour';

const SHARED = { 'hour-minutes': 45, 'o3-8h-hours': 6, 'day-hours': 20, 'month-days': 27, 'february-days': 25, 'year-days': 324, 'sparse-year-days': 60, 'sparse-month-days': 5, 'lead-season-days': 15, 'lead-season-month-days': 5, 'sparse-day-hours': 24 } as const;
const UNITS: Record<string, string> = { 'hour-minutes': 'min', 'o3-8h-hours': 'h', 'day-hours': 'h', 'sparse-day-hours': 'h' };
const EVALUATION = [
  { rule: 'mda8-windows', minimum: 14, unit: '8h means', clause: 'HJ 663-2013 表1', mark: 'memory' },
  { rule: 'mda8-first-hour', minimum: 8, unit: 'end hour', clause: 'HJ 663-2013 表1', mark: 'memory' },
  { rule: 'mda8-last-hour', minimum: 24, unit: 'end hour', clause: 'HJ 663-2013 表1', mark: 'memory' },
  { rule: 'sliding-24h-hours', minimum: 20, unit: 'h', clause: 'as a daily mean', mark: 'memory' },
] as const;

function shared(clause: string, mark: Mark): ValidityTable['rows'] {
  return Object.entries(SHARED).map(([rule, minimum]) => ({ rule: rule as ValidityRule, minimum, unit: UNITS[rule] ?? 'days', clause, mark }));
}

/** Data validity by GB 3095-2012 (recollected as equal to 2026). @source GB 3095-2012 表4 */
export const VALIDITY_2012: ValidityTable = {
  standard: 'GB 3095-2012', edition: '2012', title: '环境空气质量标准 数据统计的有效性规定', source: 'recollection: as GB 3095-2026 table 4',
  effectiveFrom: '2012-02-29', effectiveTo: '2026-02-28', datesMark: 'memory', note: 'unverified',
  rows: [...shared('表4', 'memory'), ...EVALUATION],
};

/** Data validity by GB 3095-2026. @source GB 3095-2026 表4 */
export const VALIDITY_2026: ValidityTable = {
  standard: 'GB 3095-2026', edition: '2026', title: '环境空气质量标准 数据统计的有效性规定', source: 'scanned original, read twice',
  effectiveFrom: '2026-03-01', effectiveTo: null, datesMark: 'two-sources', note: 'O3 daily maximum 8h window from HJ 663-2013, recollected',
  rows: [...shared('表4', 'scan'), ...EVALUATION],
};

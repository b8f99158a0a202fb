import { chinaDay } from '../calendar/china-day.ts';
import type { Basis } from '../edition.ts';
import { bandEnds, type LimitRow, type LimitTable, limitBasis } from '../limit-table.ts';
import { multipleOver } from '../multiple.ts';
import { nonNegative } from '../units/concentration.ts';

/** A discharge value against its limit. */
export interface DischargeJudgement {
  readonly meets: boolean;
  /** C ÷ limit − 1 when the limit is exceeded; null when it is met, for pH, and for "must not be detected". */
  readonly multiple: number | null;
  readonly limit: string;
  readonly unit: string;
  readonly basis: Basis;
}

/** Whether a day of construction fits a condition `built before <day>` or `built from <day>`; other conditions fit always. */
export function builtFits(condition: string, builtOn: string | undefined): boolean {
  const built = /built (before|from) (\d{4}-\d{2}-\d{2})/.exec(condition);
  if (!built || builtOn === undefined) return !built;
  return (built[1] === 'before') === chinaDay(builtOn) < (built[2] as string);
}

/** Compares a value with a row of a discharge table; equal meets it. Errors: `not-a-number`, `not-finite`, `negative`. */
export function judgeRow(table: LimitTable, row: LimitRow, value: number): DischargeJudgement {
  const number = nonNegative(value, row.item);
  const told = { limit: row.limit, unit: row.unit, basis: limitBasis(table, row) };
  if (row.limit === 'ND') return { meets: number === 0, multiple: null, ...told };
  if (row.direction === 'range') {
    const [low, high] = bandEnds(row.limit);
    return { meets: number >= low && number <= high, multiple: null, ...told };
  }
  const limit = Number(row.limit);
  const meets = row.direction === 'ge' ? number >= limit : number <= limit;
  return { meets, multiple: meets || row.direction === 'ge' ? null : multipleOver(number, limit), ...told };
}

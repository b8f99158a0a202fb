import { MILLIONTHS, millionths } from '../decimal.ts';
import { StandardRefusal } from '../refusal.ts';
import { finite, within } from '../units/concentration.ts';

/**
 * Percentile of daily values: sorted ascending, k = 1 + (n − 1)·p/100, linear between neighbours; exact up to six decimals.
 * Missing values must be left out before. Errors: `nothing-to-judge` for no values, `not-a-number`, `not-finite`, `out-of-range` for p outside 0–100.
 * @source HJ 663-2013 附录A
 */
export function percentile(values: readonly number[], p: number): number {
  within(p, 'p', 0, 100);
  if (values.length === 0)
    throw new StandardRefusal('nothing-to-judge', 'values', '没有有效数据，不能计算百分位数');
  const sorted = values.map((value) => finite(value, 'values')).sort((a, b) => a - b);
  const position = Math.round((sorted.length - 1) * p * 1000);
  const below = Math.floor(position / 100_000);
  const rest = position - below * 100_000;
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  const [a, b] = [millionths(low), millionths(high)];
  if (a === null || b === null || Math.abs(b - a) > 8e10) return low + ((high - low) * rest) / 100_000;
  return (a + ((b - a) * rest) / 100_000) / MILLIONTHS;
}

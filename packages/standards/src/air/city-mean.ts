import { roundedMean } from '../rounding.ts';
import { nonNegative } from '../units/concentration.ts';

/**
 * City value of an item: mean of the points' concentrations, rounded by GB/T 8170 (CO one decimal, else whole).
 * Points without a value (null) are left out; null when no point has one. Sub-indices are never averaged.
 * Errors: `not-a-number`, `not-finite`, `negative`.
 * @source HJ 663-2013 5.1 (two sources)
 */
export function cityMean(
  points: readonly (number | null)[],
  decimals: 0 | 1,
): { readonly value: number | null; readonly points: number } {
  const values = points
    .filter((value): value is number => value !== null && value !== undefined)
    .map((value) => nonNegative(value, '浓度'));
  return { value: roundedMean(values, decimals), points: values.length };
}

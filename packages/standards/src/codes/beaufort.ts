import { roundHalfEven } from '../rounding.ts';
import { nonNegative } from '../units/concentration.ts';
import { BEAUFORT } from './codes.table.ts';

/**
 * Beaufort force (0 to 17) of a wind speed at 10 m in m/s, rounded to one decimal first.
 * Errors: `not-a-number`, `not-finite`, `negative`.
 * @source GB/T 28591-2012 (to force 8 one source, above recollected)
 */
export function beaufortForce(metresPerSecond: number): number {
  const speed = roundHalfEven(nonNegative(metresPerSecond, 'wind'), 1);
  const force = BEAUFORT.upTo.findIndex((upTo) => speed <= upTo);
  return force < 0 ? BEAUFORT.upTo.length : force;
}

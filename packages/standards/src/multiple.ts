import { roundHalfEven } from './rounding.ts';

/** Decimals of a ratio: enough for any print, few enough to drop the noise of binary division. */
const DECIMALS = 11;

/**
 * Single index C ÷ limit, to 11 decimals without binary noise: 0.9 over 0.3 is 3 and not 3.0000000000000004.
 * @param value concentration in the limit's unit
 * @param limit greater than 0
 */
export function ratioOf(value: number, limit: number): number {
  return roundHalfEven(value / limit, DECIMALS);
}

/**
 * Multiple of exceedance, C/limit − 1, to 11 decimals: 0.21 over 0.2 is 0.05 and not 0.04999999999999982. Negative below the limit.
 * @param value concentration in the limit's unit
 * @param limit greater than 0
 * @source 环办[2011]22号, 超标倍数
 */
export function multipleOver(value: number, limit: number): number {
  const scale = 10 ** DECIMALS;
  const scaled = (value / limit - 1) * scale;
  return Math.abs(scaled) < Number.MAX_SAFE_INTEGER ? Math.round(scaled) / scale : value / limit - 1;
}

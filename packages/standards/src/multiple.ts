const DIGITS = 12;

/**
 * Multiple of exceedance, C/limit − 1, at 12 significant digits of the quotient: 0.21 over 0.2 is 0.05 and not
 * 0.04999999999999982. Negative below the limit.
 * @param value concentration in the limit's unit
 * @param limit greater than 0
 * @source 环办[2011]22号, 超标倍数
 */
export function multipleOver(value: number, limit: number): number {
  const hundredBillionths = 10 ** (DIGITS - 1);
  return Math.round((value / limit - 1) * hundredBillionths) / hundredBillionths;
}

/**
 * Exact decimals. A JavaScript number stands for the shortest decimal that names it: 0.1 means one tenth.
 * The quick path uses whole millionths below 1e15; the rest goes through digits and BigInt.
 */
export const MILLIONTHS = 1_000_000;

/** Millionths of a number as a safe integer, or null when it has more than six decimals or is too large. */
export function millionths(value: number): number | null {
  const scaled = Math.round(value * MILLIONTHS);
  return Math.abs(scaled) < 1e15 && scaled / MILLIONTHS === value ? scaled : null;
}

/** A decimal as units · 10^-digits. */
export interface Decimal {
  readonly units: bigint;
  readonly digits: number;
}

/** The decimal that a finite number names. */
export function decimalOf(value: number): Decimal {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const digits = fraction.length - Number(exponent);
  const units = BigInt(whole + fraction);
  return digits >= 0 ? { units, digits } : { units: units * 10n ** BigInt(-digits), digits: 0 };
}

/** Moves the decimal point: exact where the result is a number. */
export function shiftDecimal(value: number, places: number): number {
  const [mantissa, exponent = '0'] = String(value).split('e');
  return Number(`${mantissa}e${Number(exponent) + places}`);
}

/** Exact sum of finite numbers, as a decimal. */
export function exactSum(values: readonly number[]): Decimal {
  let quick = 0;
  for (const value of values) {
    const scaled = millionths(value);
    if (scaled === null || Math.abs(quick) > 8e15) return slowSum(values);
    quick += scaled;
  }
  return { units: BigInt(quick), digits: 6 };
}

function slowSum(values: readonly number[]): Decimal {
  const parts = values.map(decimalOf);
  const digits = Math.max(0, ...parts.map((part) => part.digits));
  const units = parts.reduce((sum, part) => sum + part.units * 10n ** BigInt(digits - part.digits), 0n);
  return { units, digits };
}

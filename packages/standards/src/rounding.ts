import { type Decimal, decimalOf, exactSum, MILLIONTHS, millionths } from './decimal.ts';
import { StandardRefusal } from './refusal.ts';

/** More decimals than a number has. */
const MOST_DIGITS = 20;

/** num / den rounded to a whole number, halves to even. */
function halfEvenRatio(num: bigint, den: bigint): bigint {
  const sign = num < 0n ? -1n : 1n;
  const size = num * sign;
  const floor = size / den;
  const twice = (size % den) * 2n;
  const up = twice > den || (twice === den && floor % 2n === 1n);
  return sign * (up ? floor + 1n : floor);
}

function fromUnits(units: bigint, digits: number): number {
  return Number(`${units}e${-digits}`);
}

function roundDecimal(value: Decimal, count: bigint, digits: number): number {
  const num = value.units * 10n ** BigInt(digits);
  return fromUnits(halfEvenRatio(num, count * 10n ** BigInt(value.digits)), digits);
}

function checkDigits(digits: number): void {
  if (!(Number.isInteger(digits) && digits >= 0 && digits <= MOST_DIGITS))
    throw new StandardRefusal('out-of-range', 'digits', '小数位数应为 0 至 20');
}

/** `roundHalfEven` for digits that come from our own tables and need no check. */
export function halfEven(value: number, digits: number): number {
  const scaled = millionths(value);
  if (scaled === null || digits > 6 || value < 0) return roundDecimal(decimalOf(value), 1n, digits);
  const step = 10 ** (6 - digits);
  const rest = scaled % step;
  if (rest === 0) return value;
  const floor = (scaled - rest) / step;
  const up = rest * 2 > step || (rest * 2 === step && floor % 2 === 1);
  return ((up ? floor + 1 : floor) * step) / MILLIONTHS;
}

/**
 * Rounds by GB/T 8170: to `digits` decimals, an exact half to the even neighbour. 0.25 → 0.2, 0.35 → 0.4.
 * The number is read as the shortest decimal that names it, so 1.005 is exactly half way.
 * Errors: `out-of-range` for digits that are no whole number from 0 to 20.
 * @source GB/T 8170-2008 3.2
 */
export function roundHalfEven(value: number, digits: number): number {
  checkDigits(digits);
  return halfEven(value, digits);
}

/**
 * Mean of numbers rounded once by GB/T 8170 from the exact quotient; null when there are none.
 * @source GB/T 8170-2008 3.2
 */
export function roundedMean(values: readonly number[], digits: number): number | null {
  if (values.length === 0) return null;
  checkDigits(digits);
  return roundDecimal(exactSum(values), BigInt(values.length), digits);
}

/** Mean as the nearest number, from an exact sum; null when there are none. */
export function exactMean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sum = exactSum(values);
  return fromUnits(sum.units, sum.digits) / values.length;
}

/**
 * Smallest whole number not below gain·(value − from)/(to − from): the rounding up of a sub-index, exact for every number.
 * @source HJ 633-2026 5.2
 */
export function ceilProportion(value: number, from: number, to: number, gain: number): number {
  const scaled = millionths(value);
  if (scaled === null) return ceilExactly(decimalOf(value), from, to, gain);
  const num = gain * (scaled - from * MILLIONTHS);
  const den = (to - from) * MILLIONTHS;
  const rest = num % den;
  return (num - rest) / den + (rest > 0 ? 1 : 0);
}

function ceilExactly(value: Decimal, from: number, to: number, gain: number): number {
  const scale = 10n ** BigInt(value.digits);
  const num = BigInt(gain) * (value.units - BigInt(from) * scale);
  const den = BigInt(to - from) * scale;
  return Number(num / den + (num % den > 0n ? 1n : 0n));
}

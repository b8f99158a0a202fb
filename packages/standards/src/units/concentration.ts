import { shiftDecimal } from '../decimal.ts';
import { StandardRefusal } from '../refusal.ts';

declare const unit: unique symbol;
/** A concentration in micrograms per cubic metre (µg/m³). */
export type UgPerM3 = number & { readonly [unit]: 'µg/m³' };
/** A concentration in milligrams per cubic metre (mg/m³). */
export type MgPerM3 = number & { readonly [unit]: 'mg/m³' };
/** A concentration in milligrams per litre (mg/L). */
export type MgPerL = number & { readonly [unit]: 'mg/L' };
/** A content in milligrams per kilogram (mg/kg). */
export type MgPerKg = number & { readonly [unit]: 'mg/kg' };

/**
 * Checks a number from outside: finite and not negative. −0 becomes 0.
 * Errors: `not-a-number` (strings included), `not-finite`, `negative`.
 */
export function nonNegative(value: unknown, field: string): number {
  const number = finite(value, field);
  if (number < 0)
    throw new StandardRefusal('negative', field, `${field} 为负数（${number}），请核对仪器或改为缺测`);
  return number === 0 ? 0 : number;
}

/** What is said of an object given for a number; most often a value below detection where none is taken. */
function objectText(value: object): string {
  return 'below' in value ? '低于检出限' : '对象';
}

/** Checks a number from outside: a number, not NaN, not infinite. Errors: `missing-input` for null and undefined, `not-a-number`, `not-finite`. */
export function finite(value: unknown, field: string): number {
  if (value === null || value === undefined)
    throw new StandardRefusal('missing-input', field, `缺少 ${field}，请填数字`);
  if (typeof value !== 'number') {
    const told = typeof value === 'object' ? objectText(value) : String(value).slice(0, 40);
    throw new StandardRefusal('not-a-number', field, `${field} 不是数字（${told}），请填数字，缺测填 null`);
  }
  if (!Number.isFinite(value))
    throw new StandardRefusal('not-finite', field, `${field} 不是有限的数，请填数字，缺测填 null`);
  return value;
}

/** Checks a number and its range, ends included. Errors: as `finite`, and `out-of-range`. */
export function within(value: unknown, field: string, low: number, high: number): number {
  const number = finite(value, field);
  if (number < low || number > high) {
    throw new StandardRefusal(
      'out-of-range',
      field,
      `${field} 应在 ${low} 与 ${high} 之间，实为 ${number}，请核对`,
    );
  }
  return number;
}

/** Names a number as µg/m³. Errors: `not-a-number`, `not-finite`, `negative`. */
export function ugPerM3(value: number): UgPerM3 {
  return nonNegative(value, 'µg/m³') as UgPerM3;
}

/** Names a number as mg/m³. Errors: as `ugPerM3`. */
export function mgPerM3(value: number): MgPerM3 {
  return nonNegative(value, 'mg/m³') as MgPerM3;
}

/** Names a number as mg/L. Errors: as `ugPerM3`. */
export function mgPerL(value: number): MgPerL {
  return nonNegative(value, 'mg/L') as MgPerL;
}

/** Names a number as mg/kg. Errors: as `ugPerM3`. */
export function mgPerKg(value: number): MgPerKg {
  return nonNegative(value, 'mg/kg') as MgPerKg;
}

/** µg/m³ = mg/m³ · 1000, exact in decimals. */
export function ugPerM3FromMgPerM3(value: MgPerM3): UgPerM3 {
  return shiftDecimal(value, 3) as UgPerM3;
}

/** mg/m³ = µg/m³ ÷ 1000, exact in decimals. */
export function mgPerM3FromUgPerM3(value: UgPerM3): MgPerM3 {
  return shiftDecimal(value, -3) as MgPerM3;
}

/** mg/L from a laboratory's µg/L, ÷ 1000, exact in decimals. Errors: as `ugPerM3`. */
export function mgPerLFromUgPerL(value: number): MgPerL {
  return shiftDecimal(nonNegative(value, 'µg/L'), -3) as MgPerL;
}

/** mg/kg from a laboratory's µg/kg, ÷ 1000, exact in decimals. Errors: as `ugPerM3`. */
export function mgPerKgFromUgPerKg(value: number): MgPerKg {
  return shiftDecimal(nonNegative(value, 'µg/kg'), -3) as MgPerKg;
}

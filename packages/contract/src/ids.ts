import { z } from 'zod';

/** Six-digit county code (GB/T 2260); every id begins with it. */
export const countyCode = z.string().regex(/^\d{6}$/, '县级代码应为 6 位数字');

/**
 * Id made by the client: `<county6>-<UUIDv7>`, e.g. `990121-01920000-0000-7000-8000-000000000000`.
 * Every look-up knows its county from the id; creating twice with one id creates one thing.
 */
export const entityId = z
  .string()
  .regex(/^\d{6}-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, '编号标识格式不对');

/**
 * Place code: a 12-digit division code (GB/T 2260 + statistics code), or one that continues a village's
 * twelve digits: `G07` a group, `G07H012` a household, `W03` a grid, `P05` a hillside plot.
 */
export const placeCode = z
  .string()
  .regex(
    /^\d{12}(G\d{2,3}(H\d{3,4})?|W\d{2,3}|P\d{2,3})?$/,
    '地点代码应为 12 位区划代码，或其下的组、户、网格代码',
  );

/** SHA-256 of a file's bytes, lower-case hex. */
export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/, '文件摘要格式不对');

/** Calendar day in Asia/Shanghai, `YYYY-MM-DD`. */
export const day = z.iso.date('日期应写成 2026-05-03');

/** Instant, ISO 8601 with offset. */
export const instant = z.iso.datetime({ offset: true });

const DIVISION_PREFIX_LENGTHS = [2, 4, 6, 9] as const;

/**
 * The leading part of a place code that all places inside it share: `990121101000` → `990121101`.
 * Used for reach ("may see what begins with …").
 */
export function placePrefix(code: string): string {
  if (code.length > 12) return code;
  for (const length of DIVISION_PREFIX_LENGTHS) {
    if (/^0*$/.test(code.slice(length))) return code.slice(0, length);
  }
  return code;
}

/** Full 12-digit form of a division code given in short form (`990121` → `990121000000`). */
export function fullPlaceCode(code: string): string {
  return code.length < 12 ? code.padEnd(12, '0') : code;
}

/** County of a place code: its first six digits. */
export function countyOf(code: string): string {
  return code.slice(0, 6);
}

/** What the public may be told of a place: a household is named by its group. */
export function publicPlace(code: string): string {
  return code.replace(/H\d+$/, '');
}

/** Town part of a place code as a full code: `990121101203G01` → `990121101000`; null above a town. */
export function townOf(code: string): string | null {
  return /^\d{6}000/.test(code) || code.length < 9 ? null : `${code.slice(0, 9)}000`;
}

/** New client-made id: county code and a UUID of version 7 (time-ordered, RFC 9562). */
export function newId(county: string, nowMs: number = Date.now()): string {
  const random = crypto.getRandomValues(new Uint8Array(10));
  const time = nowMs.toString(16).padStart(12, '0');
  const hex = Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = ((random[2] ?? 0) & 0x3f) | 0x80;
  return `${county}-${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(1, 4)}-${variant.toString(16)}${hex.slice(6, 8)}-${hex.slice(8)}`;
}

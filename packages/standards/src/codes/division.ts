import { StandardRefusal } from '../refusal.ts';
import { DIVISION_KINDS, PROVINCES } from './codes.table.ts';

/** Level of a division code. */
export type DivisionLevel = 'province' | 'city' | 'county' | 'township' | 'village';

/** A division code taken apart. Parts below its level are absent (null). */
export interface Division {
  readonly code: string;
  readonly level: DivisionLevel;
  readonly province: string;
  readonly city: string | null;
  readonly county: string | null;
  readonly township: string | null;
  readonly village: string | null;
  readonly provinceName: string;
  /** 镇, 街道, 乡 … or 居民委员会, 村民委员会, from the code; null when the code does not say. */
  readonly kind: string | null;
}

const LEVELS: readonly DivisionLevel[] = ['province', 'city', 'county', 'township', 'village'];
const ENDS = [2, 4, 6, 9, 12] as const;

function kindOf(level: DivisionLevel, part: string): string | null {
  const rows =
    level === 'township' ? DIVISION_KINDS.township : level === 'village' ? DIVISION_KINDS.village : [];
  return rows.find(([from, to]) => Number(part) >= from && Number(part) <= to)?.[2] ?? null;
}

/** Depth of the last part that is not zero. A county part 00 below a city may still carry townships. */
function depthOf(parts: readonly string[]): number {
  for (let i = parts.length - 1; i > 0; i -= 1) if (/[1-9]/.test(parts[i] as string)) return i;
  return 0;
}

/**
 * Takes a division code of 2, 4, 6, 9 or 12 digits apart (2+2+2+3+3). Trailing zero parts say a higher level.
 * Cities without counties have the county part 00 and townships directly below.
 * Errors: `bad-text` for other lengths or letters, `unknown-item` for a province that does not exist.
 * @source GB/T 2260; GB/T 10114; 统计用区划代码和城乡划分代码编制规则
 */
export function divisionOf(code: string): Division {
  if (typeof code !== 'string' || !/^(?:\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/.test(code)) {
    throw new StandardRefusal('bad-text', 'code', '区划代码应为 2、4、6、9 或 12 位数字');
  }
  const parts = ENDS.filter((end) => end <= code.length).map((end, i) => code.slice(ENDS[i - 1] ?? 0, end));
  const province = parts[0] as string;
  if (!Object.hasOwn(PROVINCES, province) && province !== '99')
    throw new StandardRefusal('unknown-item', 'code', `没有省级代码 ${province}`);
  const depth = depthOf(parts);
  const at = (i: number) => (i <= depth ? (parts[i] ?? null) : null);
  const level = LEVELS[depth] as DivisionLevel;
  return {
    code,
    level,
    province,
    city: at(1),
    county: at(2),
    township: at(3),
    village: at(4),
    provinceName: PROVINCES[province] ?? '示例省',
    kind: kindOf(level, parts[depth] as string),
  };
}

/** Code of the division one level up, of the same length, or null for a province. A township below a city without counties goes up to the city. Errors: as `divisionOf`. @source GB/T 2260 */
export function parentDivision(code: string): string | null {
  const { level } = divisionOf(code);
  let depth = LEVELS.indexOf(level);
  if (depth === 0) return null;
  depth -= 1;
  while (depth > 0 && /^0+$/.test(code.slice(ENDS[depth - 1], ENDS[depth]))) depth -= 1;
  return code.slice(0, ENDS[depth]).padEnd(code.length, '0');
}

/** Code of the division at a level above (or the same), in the shortest form: 2, 4, 6, 9 or 12 digits; null when the code does not reach it. */
export function divisionAt(code: string, level: DivisionLevel): string | null {
  const depth = LEVELS.indexOf(level);
  return LEVELS.indexOf(divisionOf(code).level) < depth ? null : code.slice(0, ENDS[depth]);
}

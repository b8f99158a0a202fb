import { type Basis, basisOf, editionFor, type When } from '../edition.ts';
import { bandEnds, findLimits, type LimitRow, type LimitTable } from '../limit-table.ts';
import { StandardRefusal } from '../refusal.ts';
import { roundHalfEven } from '../rounding.ts';
import { nonNegative } from '../units/concentration.ts';
import { HJT_166_2004 } from './hjt166-2004.table.ts';

/** The editions of HJ/T 166 known. */
export const SOIL_INDEX_TABLES: readonly LimitTable[] = [HJT_166_2004];

/** A grade of a soil index. */
export interface SoilGrade {
  readonly grade: string;
  readonly level: 1 | 2 | 3 | 4 | 5;
  readonly basis: Basis;
}

/** Nemerow index with its grade. */
export interface SoilNemerow extends SoilGrade {
  readonly pn: number;
  readonly mean: number;
  readonly max: number;
}

function fits(row: LimitRow, value: number): boolean {
  if (row.direction === 'le') return value <= Number(row.limit);
  if (row.direction === 'ge') return value > Number(row.limit);
  const [low, high] = bandEnds(row.limit);
  return value > low && value <= high;
}

function gradeOf(item: string, clause: string, value: number, when: When): SoilGrade {
  const table = editionFor(SOIL_INDEX_TABLES, when);
  const rows = findLimits(table, { item, clause });
  const at = rows.findIndex((row) => fits(row, value));
  const row = rows[at] as LimitRow;
  return {
    grade: row.level.replace(/^[IV]+ /, ''),
    level: (at + 1) as SoilGrade['level'],
    basis: basisOf(table, row.clause, row.mark, { limit: row.limit, note: row.note }),
  };
}

/**
 * Grade of a single-factor index Pi = C ÷ standard: up to 1 无污染, 2 轻微, 3 轻度, 5 中度, above 重度 (recollected).
 * Errors: `not-a-number`, `not-finite`, `negative`, and those of the edition.
 * @source 环发[2008]39号 (recollected)
 */
export function soilSingleGrade(index: number, when: When): SoilGrade {
  return gradeOf('soil_single_index', '单项指数分级', nonNegative(index, 'index'), when);
}

/**
 * Nemerow index of soil PN = √((mean(Pi)² + max(Pi)²)/2): up to 0.7 清洁, 1 尚清洁, 2 轻度, 3 中度, above 重污染.
 * Missing items must be left out before. Errors: `nothing-to-judge` without indices, `not-a-number`, `not-finite`, `negative`, and those of the edition.
 * @source HJ/T 166-2004 内梅罗分级表
 */
export function soilNemerow(indices: readonly number[], when: When): SoilNemerow {
  if (indices.length === 0)
    throw new StandardRefusal('nothing-to-judge', 'indices', '没有单项指数，不能计算内梅罗指数');
  const values = indices.map((index) => nonNegative(index, 'index'));
  const max = values.reduce((most, value) => Math.max(most, value), 0);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  // ten decimals keep the noise of the square root away from the ends of the bands
  const pn = roundHalfEven(Math.sqrt((mean ** 2 + max ** 2) / 2), 10);
  return { pn, mean, max, ...gradeOf('soil_nemerow_index', '内梅罗分级表', pn, when) };
}

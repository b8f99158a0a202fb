import { type Basis, basisOf, editionFor, type When } from '../edition.ts';
import { StandardRefusal } from '../refusal.ts';
import { roundHalfEven } from '../rounding.ts';
import { finite, nonNegative } from '../units/concentration.ts';
import {
  type BlackOdorousItem,
  type BlackOdorousRow,
  type BlackOdorousTable,
  RURAL_BLACK_ODOROUS,
  URBAN_BLACK_ODOROUS,
} from './black-odorous.table.ts';

/** The editions of the urban and of the rural guideline known. */
export const URBAN_BLACK_ODOROUS_TABLES: readonly BlackOdorousTable[] = [URBAN_BLACK_ODOROUS];
export const RURAL_BLACK_ODOROUS_TABLES: readonly BlackOdorousTable[] = [RURAL_BLACK_ODOROUS];

/** Grade of black-odorous water. */
export type BlackOdorousGrade = 'none' | 'light' | 'heavy';
/** Values at a point; null or left out = missing. `depth_cm` = depth of the water. */
export type BlackOdorousPoint = { readonly [K in BlackOdorousItem]?: number | null } & {
  readonly depth_cm?: number | null;
};

/** Judgement of a point: the worst of its items. */
export interface PointJudgement {
  readonly grade: BlackOdorousGrade;
  readonly items: Readonly<Partial<Record<BlackOdorousItem, BlackOdorousGrade>>>;
  readonly missing: readonly BlackOdorousItem[];
  readonly basis: Basis;
}

const ORDER: readonly BlackOdorousGrade[] = ['none', 'light', 'heavy'];

function gradeOf(row: BlackOdorousRow, value: number): BlackOdorousGrade {
  const sign = row.highIsBad ? -1 : 1;
  const distance = (limit: number) => (value - limit) * sign;
  if (row.heavy !== null && distance(row.heavy) < 0) return 'heavy';
  const light = distance(row.light);
  return light < 0 || (light === 0 && row.lightIncluded) ? 'light' : 'none';
}

/** In shallow water transparency below 40 % of the depth is light; the guideline gives no heavy limit there. */
function shallowGrade(table: BlackOdorousTable, value: number, depth: number): BlackOdorousGrade {
  return value <= roundHalfEven(depth * table.shallowShare, 6) ? 'light' : 'none';
}

function itemGrade(
  table: BlackOdorousTable,
  row: BlackOdorousRow,
  point: BlackOdorousPoint,
): BlackOdorousGrade | null {
  const given = point[row.item];
  if (given === null || given === undefined) return null;
  const value = row.item === 'orp_mv' ? finite(given, row.item) : nonNegative(given, row.item);
  const depth = point.depth_cm;
  if (
    row.item === 'transparency_cm' &&
    depth !== null &&
    depth !== undefined &&
    nonNegative(depth, 'depth_cm') < table.shallowCm
  ) {
    return shallowGrade(table, value, depth);
  }
  return gradeOf(row, value);
}

function judgePoint(table: BlackOdorousTable, point: BlackOdorousPoint): PointJudgement {
  const items: Partial<Record<BlackOdorousItem, BlackOdorousGrade>> = {};
  const missing: BlackOdorousItem[] = [];
  let worst = -1;
  for (const row of table.rows) {
    const grade = itemGrade(table, row, point);
    if (grade === null) missing.push(row.item);
    else {
      items[row.item] = grade;
      worst = Math.max(worst, ORDER.indexOf(grade));
    }
  }
  if (worst < 0) throw new StandardRefusal('nothing-to-judge', 'point', '点位没有可评价的指标，请至少给一项');
  return {
    grade: ORDER[worst] as BlackOdorousGrade,
    items,
    missing,
    basis: basisOf(table, '表1', (table.rows[0] as BlackOdorousRow).mark),
  };
}

/**
 * Grade of one urban point: light if an item lies in the light band (ends included), heavy if one lies beyond.
 * Water shallower than 25 cm: transparency up to 40 % of the depth is light. Missing items are named, not judged.
 * Errors: `nothing-to-judge`, `not-a-number`, `not-finite`, `negative`, and those of the edition.
 * @source 城市黑臭水体整治工作指南 表1
 */
export function urbanBlackOdorous(point: BlackOdorousPoint, when: When): PointJudgement {
  return judgePoint(editionFor(URBAN_BLACK_ODOROUS_TABLES, when), point);
}

/**
 * Whether a rural point is black-odorous by measurement (transparency < 25 cm, DO < 2 mg/L or NH3-N > 15 mg/L); recollected, unverified.
 * Missing data and errors as `urbanBlackOdorous`. @source 环办土壤函〔2019〕826号
 */
export function ruralBlackOdorous(point: BlackOdorousPoint, when: When): PointJudgement {
  return judgePoint(editionFor(RURAL_BLACK_ODOROUS_TABLES, when), point);
}

function longestHeavyRun(grades: readonly BlackOdorousGrade[]): number {
  let run = 0;
  let longest = 0;
  for (const grade of grades) {
    if (!ORDER.includes(grade))
      throw new StandardRefusal('unknown-item', 'points', '点位等级应为 none、light 或 heavy');
    run = grade === 'heavy' ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

/**
 * Grade of an urban water body from its points in order along the water: heavy when 60 % of the points or two in a row are heavy,
 * light when any point is light or heavy (recollected, unverified).
 * Errors: `nothing-to-judge` without points, `unknown-item` for another grade, and those of the edition.
 * @source 城市黑臭水体整治工作指南 (recollected)
 */
export function urbanBlackOdorousBody(
  grades: readonly BlackOdorousGrade[],
  when: When,
): {
  readonly grade: BlackOdorousGrade;
  readonly heavyShare: number;
  readonly basis: Basis;
} {
  const table = editionFor(URBAN_BLACK_ODOROUS_TABLES, when);
  if (grades.length === 0) throw new StandardRefusal('nothing-to-judge', 'points', '没有点位，不能评价水体');
  const heavy = grades.filter((grade) => grade === 'heavy').length;
  const manyInARow = longestHeavyRun(grades) >= (table.bodyHeavyInARow as number);
  const isHeavy = heavy * 100 >= grades.length * (table.bodyHeavyPercent as number) || manyInARow;
  const grade = isHeavy ? 'heavy' : grades.some((one) => one !== 'none') ? 'light' : 'none';
  return {
    grade,
    heavyShare: heavy / grades.length,
    basis: basisOf(table, '水体分级', table.bodyMark, { note: table.note }),
  };
}

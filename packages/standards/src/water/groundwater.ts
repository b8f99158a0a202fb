import { type Basis, editionFor, type When } from '../edition.ts';
import { bandEnds, findLimits, type LimitRow, type LimitTable, limitBasis } from '../limit-table.ts';
import { StandardRefusal } from '../refusal.ts';
import { nonNegative, within } from '../units/concentration.ts';
import { GBT_14848_2017 } from './gbt14848-2017.table.ts';
import { BELOW_DETECTION_SHARE, type BelowDetection, isBelowDetection } from './sample.ts';

/** The editions of GB/T 14848 known. */
export const GROUNDWATER_TABLES: readonly LimitTable[] = [GBT_14848_2017];
/** Groundwater class I to V as 1 to 5; V = worse than IV. */
export type GroundwaterClass = 1 | 2 | 3 | 4 | 5;
/** Value of an item: a number in the table's unit, below detection, `present: true/false` for odour and visible matter, null = missing. */
export type GroundwaterValue = number | BelowDetection | { readonly present: boolean } | null;

/** Judgement of a groundwater sample. */
export interface GroundwaterJudgement {
  readonly class: GroundwaterClass;
  readonly items: Readonly<Record<string, GroundwaterClass>>;
  readonly deciding: readonly string[];
  readonly basis: Basis;
}

const CLASS: Record<string, readonly GroundwaterClass[]> = {
  I: [1],
  II: [2],
  III: [3],
  IV: [4],
  'I-III': [1, 2, 3],
  'I-IV': [1, 2, 3, 4],
};

function bestClass(level: string): GroundwaterClass {
  return (CLASS[level]?.[0] ?? 5) as GroundwaterClass;
}

function inBand(row: LimitRow, value: number): boolean {
  const [low, high] = bandEnds(row.limit);
  const lowFits = row.note.includes('lower end excluded') ? value > low : value >= low;
  return lowFits && (row.note.includes('upper end excluded') ? value < high : value <= high);
}

function meets(row: LimitRow, value: GroundwaterValue): boolean {
  if (row.limit === 'none')
    return typeof value === 'object' && value !== null && 'present' in value && !value.present;
  if (row.limit === 'ND') return isBelowDetection(value) || value === 0;
  const number = isBelowDetection(value) ? value.below * BELOW_DETECTION_SHARE : (value as number);
  return row.direction === 'range' ? inBand(row, number) : number <= Number(row.limit);
}

function check(item: string, value: Exclude<GroundwaterValue, null>, rows: readonly LimitRow[]): void {
  const descriptive = rows.some((row) => row.limit === 'none');
  const isPresence = typeof value === 'object' && 'present' in value;
  if (descriptive !== isPresence) {
    throw new StandardRefusal(
      'not-a-number',
      item,
      descriptive ? `${item} 为描述项，请填 {"present": true} 或 {"present": false}` : `${item} 应为数字`,
    );
  }
  if (isPresence) return;
  if (isBelowDetection(value)) nonNegative(value.below, item);
  else if (item === 'ph') within(value, item, 0, 14);
  else nonNegative(value, item);
}

function itemClass(
  table: LimitTable,
  item: string,
  value: Exclude<GroundwaterValue, null>,
): GroundwaterClass {
  const rows = findLimits(table, { item });
  check(item, value, rows);
  const fitting = rows.filter((row) => meets(row, value)).map((row) => bestClass(row.level));
  return fitting.length === 0 ? 5 : (Math.min(...fitting) as GroundwaterClass);
}

/**
 * Class of a groundwater sample: the worst single item of tables 1 and 2; equal limits: the better class wins; worse than IV is V.
 * Missing items (null) are not judged; below detection counts half the detection limit, and meets "must not be detected".
 * Errors: `nothing-to-judge`, `unknown-item`, `not-a-number`, `not-finite`, `negative`, `out-of-range` for pH outside 0–14.
 * @source GB/T 14848-2017 表1 表2
 */
export function groundwaterClass(
  sample: Readonly<Record<string, GroundwaterValue>>,
  when: When,
): GroundwaterJudgement {
  const table = editionFor(GROUNDWATER_TABLES, when);
  const items: Record<string, GroundwaterClass> = {};
  for (const [item, value] of Object.entries(sample)) {
    if (value !== null && value !== undefined) items[item] = itemClass(table, item, value);
  }
  const classes = Object.values(items);
  if (classes.length === 0)
    throw new StandardRefusal('nothing-to-judge', 'sample', '样品没有可评价的项目，请至少给一项监测值');
  const worst = Math.max(...classes) as GroundwaterClass;
  const deciding = worst === 1 ? [] : Object.keys(items).filter((item) => items[item] === worst);
  const first = findLimits(table, { item: deciding[0] ?? (Object.keys(items)[0] as string) })[0] as LimitRow;
  return { class: worst, items, deciding, basis: limitBasis(table, first) };
}

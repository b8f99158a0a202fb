import type { When } from '../edition.ts';
import { editionFor } from '../edition.ts';
import { bandEnds, findLimits, type LimitRow, type LimitTable } from '../limit-table.ts';
import { oneOf, StandardRefusal } from '../refusal.ts';
import { GB_3838_2002 } from './gb3838-2002.table.ts';
import { SURFACE_EVALUATION_2011, type SurfaceItem } from './surface-water.table.ts';

/** Kind of water body: TP differs, and TN is limited in lakes and reservoirs only. */
export type WaterBody = 'river' | 'lake';
/** Class I to V as 1 to 5; 6 = worse than V (劣Ⅴ). */
export type WaterClass = 1 | 2 | 3 | 4 | 5 | 6;

/** The editions of GB 3838 known. */
export const SURFACE_TABLES: readonly LimitTable[] = [GB_3838_2002];

/** A class given from outside; missing is null. Errors: `out-of-range` for anything but 1 to 6. */
export function classOrNull(value: WaterClass | null | undefined): WaterClass | null {
  if (value === null || value === undefined) return null;
  if (![1, 2, 3, 4, 5, 6].includes(value))
    throw new StandardRefusal('out-of-range', 'class', '水质类别应为 1 至 6 的整数，未评价填 null');
  return value;
}

/** Class limits of one item, ready to compare. */
export interface ClassLimits {
  readonly item: SurfaceItem;
  readonly name: string;
  readonly unit: string;
  /** Five limits, class I to V; for pH the lower and upper end. */
  readonly limits: readonly number[];
  readonly kind: 'le' | 'ge' | 'band';
  readonly row: LimitRow;
  /** Judged apart: classed, but does not enter the class of a section. */
  readonly apart: boolean;
  /** Metals and cyanide come first among main pollutants. */
  readonly firstRank: boolean;
  /** The limit that multiples refer to (class III); null for pH and DO, which have none. */
  readonly multipleOf: number | null;
}

/** Limits of a water body: judged items by key, in the order of the standard. */
export interface BodyLimits {
  readonly table: LimitTable;
  readonly items: ReadonlyMap<string, ClassLimits>;
  readonly saturation: number;
}

/** An alternative limit of DO, no item of its own. */
const SATURATION = 'do_saturation';
/** Conditions of table 1 that hold for any water, and those of one kind. */
const ANY_WATER = ['', 'weekly mean, man-made change'];
const BODY = { river: 'river', lake: 'lake or reservoir' } as const;
const BODIES: readonly WaterBody[] = ['river', 'lake'];
/** A limit for classes I to V alike. */
const ALL_CLASSES = 'I-V';
const built = { river: new Map<LimitTable, BodyLimits>(), lake: new Map<LimitTable, BodyLimits>() };

/** What the evaluation rule says of an item. */
function roleOf(
  item: SurfaceItem,
  limits: readonly number[],
): Pick<ClassLimits, 'apart' | 'firstRank' | 'multipleOf'> {
  const rule = SURFACE_EVALUATION_2011;
  const multipleOf = rule.withoutMultiple.includes(item)
    ? null
    : (limits[rule.targetOfMultiple - 1] as number);
  return { apart: rule.apart.includes(item), firstRank: rule.firstRank.includes(item), multipleOf };
}

/** The limits a row gives: one, or the same for all five classes. */
function classLimits({ level, limit }: LimitRow): number[] {
  return new Array<number>(level === ALL_CLASSES ? 5 : 1).fill(Number(limit));
}

function itemLimits(table: LimitTable, item: string, body: WaterBody): ClassLimits | null {
  const rows = findLimits(table, {
    item,
    clause: '表1',
    condition: (text) => ANY_WATER.includes(text) || text === BODY[body],
  });
  const row = rows[0];
  if (!row) return null;
  const kind = row.direction === 'range' ? 'band' : row.direction;
  const limits = kind === 'band' ? bandEnds(row.limit) : rows.flatMap(classLimits);
  return {
    item: item as SurfaceItem,
    name: row.name,
    unit: row.unit,
    limits,
    kind,
    row,
    ...roleOf(item as SurfaceItem, limits),
  };
}

/** The class limits of a water body in force. Errors: `unknown-item` for another body, those of the edition. */
export function bodyLimits(body: WaterBody, when: When): BodyLimits {
  const table = editionFor(SURFACE_TABLES, when);
  const known = built[oneOf(body, BODIES, 'body')];
  let limits = known.get(table);
  if (!limits) {
    const keys = [...new Set(table.rows.filter(([clause]) => clause === '表1').map(([, item]) => item))];
    const classed = keys
      .filter((item) => item !== SATURATION)
      .flatMap((item) => itemLimits(table, item, body) ?? []);
    const saturation = Number(findLimits(table, { item: SATURATION })[0]?.limit);
    limits = { table, items: new Map(classed.map((entry) => [entry.item, entry])), saturation };
    known.set(table, limits);
  }
  return limits;
}

/** Class of a checked value; pH has one band for all classes, outside it is worse than V. */
export function classOf(limits: ClassLimits, value: number): WaterClass {
  const { limits: bounds, kind } = limits;
  if (kind === 'band') return value >= (bounds[0] as number) && value <= (bounds[1] as number) ? 1 : 6;
  let better = 0;
  if (kind === 'le') while (better < bounds.length && value > (bounds[better] as number)) better += 1;
  else while (better < bounds.length && value < (bounds[better] as number)) better += 1;
  return (better + 1) as WaterClass;
}

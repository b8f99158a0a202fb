import { type Basis, basisOf, type Mark, type StandardHeader } from './edition.ts';
import { StandardRefusal } from './refusal.ts';

/** `le` must not exceed, `ge` must reach, `range` a band with both ends allowed unless the note says otherwise. */
export type Direction = 'le' | 'ge' | 'range';
/** Clause, item, name, unit, direction, mark, note, and the limits as condition, class or level, decimal text. */
export type LimitItem = readonly [
  clause: string,
  item: string,
  name: string,
  unit: string,
  direction: Direction,
  mark: Mark,
  note: string,
  limits: readonly (readonly [condition: string, level: string, limit: string])[],
];

/** A standard as a table of limits. */
export interface LimitTable extends StandardHeader {
  readonly rows: readonly LimitItem[];
}

/** One limit of a table, spelled out. `limit` is decimal text, `a-b` for a band, `ND` must not be detected, `none` descriptive. */
export interface LimitRow {
  readonly clause: string;
  readonly item: string;
  readonly name: string;
  readonly unit: string;
  readonly direction: Direction;
  readonly mark: Mark;
  readonly note: string;
  readonly condition: string;
  readonly level: string;
  readonly limit: string;
}

/** All limits of a table, one a row, in the order of the standard. */
export function limitRows(table: LimitTable): LimitRow[] {
  return table.rows.flatMap(([clause, item, name, unit, direction, mark, note, limits]) =>
    limits.map(([condition, level, limit]) => ({
      clause,
      item,
      name,
      unit,
      direction,
      mark,
      note,
      condition,
      level,
      limit,
    })),
  );
}

/** What a limit look-up asks for. Left out fields match everything. */
export interface LimitQuery {
  readonly item: string;
  readonly clause?: string;
  readonly condition?: string | ((condition: string) => boolean);
  readonly level?: string | ((level: string) => boolean);
}

function matches(wanted: LimitQuery['condition'], given: string): boolean {
  if (wanted === undefined) return true;
  return typeof wanted === 'string' ? wanted === given : wanted(given);
}

const expanded = new WeakMap<LimitTable, Map<string, LimitRow[]>>();

function rowsByItem(table: LimitTable): Map<string, LimitRow[]> {
  let byItem = expanded.get(table);
  if (!byItem) {
    byItem = new Map();
    for (const row of limitRows(table)) byItem.set(row.item, [...(byItem.get(row.item) ?? []), row]);
    expanded.set(table, byItem);
  }
  return byItem;
}

/** The rows that answer a query; empty when the table has no such limit. Errors: `unknown-item`. */
export function findLimits(table: LimitTable, query: LimitQuery): LimitRow[] {
  const rows = rowsByItem(table).get(query.item);
  if (!rows) {
    throw new StandardRefusal(
      'unknown-item',
      query.item,
      `${table.standard} 没有项目“${query.item.slice(0, 40)}”，请核对项目代码`,
    );
  }
  return rows.filter(
    (row) =>
      (query.clause === undefined || row.clause === query.clause) &&
      matches(query.condition, row.condition) &&
      matches(query.level, row.level),
  );
}

/** The one row that answers a query. Errors: `unknown-item`, `no-limit` when none or several answer. */
export function findLimit(table: LimitTable, query: LimitQuery): LimitRow {
  const rows = findLimits(table, query);
  if (rows.length === 1) return rows[0] as LimitRow;
  const why = rows.length === 0 ? '没有适用的限值' : '有多个限值，请补充条件或级别';
  throw new StandardRefusal('no-limit', query.item, `${table.standard} 项目“${query.item}”${why}`);
}

/** The basis of one limit. */
export function limitBasis(table: LimitTable, row: LimitRow): Basis {
  const note = [row.note, table.note].filter(Boolean).join('; ');
  return basisOf(table, row.clause, row.mark, {
    limit: row.limit,
    unit: row.unit,
    ...(note ? { note } : {}),
  });
}

/** The two ends of a band written `a-b`. */
export function bandEnds(limit: string): readonly [number, number] {
  const dash = limit.indexOf('-', 1);
  return [Number(limit.slice(0, dash)), Number(limit.slice(dash + 1))];
}

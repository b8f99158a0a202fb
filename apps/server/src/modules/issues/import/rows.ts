import { createHash } from 'node:crypto';
import type { IssueKind } from '@qingshan/contract';
import { instantOfLocal } from './local-time.ts';
import type { ColumnName, ImportMap } from './map.ts';

export interface ImportedIssue {
  readonly rowNumber: number;
  readonly key: string;
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly kind: IssueKind;
  readonly placeCode: string;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly openedAt: Date;
  readonly targetAt: Date | null;
  readonly closedAt: Date | null;
  readonly digest: string;
  /** The other system's own verdict: in time, late, or none given. */
  readonly verdict: 'inTime' | 'late' | null;
}

export interface RejectedRow {
  readonly rowNumber: number;
  readonly column: string;
  readonly reason: string;
}

const MAX_TITLE = 80;
const MAX_DESCRIPTION = 4000;
const EARLIEST = Date.parse('1990-01-01T00:00:00Z');

/** A value of a row that cannot be used: named by its column. */
class Unusable extends Error {
  readonly column: string;
  constructor(column: string, reason: string) {
    super(reason);
    this.column = column;
  }
}

type Csv = Readonly<Record<string, string>>;

function value(row: Csv, map: ImportMap, name: ColumnName): string {
  const column = map.columns[name];
  return column ? (row[column] ?? '').trim() : '';
}

function instant(
  row: Csv,
  map: ImportMap,
  name: 'openedAt' | 'targetAt' | 'closedAt',
  latest: Date,
): Date | null {
  const text = value(row, map, name);
  if (text === '') return null;
  const found = instantOfLocal(text, map.timeFormat, map.timeZone);
  const column = map.columns[name] ?? name;
  if (!found) throw new Unusable(column, `时间“${text.slice(0, 40)}”读不出来，或当地钟表没有这个时刻`);
  if (found.getTime() < EARLIEST || (name !== 'targetAt' && found > latest))
    throw new Unusable(column, `时间“${text.slice(0, 40)}”太早或在将来`);
  return found;
}

function degrees(row: Csv, map: ImportMap, name: 'lon' | 'lat', limit: number): number | null {
  const text = value(row, map, name);
  if (text === '') return null;
  const number = Number(text);
  if (!Number.isFinite(number) || Math.abs(number) > limit)
    throw new Unusable(map.columns[name] ?? name, `坐标“${text.slice(0, 40)}”不对`);
  return number;
}

/** Same key, same id: a second run finds the same problem. Shaped like the ids that clients make. */
function idOf(county: string, key: string, openedAt: Date): string {
  const hex = createHash('sha256').update(`${county}|${key}`).digest('hex');
  const time = openedAt.getTime().toString(16).padStart(12, '0');
  return `${county}-${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`;
}

function kindOf(row: Csv, map: ImportMap): IssueKind {
  const text = value(row, map, 'kind');
  const kind = Object.hasOwn(map.kinds, text) ? map.kinds[text] : undefined;
  if (!kind) throw new Unusable(map.columns.kind, `类型“${text.slice(0, 40)}”不在对照里`);
  return kind;
}

function closing(row: Csv, map: ImportMap, openedAt: Date, latest: Date): Date | null {
  const status = value(row, map, 'status');
  const closedAt = instant(row, map, 'closedAt', latest);
  if (map.openStatus.includes(status)) {
    if (closedAt) throw new Unusable(map.columns.closedAt ?? 'closedAt', `状态是“${status}”却有办结时间`);
    return null;
  }
  if (!map.closedStatus.includes(status))
    throw new Unusable(map.columns.status, `状态“${status.slice(0, 40)}”不在对照里`);
  if (!closedAt) throw new Unusable(map.columns.closedAt ?? 'closedAt', '已办结却没有办结时间');
  if (closedAt < openedAt) throw new Unusable(map.columns.closedAt ?? 'closedAt', '办结时间早于登记时间');
  return closedAt;
}

function verdictOf(row: Csv, map: ImportMap): ImportedIssue['verdict'] {
  const word = value(row, map, 'onTime');
  if (map.onTimeWords?.inTime === word) return 'inTime';
  return map.onTimeWords?.late === word ? 'late' : null;
}

function readRow(row: Csv, rowNumber: number, map: ImportMap, latest: Date): ImportedIssue {
  const key = value(row, map, 'key');
  if (key === '') throw new Unusable(map.columns.key, '没有编号');
  const openedAt = instant(row, map, 'openedAt', latest);
  if (!openedAt) throw new Unusable(map.columns.openedAt, '没有登记时间');
  const title = value(row, map, 'title');
  if (title === '') throw new Unusable(map.columns.title, '没有标题');
  const place = value(row, map, 'place');
  const closedAt = closing(row, map, openedAt, latest);
  return {
    rowNumber,
    key,
    id: idOf(map.county, key, openedAt),
    title: title.slice(0, MAX_TITLE),
    description: value(row, map, 'description').slice(0, MAX_DESCRIPTION),
    kind: kindOf(row, map),
    placeCode: (Object.hasOwn(map.places, place) ? map.places[place] : undefined) ?? map.defaultPlace,
    lon: degrees(row, map, 'lon', 180),
    lat: degrees(row, map, 'lat', 90),
    openedAt,
    targetAt: instant(row, map, 'targetAt', latest),
    closedAt,
    digest: createHash('sha256').update(JSON.stringify(row)).digest('hex'),
    verdict: verdictOf(row, map),
  };
}

/** Reads one row of the file: a problem, or why not. `rowNumber` counts the heading as row 1. */
export function readImportRow(
  row: Csv,
  rowNumber: number,
  map: ImportMap,
  latest: Date,
): ImportedIssue | RejectedRow {
  try {
    return readRow(row, rowNumber, map, latest);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    return { rowNumber, column: error.column, reason: error.message };
  }
}

/** Whether a problem was closed late: closed after its target; null without target or while open. */
export function closedLate(issue: Pick<ImportedIssue, 'closedAt' | 'targetAt'>): boolean | null {
  return issue.closedAt && issue.targetAt ? issue.closedAt > issue.targetAt : null;
}

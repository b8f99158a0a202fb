import type { IssueKind } from '@qingshan/contract';
import { type SqlBool, sql } from 'kysely';
import type { Tx } from '../../../platform/index.ts';
import { distanceM } from '../rules/photo-remarks.ts';
import { type IssueRow, ledger } from '../tables.ts';
import { numberText } from './number.ts';

const NEARBY_M = 250;
const NEARBY_MOST = 10;
/** Problems in the square around a place that are measured, newest first. */
const MEASURED_MOST = 200;
const DEGREE_M = 111_320;

export const BRIEF = ['id', 'county_code', 'number_year', 'number_serial', 'title', 'state'] as const;

/** A problem in one line: number, title and state. */
export const brief = (row: Pick<IssueRow, (typeof BRIEF)[number]>) => ({
  id: row.id,
  number: numberText(row.county_code, row.number_year, row.number_serial),
  title: row.title,
  state: row.state,
});

interface Position {
  readonly lon: number;
  readonly lat: number;
}

/** Inside the square of 250 m around a position (WGS84); narrower than a circle nowhere. */
function inSquare({ lon, lat }: Position) {
  const north = NEARBY_M / DEGREE_M;
  const east = north / Math.max(Math.cos((lat * Math.PI) / 180), 0.01);
  return sql<SqlBool>`(lat between ${lat - north} and ${lat + north} and lon between ${lon - east} and ${lon + east})`;
}

/**
 * Open problems of one kind close by, newest first: within 250 m whatever village they belong to, or of the same place
 * where one of the positions is unknown.
 */
export async function nearbyIssues(
  tx: Tx,
  county: string,
  kind: IssueKind,
  placeCode: string,
  position: Position | null,
  except: string | null,
) {
  const rows = await ledger(tx)
    .selectFrom('issues')
    .select([...BRIEF, 'lon', 'lat'])
    .where('county_code', '=', county)
    .where('is_open', '=', true)
    .where('kind', '=', kind)
    .where(
      position
        ? sql<SqlBool>`(${inSquare(position)} or (lat is null and place_code = ${placeCode}))`
        : sql<SqlBool>`place_code = ${placeCode}`,
    )
    .where('id', '<>', except ?? '')
    .orderBy('raised_at', 'desc')
    .limit(MEASURED_MOST)
    .execute();
  return rows
    .filter(
      ({ lon, lat }) =>
        !position || lon === null || lat === null || distanceM(position, { lon, lat }) <= NEARBY_M,
    )
    .slice(0, NEARBY_MOST)
    .map(brief);
}

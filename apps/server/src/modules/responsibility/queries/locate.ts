import { sql } from 'kysely';
import type { Tx } from '../../../platform/index.ts';
import { areaOf, boxText, contains, metresBetween, type Position, polygonsOf } from '../rules/geometry.ts';
import { codeRange } from './places.ts';

export interface Located {
  readonly code: string | null;
  /** false: the nearest known point, not a polygon around the position. */
  readonly exact: boolean;
}

async function candidates(
  tx: Tx,
  point: Position,
  county: string | null,
): Promise<{ code: string; boundary: string }[]> {
  const box = sql`${boxText([point[0], point[1], point[0], point[1]])}::box`;
  const inCounty = county ? sql`and ${codeRange(county)}` : sql``;
  const { rows } = await sql<{ code: string; boundary: string }>`
    select d.code::text as code, d.boundary from divisions d where d.is_current and d.box && ${box} and d.boundary is not null ${inCounty}
    union all
    select p.code, p.boundary from places p where p.county_code = ${county ?? ''} and p.box && ${box} and p.boundary is not null`.execute(
    tx,
  );
  return rows;
}

/** Beyond this the nearest known place says nothing about a position. */
const FAR_M = 30_000;

async function nearestPoint(tx: Tx, point: Position, county: string): Promise<string | null> {
  const { rows } = await sql<{ code: string; lon: number; lat: number }>`
    select d.code::text as code, d.lon, d.lat from divisions d where d.is_current and d.level = 5 and d.lon is not null and ${codeRange(county)}
    union all
    select p.code, p.lon, p.lat from places p where p.county_code = ${county} and p.lon is not null and p.kind <> 'household'`.execute(
    tx,
  );
  let nearest: { code: string | null; metres: number } = { code: null, metres: FAR_M };
  for (const row of rows) {
    const metres = metresBetween(point, [row.lon, row.lat]);
    if (metres < nearest.metres) nearest = { code: row.code, metres };
  }
  return nearest.code;
}

/**
 * The smallest known polygon around a position (its boundary counts as inside, holes are outside); without one the
 * nearest known village or place below it in the county, within 30 km. `county` null: polygons of all China.
 */
export async function locate(tx: Tx, county: string | null, lon: number, lat: number): Promise<Located> {
  const point: Position = [lon, lat];
  const around = (await candidates(tx, point, county))
    .map((row) => ({ code: row.code, polygons: polygonsOf(JSON.parse(row.boundary)) ?? [] }))
    .filter((row) => contains(row.polygons, point))
    .map((row) => ({ code: row.code, area: areaOf(row.polygons) }))
    .sort((a, b) => a.area - b.area || a.code.localeCompare(b.code));
  if (around[0]) return { code: around[0].code, exact: true };
  return { code: county ? await nearestPoint(tx, point, county) : null, exact: false };
}

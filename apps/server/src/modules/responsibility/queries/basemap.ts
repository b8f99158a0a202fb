import { sql } from 'kysely';
import type { Tx } from '../../../platform/index.ts';
import { type Box, polygonsOf, readBox } from '../rules/geometry.ts';
import type { BoundedVillage } from '../rules/place-codes.ts';
import { codeRange, divisionColumns, type StoredPlace } from './places.ts';
import { riversIn } from './rivers.ts';

/** Box around everything known below the prefixes (all of the county when none is given); null when nothing has a position. */
export async function boxOfPrefixes(
  tx: Tx,
  county: string,
  prefixes: readonly string[],
): Promise<Box | null> {
  const ranges = prefixes.length > 0 ? prefixes : [county];
  const within = sql.join(
    ranges.map((prefix) => sql`(${codeRange(prefix)})`),
    sql` or `,
  );
  const { rows } = await sql<{ west: number | null; south: number; east: number; north: number }>`
    select min(coalesce((box[1])[0], lon)) as west, min(coalesce((box[1])[1], lat)) as south,
      max(coalesce((box[0])[0], lon)) as east, max(coalesce((box[0])[1], lat)) as north
    from divisions d where d.is_current and (${within})`.execute(tx);
  const found = rows[0];
  return found && found.west !== null ? [found.west, found.south, found.east, found.north] : null;
}

/** Boundary and box of one place. */
export async function boundaryOf(tx: Tx, code: string): Promise<{ boundary: unknown; box: Box | null }> {
  const { rows } = await (code.length === 12
    ? sql<{ boundary: string | null; box: string | null }>`
        select boundary, box::text as box from divisions where code = ${code}::char(12) order by edition desc limit 1`
    : sql<{ boundary: string | null; box: string | null }>`
        select boundary, box::text as box from places where county_code = ${code.slice(0, 6)} and code = ${code}`
  ).execute(tx);
  const found = rows[0];
  return {
    boundary: found?.boundary ? JSON.parse(found.boundary) : null,
    box: found?.box ? readBox(found.box) : null,
  };
}

/** Names and polygons of those of the villages whose boundary is known. */
export async function villageBoundaries(
  tx: Tx,
  codes: readonly string[],
): Promise<Map<string, BoundedVillage>> {
  const { rows } = await sql<{ code: string; name: string; boundary: string }>`
    select code::text as code, name, boundary from divisions
    where code = any(${[...new Set(codes)]}::char(12)[]) and is_current and boundary is not null`.execute(tx);
  return new Map(
    rows.flatMap(({ code, name, boundary }) => {
      const polygons = polygonsOf(JSON.parse(boundary));
      return polygons ? [[code, { name, polygons }] as const] : [];
    }),
  );
}

/** Divisions of the county with polygon or point, and the rivers around, as GeoJSON. */
export async function basemapOf(tx: Tx, county: string) {
  const { rows } = await sql<StoredPlace & { boundary: string | null }>`
    select ${divisionColumns}, d.boundary from divisions d
    where d.is_current and ${codeRange(county)} and (d.boundary is not null or d.lon is not null) order by d.level, d.code`.execute(
    tx,
  );
  const features = rows.map((row) => ({
    type: 'Feature',
    id: row.code,
    properties: { code: row.code, name: row.name, kind: row.kind, lon: row.lon, lat: row.lat },
    geometry: row.boundary ? JSON.parse(row.boundary) : { type: 'Point', coordinates: [row.lon, row.lat] },
  }));
  const box = await boxOfPrefixes(tx, county, []);
  return {
    divisions: { type: 'FeatureCollection', features },
    rivers: { type: 'FeatureCollection', features: box ? await riversIn(box) : [] },
    box,
  };
}

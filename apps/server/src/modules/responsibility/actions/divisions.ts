import { sql } from 'kysely';
import type { Tx } from '../../../platform/index.ts';
import { boxOf, boxText, polygonsOf } from '../rules/geometry.ts';
import { parentOf } from '../rules/place-chain.ts';

export interface DivisionInput {
  readonly code: string;
  readonly edition: string;
  /** 1 province … 5 village. */
  readonly level: 1 | 2 | 3 | 4 | 5;
  readonly kind: string;
  readonly name: string;
  readonly officialName?: string;
  /** undefined: by the code. */
  readonly parentCode?: string | null;
  readonly position?: { readonly lon: number; readonly lat: number } | null;
  /** GeoJSON Polygon or MultiPolygon. */
  readonly boundary?: unknown;
}

const BATCH = 500;

function columnsOf(row: DivisionInput) {
  const polygons = row.boundary ? polygonsOf(row.boundary) : null;
  if (row.boundary && !polygons) throw new Error(`boundary of ${row.code} is no GeoJSON polygon`);
  return {
    code: row.code,
    edition: row.edition,
    level: row.level,
    kind: row.kind,
    name: row.name,
    official_name: row.officialName ?? row.name,
    parent_code: row.parentCode === undefined ? parentOf(row.code) : row.parentCode,
    lon: row.position?.lon ?? null,
    lat: row.position?.lat ?? null,
    boundary: polygons ? JSON.stringify(row.boundary) : null,
    box: polygons ? boxText(boxOf(polygons)) : null,
  };
}

/**
 * Stores divisions of an edition; rows of older editions with the same code are no longer current, and none is
 * deleted. The whole list of China comes by the import, with COPY; this is for a county's own rows.
 * @returns how many rows were added or changed
 */
export async function saveDivisions(tx: Tx, rows: readonly DivisionInput[]): Promise<number> {
  let changed = 0;
  for (let at = 0; at < rows.length; at += BATCH) {
    const given = JSON.stringify(rows.slice(at, at + BATCH).map(columnsOf));
    const older = sql`exists (select 1 from divisions newer where newer.code = g.code and newer.edition > g.edition)`;
    await sql`
      update divisions d set is_current = false from json_populate_recordset(null::divisions, ${given}::json) g
      where d.code = g.code and d.edition < g.edition and d.is_current`.execute(tx);
    const { numAffectedRows } = await sql`
      insert into divisions as d (code, edition, level, kind, name, official_name, parent_code, is_current, lon, lat, boundary, box)
      select g.code, g.edition, g.level, g.kind, g.name, g.official_name, g.parent_code, not ${older}, g.lon, g.lat, g.boundary, g.box
      from json_populate_recordset(null::divisions, ${given}::json) g
      on conflict (code, edition) do update set level = excluded.level, kind = excluded.kind, name = excluded.name,
        official_name = excluded.official_name, parent_code = excluded.parent_code, lon = excluded.lon, lat = excluded.lat,
        boundary = excluded.boundary, box = excluded.box
      where (d.level, d.kind, d.name, d.official_name, d.parent_code, d.lon, d.lat, d.boundary)
        is distinct from (excluded.level, excluded.kind, excluded.name, excluded.official_name, excluded.parent_code, excluded.lon, excluded.lat, excluded.boundary)`.execute(
      tx,
    );
    changed += Number(numAffectedRows ?? 0);
  }
  return changed;
}

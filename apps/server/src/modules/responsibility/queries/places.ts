import { countyOf, type PlaceKind, placePrefix } from '@qingshan/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/index.ts';
import { isCollector } from '../rules/division-names.ts';
import { DIVISION_LEVELS, placeChain } from '../rules/place-chain.ts';

export interface PlaceRow {
  readonly code: string;
  readonly name: string;
  readonly kind: PlaceKind;
  readonly parentCode: string | null;
  readonly position: { readonly lon: number; readonly lat: number } | null;
  readonly edition: string;
}

export interface StoredPlace {
  code: string;
  name: string;
  kind: string;
  parent_code: string | null;
  lon: number | null;
  lat: number | null;
  edition: string;
}

/** Columns of a division and of a place below the village as one shape; `kind` is the level's name. */
const divisionKind = sql.raw(`(array[${DIVISION_LEVELS.map((level) => `'${level}'`).join(',')}])[d.level]`);
export const divisionColumns = sql`d.code::text as code, d.name, ${divisionKind} as kind, d.parent_code::text as parent_code, d.lon, d.lat, d.edition`;
export const placeColumns = sql`p.code, p.name, p.kind, p.parent_code, p.lon, p.lat, '' as edition`;

export function placeRow(stored: StoredPlace): PlaceRow {
  return {
    code: stored.code,
    name: stored.name,
    kind: stored.kind as PlaceKind,
    parentCode: stored.parent_code,
    position: stored.lon === null || stored.lat === null ? null : { lon: stored.lon, lat: stored.lat },
    edition: stored.edition,
  };
}

export const summaryOf = ({ edition: _, ...summary }: PlaceRow) => summary;

/** Places by code, whatever their level; a division that a newer edition dropped is found in its last edition. */
export async function placesByCode(tx: Tx, codes: readonly string[]): Promise<Map<string, PlaceRow>> {
  const wanted = [...new Set(codes)];
  const divisions = wanted.filter((code) => code.length === 12);
  const below = wanted.filter((code) => code.length > 12);
  const counties = [...new Set(below.map(countyOf))];
  const { rows } = await sql<StoredPlace>`
    (select distinct on (d.code) ${divisionColumns} from divisions d where d.code = any(${divisions}::char(12)[]) order by d.code, d.edition desc)
    union all
    select ${placeColumns} from places p where p.county_code = any(${counties}::char(6)[]) and p.code = any(${below})`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.code, placeRow(row)]));
}

export async function placeByCode(tx: Tx, code: string): Promise<PlaceRow | null> {
  return (await placesByCode(tx, [code])).get(code) ?? null;
}

/** Rows from the province down to the place itself; collecting rows such as 市辖区 are left out. */
export async function pathOf(tx: Tx, code: string): Promise<PlaceRow[]> {
  const found = await placesByCode(tx, placeChain(code));
  return pathAmong(found, code);
}

function pathAmong(found: ReadonlyMap<string, PlaceRow>, code: string): PlaceRow[] {
  const path: PlaceRow[] = [];
  for (const above of placeChain(code).reverse()) {
    const row = found.get(above);
    if (row && (above === code || !isCollector(row.name)) && path.at(-1)?.name !== row.name) path.push(row);
  }
  return path;
}

/** Short name and the path below the county (`清溪镇·柳湾村·3组`); a code that is not known is missing in the answer. */
export async function placeNames(
  tx: Tx,
  codes: readonly string[],
): Promise<Map<string, { name: string; pathName: string }>> {
  const found = await placesByCode(tx, codes.flatMap(placeChain));
  const names = new Map<string, { name: string; pathName: string }>();
  for (const code of codes) {
    const row = found.get(code);
    if (!row) continue;
    const path = pathAmong(found, code).filter((above) => placePrefix(above.code).length > 6);
    names.set(code, { name: row.name, pathName: path.map((above) => above.name).join('·') || row.name });
  }
  return names;
}

export async function placeExists(tx: Tx, code: string): Promise<boolean> {
  return (await placeByCode(tx, code)) !== null;
}

/** Position of the place, or of the nearest place above that has one. */
export async function placePosition(tx: Tx, code: string): Promise<{ lon: number; lat: number } | null> {
  const chain = placeChain(code);
  const found = await placesByCode(tx, chain);
  for (const above of chain) {
    const position = found.get(above)?.position;
    if (position) return { ...position };
  }
  return null;
}

/** Range of full division codes with a prefix, for the primary key. */
export const codeRange = (prefix: string) =>
  sql`d.code between ${prefix.padEnd(12, '0').slice(0, 12)}::char(12) and ${prefix.padEnd(12, '9').slice(0, 12)}::char(12)`;

export async function villagesOf(tx: Tx, prefix: string): Promise<PlaceRow[]> {
  const { rows } = await sql<StoredPlace>`
    select ${divisionColumns} from divisions d where d.is_current and d.level = 5 and ${codeRange(placePrefix(prefix))} order by d.code`.execute(
    tx,
  );
  return rows.map(placeRow);
}

/** Places directly below: divisions, then groups, grids and plots of a village, households of a group. */
export async function childrenOf(tx: Tx, code: string): Promise<PlaceRow[]> {
  const { rows } = await sql<StoredPlace>`
    select * from (
      select ${divisionColumns} from divisions d where d.is_current and d.parent_code = ${code.slice(0, 12)}::char(12) and ${code.length} = 12
      union all
      select ${placeColumns} from places p where p.county_code = ${countyOf(code)} and p.parent_code = ${code}
    ) as child order by length(code), code`.execute(tx);
  return rows.map(placeRow);
}

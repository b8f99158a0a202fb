import { sql } from 'kysely';
import { inReach, Refusal, record, type SignedInContext, type Tx } from '../../../platform/index.ts';
import { type Author, authorOf } from '../author.ts';
import { mayEditPlace } from '../policy.ts';
import { villageBoundaries } from '../queries/basemap.ts';
import { villagesOf } from '../queries/places.ts';
import { parentOf, villageOf } from '../rules/place-chain.ts';
import { type KnownPlace, PlaceBook, type Placed } from '../rules/place-codes.ts';
import { type ReadRow, type RefusedRow, readSheetRow, type SheetRow } from '../rules/place-sheet.ts';
import { MAX_SHEET_BYTES, readSheet } from './read-sheet.ts';

export interface ImportedPlaces {
  added: number;
  changed: number;
  unchanged: number;
  refused: RefusedRow[];
}

const BATCH = 1000;
/** A household needs its group, a group may name its grid: these come first. */
const ORDER: readonly ReadRow['kind'][] = ['grid', 'group', 'plot', 'household'];

async function knownPlaces(tx: Tx, county: string): Promise<KnownPlace[]> {
  const { rows } =
    await sql<KnownPlace>`select code, name, kind from places where county_code = ${county}`.execute(tx);
  return rows;
}

/** Stores places in batches; a boundary drawn before stays, a position or grid that the sheet leaves empty too. */
async function storeAll(
  tx: Tx,
  county: string,
  placed: readonly Placed[],
): Promise<{ added: number; changed: number }> {
  const sum = { added: 0, changed: 0 };
  for (let at = 0; at < placed.length; at += BATCH) {
    const rows = placed.slice(at, at + BATCH).map(({ place }) => ({
      county_code: county,
      code: place.code,
      kind: place.kind,
      name: place.name,
      village_code: villageOf(place.code),
      parent_code: parentOf(place.code),
      grid_code: place.gridCode ?? null,
      lon: place.position?.lon ?? null,
      lat: place.position?.lat ?? null,
    }));
    const stored = await sql<{ added: boolean }>`
      insert into places as p (county_code, code, kind, name, village_code, parent_code, grid_code, lon, lat)
      select county_code, code, kind, name, village_code, parent_code, grid_code, lon, lat
      from json_populate_recordset(null::places, ${JSON.stringify(rows)}::json)
      on conflict (county_code, code) do update set name = excluded.name, grid_code = coalesce(excluded.grid_code, p.grid_code),
        lon = coalesce(excluded.lon, p.lon), lat = coalesce(excluded.lat, p.lat)
      where (p.name, p.grid_code, p.lon, p.lat) is distinct from (excluded.name, coalesce(excluded.grid_code, p.grid_code),
        coalesce(excluded.lon, p.lon), coalesce(excluded.lat, p.lat))
      returning xmax = 0 as added`.execute(tx);
    const added = stored.rows.filter((row) => row.added).length;
    sum.added += added;
    sum.changed += stored.rows.length - added;
  }
  return sum;
}

/**
 * Brings groups, households, grids and plots in: good rows are stored, bad ones answered with row, column and reason;
 * the same sheet again changes nothing.
 * @param villages those that the writer may change
 */
export async function importPlaces(
  tx: Tx,
  author: Author,
  villages: readonly KnownPlace[],
  sheet: readonly SheetRow[],
  countyCode: string,
): Promise<ImportedPlaces> {
  const refused: RefusedRow[] = [];
  const keep = <T extends object>(item: T | RefusedRow): T[] => {
    if (!('reason' in item)) return [item];
    refused.push(item);
    return [];
  };
  const read = sheet.flatMap((row) => keep(readSheetRow(row)));
  await sql`select pg_advisory_xact_lock(hashtext('numbers of places'), ${Number(countyCode)})`.execute(tx);
  const boundaries = await villageBoundaries(
    tx,
    villages.map((village) => village.code),
  );
  const book = new PlaceBook(villages, await knownPlaces(tx, countyCode), boundaries);
  const placed = read
    .toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.row - b.row)
    .flatMap((row) => keep(book.take(row)));
  const { added, changed } = await storeAll(tx, countyCode, placed);
  if (added + changed > 0)
    await record(tx, {
      countyCode,
      kind: 'places.import',
      subjectType: 'place',
      subjectId: `${countyCode}000000`,
      actorPersonId: author.personId,
      actorPostId: author.postId ?? null,
      placeCode: `${countyCode}000000`,
      at: author.at,
      details: { added, changed, refused: refused.length },
    });
  return {
    added,
    changed,
    unchanged: placed.length - added - changed,
    refused: refused.sort((a, b) => a.row - b.row),
  };
}

async function uploadedSheet({ request }: SignedInContext): Promise<Buffer> {
  const sentence = '没有收到文件，请选择要导入的 Excel 文件（.xlsx）';
  if (!request.isMultipart()) throw new Refusal('invalid-input', sentence);
  const part = await request.file({ limits: { fileSize: MAX_SHEET_BYTES } });
  if (!part) throw new Refusal('invalid-input', sentence);
  const bytes = await part.toBuffer().catch((error: { code?: string }) => {
    if (error.code === 'FST_REQ_FILE_TOO_LARGE')
      throw new Refusal('file-too-large', '表格太大：超过 5 MB，请分成几个文件导入');
    throw error;
  });
  return bytes;
}

/** The uploaded sheet into the villages that the actor may change. */
export async function importPlacesAs(context: SignedInContext): Promise<ImportedPlaces> {
  const { app, actor } = context;
  const sheet = await readSheet(await uploadedSheet(context));
  return inReach(app.db, actor, async (tx) => {
    const villages = (await villagesOf(tx, actor.countyCode)).filter((village) =>
      mayEditPlace(actor, village.code),
    );
    return importPlaces(tx, authorOf(app, actor), villages, sheet, actor.countyCode);
  });
}

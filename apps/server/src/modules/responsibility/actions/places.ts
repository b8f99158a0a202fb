import { countyOf } from '@qingshan/contract';
import { sql } from 'kysely';
import { Refusal, record, type Tx } from '../../../platform/index.ts';
import type { Author } from '../author.ts';
import { villageBoundaries } from '../queries/basemap.ts';
import { placesByCode } from '../queries/places.ts';
import { boxOf, boxText, type Polygon, type Position } from '../rules/geometry.ts';
import { outsideSentence, outsideVillage } from '../rules/inside-village.ts';
import { parentOf, villageOf } from '../rules/place-chain.ts';
import { boundaryFault, kindOfCode, type PlaceInput, polygonsWithin } from '../rules/place-input.ts';
import { ours } from '../tables.ts';
import type { Saved } from './posts.ts';

function demandShape(input: PlaceInput): void {
  if (kindOfCode(input.code) !== input.kind)
    throw new Refusal('invalid-input', '代码与类型不符：组用 G，户用 G…H，网格用 W，地块用 P', {
      fields: { code: '代码与类型不符' },
    });
  const fault = boundaryFault(input.boundary);
  if (fault) throw new Refusal('invalid-input', fault, { fields: { boundary: fault } });
  const position = input.position;
  if (position && (Math.abs(position.lon) > 180 || Math.abs(position.lat) > 90))
    throw new Refusal('invalid-input', '经纬度超出范围，请检查经度和纬度是否写反', {
      fields: { position: '超出范围' },
    });
}

async function demandParents(tx: Tx, input: PlaceInput): Promise<{ village: string; parent: string }> {
  const village = villageOf(input.code);
  const parent = parentOf(input.code);
  const known = await placesByCode(tx, [village ?? '', parent ?? ''].filter(Boolean));
  if (!village || known.get(village)?.kind !== 'village')
    throw new Refusal('unknown-place', '没有这个村，请先导入区划', { fields: { code: '所属村不存在' } });
  if (!parent || !known.has(parent))
    throw new Refusal('unknown-place', '户所属的组还没有建立，请先建组', {
      fields: { code: '所属组不存在' },
    });
  return { village, parent };
}

/** What is drawn must lie in its village, where the village's boundary is known. */
async function demandInside(tx: Tx, input: PlaceInput, villageCode: string): Promise<void> {
  const { lon, lat } = input.position ?? {};
  const drawn: [field: string, what: string, shape: readonly Polygon[] | Position][] = [];
  const polygons = polygonsWithin(input.boundary);
  if (polygons) drawn.push(['boundary', '边界有一处', polygons]);
  if (lon !== undefined && lat !== undefined) drawn.push(['position', '位置', [lon, lat]]);
  if (drawn.length === 0) return;
  const village = (await villageBoundaries(tx, [villageCode])).get(villageCode);
  if (!village) return;
  for (const [field, what, shape] of drawn) {
    const outside = outsideVillage(village.polygons, shape);
    if (!outside) continue;
    const sentence = outsideSentence(outside, what, village.name);
    throw new Refusal('invalid-input', sentence, { fields: { [field]: sentence } });
  }
}

/** Stores a place below the village without an event; the caller records it. */
export async function storePlace(tx: Tx, input: PlaceInput): Promise<Saved> {
  demandShape(input);
  const { village, parent } = await demandParents(tx, input);
  await demandInside(tx, input, village);
  const polygons = polygonsWithin(input.boundary);
  const row = {
    kind: input.kind,
    name: input.name,
    village_code: village,
    parent_code: parent,
    lon: input.position?.lon ?? null,
    lat: input.position?.lat ?? null,
    boundary: polygons ? JSON.stringify(input.boundary) : null,
    box: polygons ? boxText(boxOf(polygons)) : null,
    ...(input.gridCode === undefined ? {} : { grid_code: input.gridCode }),
  };
  const stored = await ours(tx)
    .insertInto('places')
    .values({ grid_code: null, ...row, county_code: countyOf(input.code), code: input.code })
    .onConflict((conflict) =>
      conflict
        .columns(['county_code', 'code'])
        .doUpdateSet(row)
        .where(
          sql<boolean>`(places.name, places.lon, places.lat, places.boundary, places.grid_code) is distinct from
            (excluded.name, excluded.lon, excluded.lat, excluded.boundary, ${input.gridCode === undefined ? sql`places.grid_code` : sql`excluded.grid_code`})`,
        ),
    )
    .returning(sql<boolean>`xmax = 0`.as('added'))
    .executeTakeFirst();
  if (!stored) return 'unchanged';
  return stored.added ? 'added' : 'changed';
}

/** Sets up or changes a group, household, grid or plot. Errors: `unknown-place`, `invalid-input`. */
export async function savePlace(tx: Tx, author: Author, input: PlaceInput): Promise<Saved> {
  const saved = await storePlace(tx, input);
  if (saved === 'unchanged') return saved;
  await record(tx, {
    countyCode: countyOf(input.code),
    kind: 'place.save',
    subjectType: 'place',
    subjectId: input.code,
    actorPersonId: author.personId,
    actorPostId: author.postId ?? null,
    placeCode: input.code,
    at: author.at,
    details: {
      kind: input.kind,
      saved,
      hasBoundary: Boolean(input.boundary),
      hasPosition: Boolean(input.position),
    },
  });
  return saved;
}

/** Whether the town (or the county, for its own posts) shows phone numbers of holders to the public. */
export async function saveTownSetting(
  tx: Tx,
  author: Author,
  input: { readonly townCode: string; readonly showsPhones: boolean },
): Promise<void> {
  const county = countyOf(input.townCode);
  await ours(tx)
    .insertInto('town_settings')
    .values({ county_code: county, town_code: input.townCode, shows_phones: input.showsPhones })
    .onConflict((conflict) =>
      conflict.columns(['county_code', 'town_code']).doUpdateSet({ shows_phones: input.showsPhones }),
    )
    .execute();
  await record(tx, {
    countyCode: county,
    kind: 'place.showPhones',
    subjectType: 'place',
    subjectId: input.townCode,
    actorPersonId: author.personId,
    actorPostId: author.postId ?? null,
    placeCode: input.townCode,
    at: author.at,
    details: { showsPhones: input.showsPhones },
  });
}

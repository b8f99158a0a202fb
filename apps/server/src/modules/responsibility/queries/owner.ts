import { type PostKind, postKindRow } from '@qingshan/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/index.ts';
import { type Covering, chooseOwner, type FoundOwner } from '../rules/owner.ts';
import { placeChain, villageOf } from '../rules/place-chain.ts';
import { type Holder, holdersOn } from './holders.ts';
import { placesByCode } from './places.ts';

interface CoveringRow {
  id: string;
  kind: PostKind;
  title: string;
  place_code: string;
  zone_id: string | null;
  reach_id: string | null;
  issue_kinds: string[] | null;
  holders: Holder[];
}

/** The grid that covers a group or household, where one is named. */
async function gridOf(tx: Tx, county: string, code: string): Promise<string | null> {
  const chain = placeChain(code).filter((above) => above.length > 12);
  if (chain.length === 0) return null;
  const { rows } = await sql<{ grid_code: string }>`
    select grid_code from places where county_code = ${county} and code = any(${chain}) and grid_code is not null order by length(code) desc limit 1`.execute(
    tx,
  );
  return rows[0]?.grid_code ?? null;
}

/** Places whose posts cover this one, smallest first: household, group, grid, village, town, county. */
export async function coveringPlaces(tx: Tx, county: string, code: string): Promise<string[]> {
  const chain = placeChain(code);
  const grid = await gridOf(tx, county, code);
  if (!grid || chain.includes(grid)) return chain;
  const village = chain.findIndex((above) => above.length === 12);
  return chain.toSpliced(village, 0, grid);
}

/** Posts of these kinds that cover the place by their own place, their zone or their reach. */
export async function coveringPosts(
  tx: Tx,
  county: string,
  code: string,
  kinds: readonly PostKind[],
  on: string,
): Promise<Covering[]> {
  const chain = await coveringPlaces(tx, county, code);
  const village = villageOf(code) ?? '';
  const { rows } = await sql<CoveringRow>`
    select p.id, p.kind, p.title, p.place_code, p.zone_id, p.reach_id, p.issue_kinds, ${holdersOn(on)} as holders
    from posts p where p.county_code = ${county} and p.kind = any(${[...kinds]}) and (
      (p.zone_id is null and p.reach_id is null and p.place_code = any(${chain}))
      or p.zone_id in (select v.zone_id from zone_villages v where v.county_code = ${county} and v.village_code = ${village})
      or p.reach_id in (select v.reach_id from reach_villages v where v.county_code = ${county} and v.village_code = ${village})
    ) order by p.id`.execute(tx);
  return rows.map((row) => coveringOf(row, distanceOf(row, chain)));
}

const coveringOf = (row: CoveringRow, distance: number): Covering => ({
  postId: row.id,
  kind: row.kind,
  title: row.title,
  placeCode: row.place_code,
  issueKinds: row.issue_kinds,
  holders: row.holders,
  distance,
});

/**
 * Posts of grids, groups and plots inside a village: all of them for the village itself; for a place of the village
 * whose grid is not known, its grid keepers.
 */
export async function postsInside(
  tx: Tx,
  county: string,
  village: string,
  kinds: readonly PostKind[],
  on: string,
): Promise<Covering[]> {
  const { rows } = await sql<CoveringRow>`
    select p.id, p.kind, p.title, p.place_code, p.zone_id, p.reach_id, p.issue_kinds, ${holdersOn(on)} as holders
    from posts p where p.county_code = ${county} and p.kind = any(${[...kinds]}) and p.zone_id is null and p.reach_id is null
      and p.place_code like ${`${village}_%`} order by p.place_code, p.id`.execute(tx);
  return rows.map((row) => coveringOf(row, -1));
}

/** Steps up from the place: a village's reach counts as the village, a zone lies between village and town. */
function distanceOf(row: CoveringRow, chain: readonly string[]): number {
  const village = chain.findIndex((code) => code.length === 12);
  const level = postKindRow(row.kind).level;
  if (row.zone_id) return village + 0.5;
  if (row.reach_id && level === 'village') return village;
  const own = chain.indexOf(row.place_code);
  return own >= 0 ? own : chain.length;
}

/**
 * The post that answers for a place: kinds in the given order, inside a kind from the smallest place upward, the
 * first one held on the day. `postId` is null when all are vacant or there is none.
 */
export async function findOwner(
  tx: Tx,
  county: string,
  placeCode: string,
  ownerKinds: readonly PostKind[],
  on: string,
  issueKind?: string,
): Promise<FoundOwner> {
  const covering = await coveringPosts(tx, county, placeCode, ownerKinds, on);
  const places = await placesByCode(
    tx,
    covering.map((post) => post.placeCode),
  );
  const named = covering.map((post) => ({ ...post, placeName: places.get(post.placeCode)?.name ?? '' }));
  return chooseOwner(named, ownerKinds, issueKind);
}

import { type PostKind, placePrefix } from '@qingshan/contract';
import { sql } from 'kysely';
import type { Actor, Tx } from '../../../platform/index.ts';
import { mayEditPlace } from '../policy.ts';
import { type Holder, holdersOn } from './holders.ts';
import { placesByCode, villagesOf } from './places.ts';

interface StoredZone {
  id: string;
  name: string;
  kind: string;
  townCode: string;
  villages: string[];
}

interface HeldPost {
  kind: PostKind;
  title: string;
  placeCode: string;
  zoneId: string | null;
  reachId: string | null;
  holders: Holder[];
}

const nameOf = (post: HeldPost | undefined): string | null =>
  post?.holders.map((holder) => holder.name).join('、') || null;

async function heldPosts(
  tx: Tx,
  county: string,
  kinds: readonly PostKind[],
  prefix: string,
  on: string,
): Promise<HeldPost[]> {
  const { rows } = await sql<HeldPost>`
    select p.kind, p.title, p.place_code as "placeCode", p.zone_id as "zoneId", p.reach_id as "reachId", ${holdersOn(on)} as holders
    from posts p where p.county_code = ${county} and p.kind = any(${[...kinds]})
      and (p.place_code like ${`${prefix}%`} or p.zone_id is not null or p.reach_id is not null) order by p.kind, p.place_code, p.id`.execute(
    tx,
  );
  return rows;
}

async function zonesOf(tx: Tx, county: string, prefix: string): Promise<StoredZone[]> {
  const { rows } = await sql<StoredZone>`
    select z.id, z.name, z.kind, z.town_code as "townCode",
      array(select v.village_code from zone_villages v where v.county_code = z.county_code and v.zone_id = z.id order by v.village_code) as villages
    from zones z where z.county_code = ${county} and z.town_code like ${`${prefix}%`} order by z.town_code, z.id`.execute(
    tx,
  );
  return rows;
}

/** Town of a stored zone; null when the county has none with this id. */
export async function zoneById(tx: Tx, county: string, id: string): Promise<{ townCode: string } | null> {
  const { rows } = await sql<{ townCode: string }>`
    select town_code as "townCode" from zones where county_code = ${county} and id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

/** The zone of a village, for its page. */
export async function zoneOf(
  tx: Tx,
  county: string,
  villageCode: string,
): Promise<{ id: string; name: string } | null> {
  const { rows } = await sql<{ id: string; name: string }>`
    select z.id, z.name from zone_villages v join zones z on z.county_code = v.county_code and z.id = v.zone_id
    where v.county_code = ${county} and v.village_code = ${villageCode} order by z.id limit 1`.execute(tx);
  return rows[0] ?? null;
}

/** The 1+3+N board of a town: leading group, zones with their heads, and per village zone head, resident cadre and secretary. */
export async function zoneBoard(tx: Tx, actor: Actor, town: string | undefined, on: string) {
  const county = actor.countyCode;
  const prefix = placePrefix(town ?? county);
  const zones = await zonesOf(tx, county, prefix);
  const kinds = [
    'leading_group_head',
    'leading_group_member',
    'zone_head',
    'resident_cadre',
    'village_secretary',
  ] as const;
  const posts = await heldPosts(tx, county, kinds, prefix, on);
  const villages = await villagesOf(tx, prefix);
  const names = await placesByCode(
    tx,
    zones.flatMap((zone) => zone.villages),
  );
  const headOf = (zone: StoredZone | undefined) =>
    zone ? nameOf(posts.find((post) => post.kind === 'zone_head' && post.zoneId === zone.id)) : null;
  const at = (code: string, kind: PostKind) =>
    nameOf(posts.find((post) => post.kind === kind && post.placeCode === code && post.holders.length > 0));
  return {
    leadingGroup: posts
      .filter((post) => post.kind.startsWith('leading_group') && post.placeCode.startsWith(prefix))
      .map((post) => ({ title: post.title, name: nameOf(post) })),
    zones: zones.map((zone) => ({
      ...zone,
      villages: zone.villages.map((code) => ({ code, name: names.get(code)?.name ?? code })),
      head: headOf(zone),
      mayEdit: [zone.townCode, ...zone.villages].every((code) => mayEditPlace(actor, code)),
    })),
    villages: villages.map((village) => {
      const zone = zones.find((one) => one.villages.includes(village.code));
      return {
        villageCode: village.code,
        villageName: village.name,
        zoneName: zone?.name ?? null,
        zoneHead: headOf(zone),
        residentCadre: at(village.code, 'resident_cadre'),
        secretary: at(village.code, 'village_secretary'),
      };
    }),
  };
}

/** Villages of a zone or of a reach, for deciding whether a post on it stays inside the editor's reach. */
export async function villagesBound(
  tx: Tx,
  county: string,
  bound: { zoneId?: string | null; reachId?: string | null },
): Promise<string[]> {
  const { rows } = await sql<{ village_code: string }>`
    select village_code from zone_villages where county_code = ${county} and zone_id = ${bound.zoneId ?? ''}
    union select village_code from reach_villages where county_code = ${county} and reach_id = ${bound.reachId ?? ''}`.execute(
    tx,
  );
  return rows.map((row) => row.village_code);
}

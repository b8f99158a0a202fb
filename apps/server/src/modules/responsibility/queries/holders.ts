import { type PostKind, placePrefix, postKinds, type Role } from '@qingshan/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/index.ts';
import { erasedName } from '../../identity/index.ts';

export interface Holder {
  readonly personId: string;
  readonly name: string;
}

export interface PostLabel {
  readonly title: string;
  readonly kind: PostKind;
  readonly placeCode: string;
  readonly holders: readonly Holder[];
}

/** JSON array of the holders of post `p` on a day, for use inside a select. */
export const holdersOn = (on: string) => sql<Holder[]>`coalesce((
  select json_agg(json_build_object('personId', person.id, 'name', case when person.erased_at is null then person.name else ${erasedName} end) order by lower(t.during), t.id)
  from terms t join people person on person.county_code = t.county_code and person.id = t.person_id
  where t.county_code = p.county_code and t.post_id = p.id and t.during @> ${on}::date), '[]'::json)`;

/** Titles of posts with who held them on a day. */
export async function postLabels(
  tx: Tx,
  county: string,
  postIds: readonly string[],
  on: string,
): Promise<Map<string, PostLabel>> {
  if (postIds.length === 0) return new Map();
  const { rows } = await sql<{
    id: string;
    title: string;
    kind: PostKind;
    place_code: string;
    holders: Holder[];
  }>`
    select p.id, p.title, p.kind, p.place_code, ${holdersOn(on)} as holders
    from posts p where p.county_code = ${county} and p.id = any(${[...new Set(postIds)]})`.execute(tx);
  return new Map(
    rows.map(({ id, title, kind, place_code: placeCode, holders }) => [
      id,
      { title, kind, placeCode, holders },
    ]),
  );
}

/** Persons who held the post on a day. */
export async function holdersOf(tx: Tx, county: string, postId: string, on: string): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    select person_id from terms where county_code = ${county} and post_id = ${postId} and during @> ${on}::date order by lower(during), id`.execute(
    tx,
  );
  return rows.map((row) => row.person_id);
}

/** Persons who on a day hold a post of the town (not of its villages) that carries one of the roles. */
export async function postsOfTown(
  tx: Tx,
  county: string,
  townCode: string,
  roles: readonly Role[],
  on: string,
): Promise<string[]> {
  const kinds = Object.entries(postKinds)
    .filter(([, row]) => row.roles.some((role) => roles.includes(role)))
    .map(([kind]) => kind);
  const { rows } = await sql<{ person_id: string }>`
    select distinct t.person_id from posts p join terms t on t.county_code = p.county_code and t.post_id = p.id
    where p.county_code = ${county} and p.place_code = ${placePrefix(townCode).padEnd(12, '0')} and p.kind = any(${kinds}) and t.during @> ${on}::date
    order by t.person_id`.execute(tx);
  return rows.map((row) => row.person_id);
}

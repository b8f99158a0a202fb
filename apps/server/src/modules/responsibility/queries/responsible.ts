import { type Category, type PostKind, type PostLevel, postKindCodes, postKindRow } from '@qingshan/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/index.ts';
import { erasedName } from '../../identity/index.ts';
import { duties } from '../duties.table.ts';
import { postsToCallFirst } from '../rules/first-to-call.ts';
import { type Covering, fullTitle } from '../rules/owner.ts';
import { villageOf } from '../rules/place-chain.ts';
import { coveringPosts, postsInside } from './owner.ts';
import { placesByCode } from './places.ts';

export interface ShownHolder {
  personId: string | null;
  name: string;
  from: string;
  to: string | null;
  phone: string | null;
}

export interface ResponsiblePost {
  postId: string;
  kind: PostKind;
  kindLabel: string;
  level: PostLevel;
  title: string;
  placeCode: string;
  placeName: string;
  vacant: boolean;
  holders: ShownHolder[];
  duties: string[];
}

/** Who asks: the public sees names; phones leave the database only where the town shows them or staff may read people. */
export interface Asker {
  readonly staff: boolean;
  readonly readsPhones: boolean;
}

interface PostOnDay {
  id: string;
  extra_duties: string[];
  holders: ShownHolder[];
}

async function postsOnDay(
  tx: Tx,
  county: string,
  postIds: readonly string[],
  on: string,
  asker: Asker,
): Promise<Map<string, PostOnDay>> {
  const { rows } = await sql<PostOnDay>`
    select p.id, p.extra_duties, coalesce((
      select json_agg(json_build_object(
        'personId', case when ${asker.staff} then person.id end,
        'name', case when person.erased_at is null then person.name else ${erasedName} end,
        'from', lower(t.during), 'to', upper(t.during) - 1,
        'phone', case when ${asker.readsPhones} or coalesce(s.shows_phones, false) then person.phone end) order by lower(t.during), t.id)
      from terms t join people person on person.county_code = t.county_code and person.id = t.person_id
      where t.county_code = p.county_code and t.post_id = p.id and t.during @> ${on}::date), '[]'::json) as holders
    from posts p left join town_settings s on s.county_code = p.county_code and s.town_code = left(p.place_code, 9) || '000'
    where p.county_code = ${county} and p.id = any(${[...postIds]})`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Posts that answer, nearest first, and which of them one would call first. */
export interface Responsible {
  posts: ResponsiblePost[];
  first: string[];
}

const publicKinds = postKindCodes.filter((kind) => postKindRow(kind).shownToPublic);

const kindsInside = publicKinds.filter((kind) => postKindRow(kind).level === 'group');

/** Of a village its grid keepers, group heads and rangers too; of a place whose grid is not known its village's keepers. */
async function coveringWithInside(tx: Tx, county: string, code: string, on: string): Promise<Covering[]> {
  const covering = await coveringPosts(tx, county, code, publicKinds, on);
  const village = villageOf(code);
  if (!village) return covering;
  if (code === village) return [...(await postsInside(tx, county, village, kindsInside, on)), ...covering];
  if (covering.some((post) => post.kind === 'grid_keeper')) return covering;
  return [...covering, ...(await postsInside(tx, county, village, ['grid_keeper'], on))];
}

/**
 * Who answered for a place on a day: the whole chain from the smallest place up to the county, vacancies included,
 * kinds that are shown to the public only.
 * @param about category of the problem that one would call about
 */
export async function responsiblePosts(
  tx: Tx,
  county: string,
  placeCode: string,
  on: string,
  asker: Asker,
  about?: Category,
): Promise<Responsible> {
  const covering = await coveringWithInside(tx, county, placeCode, on);
  const ids = covering.map((post) => post.postId);
  const onDay = await postsOnDay(tx, county, ids, on, asker);
  const places = await placesByCode(
    tx,
    covering.map((post) => post.placeCode),
  );
  const sorted = covering.toSorted(
    (a, b) =>
      a.distance - b.distance ||
      publicKinds.indexOf(b.kind) - publicKinds.indexOf(a.kind) ||
      a.placeCode.localeCompare(b.placeCode) ||
      a.postId.localeCompare(b.postId),
  );
  const posts = sorted.map((post) =>
    shownPost(post, places.get(post.placeCode)?.name ?? '', onDay.get(post.postId)),
  );
  const callable = sorted.map((post) => ({ ...post, vacant: !onDay.get(post.postId)?.holders.length }));
  return { posts, first: postsToCallFirst(callable, about) };
}

function shownPost(post: Covering, placeName: string, onDay: PostOnDay | undefined): ResponsiblePost {
  const holders = onDay?.holders ?? [];
  return {
    postId: post.postId,
    kind: post.kind,
    kindLabel: postKindRow(post.kind).label,
    level: postKindRow(post.kind).level,
    title: fullTitle({ title: post.title, placeName }),
    placeCode: post.placeCode,
    placeName,
    vacant: holders.length === 0,
    holders,
    duties: [...duties[post.kind], ...(onDay?.extra_duties ?? [])],
  };
}

/** Whether the town shows phone numbers of its holders to the public; without a decision: no. */
export async function showsPhones(tx: Tx, county: string, townCode: string): Promise<boolean> {
  const { rows } = await sql<{ shows_phones: boolean }>`
    select shows_phones from town_settings where county_code = ${county} and town_code = ${townCode}`.execute(
    tx,
  );
  return rows[0]?.shows_phones ?? false;
}

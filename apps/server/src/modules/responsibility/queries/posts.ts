import { type PostKind, placePrefix, postKindRow } from '@qingshan/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/index.ts';
import { erasedName } from '../../identity/index.ts';
import { duties } from '../duties.table.ts';
import { placesByCode } from './places.ts';

interface PostHolder {
  termId: string;
  personId: string;
  name: string;
  from: string;
  to: string | null;
}

interface StoredPost {
  id: string;
  kind: PostKind;
  title: string;
  placeCode: string;
  zoneId: string | null;
  reachId: string | null;
  reportsToId: string | null;
  reportsToTitle: string | null;
  single: boolean;
  issueKinds: string[] | null;
  vacantSince: string | null;
  holders: PostHolder[];
  extraDuties: string[];
}

export interface PostFilter {
  readonly place?: string | undefined;
  readonly kind?: PostKind | undefined;
  readonly vacant?: 'true' | 'false' | undefined;
  readonly q?: string | undefined;
  readonly page: number;
  readonly size: number;
}

const heldOn = (on: string) => sql<boolean>`exists (
  select 1 from terms t where t.county_code = p.county_code and t.post_id = p.id and t.during @> ${on}::date)`;

/** A vacancy runs from the day after the last term, or from the day the post was set up. */
const postColumns = (
  on: string,
) => sql`p.id, p.kind, p.title, p.place_code as "placeCode", p.zone_id as "zoneId", p.reach_id as "reachId",
  p.reports_to_id as "reportsToId", above.title as "reportsToTitle", p.single, p.extra_duties as "extraDuties", p.issue_kinds as "issueKinds",
  case when not ${heldOn(on)} then coalesce(
    (select max(upper(t.during)) from terms t where t.county_code = p.county_code and t.post_id = p.id and upper(t.during) <= ${on}::date),
    least(p.created_on, ${on}::date)) end as "vacantSince",
  coalesce((
    select json_agg(json_build_object('termId', t.id, 'personId', person.id, 'name', case when person.erased_at is null then person.name else ${erasedName} end,
      'from', lower(t.during), 'to', upper(t.during) - 1) order by lower(t.during), t.id)
    from terms t join people person on person.county_code = t.county_code and person.id = t.person_id
    where t.county_code = p.county_code and t.post_id = p.id and t.during @> ${on}::date), '[]'::json) as holders`;

const fromPosts = sql`from posts p left join posts above on above.county_code = p.county_code and above.id = p.reports_to_id`;

function matching(county: string, filter: PostFilter) {
  const parts = [sql`p.county_code = ${county}`];
  if (filter.place) parts.push(sql`p.place_code like ${`${placePrefix(filter.place)}%`}`);
  if (filter.kind) parts.push(sql`p.kind = ${filter.kind}`);
  if (filter.q) {
    const like = `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`(p.title ilike ${like} or exists (
      select 1 from terms t join people person on person.county_code = t.county_code and person.id = t.person_id
      where t.county_code = p.county_code and t.post_id = p.id and person.name ilike ${like}))`);
  }
  return sql.join(parts, sql` and `);
}

async function shown(tx: Tx, stored: readonly StoredPost[], open: ReadonlyMap<string, number>) {
  const places = await placesByCode(
    tx,
    stored.map((post) => post.placeCode),
  );
  return stored.map(({ extraDuties: _, ...post }) => ({
    ...post,
    kindLabel: postKindRow(post.kind).label,
    placeName: places.get(post.placeCode)?.name ?? '',
    openIssues: open.get(post.id) ?? 0,
  }));
}

export type CountOpen = (tx: Tx, county: string, postIds: readonly string[]) => Promise<Map<string, number>>;

/** Posts with holders of the day, vacancies and open work; `vacantTotal` counts vacancies among all that match. */
export async function findPosts(
  tx: Tx,
  county: string,
  filter: PostFilter,
  on: string,
  countOpen: CountOpen,
) {
  const where = matching(county, filter);
  const counts = await sql<{ total: number; vacant: number }>`
    select count(*)::int as total, (count(*) filter (where not ${heldOn(on)}))::int as vacant ${fromPosts} where ${where}`.execute(
    tx,
  );
  const { total = 0, vacant = 0 } = counts.rows[0] ?? {};
  const byVacancy = { true: sql`and not ${heldOn(on)}`, false: sql`and ${heldOn(on)}`, any: sql`` }[
    filter.vacant ?? 'any'
  ];
  const { rows } = await sql<StoredPost>`
    select ${postColumns(on)} ${fromPosts} where ${where} ${byVacancy}
    order by p.place_code, p.kind, p.id limit ${filter.size} offset ${(filter.page - 1) * filter.size}`.execute(
    tx,
  );
  const open = await countOpen(
    tx,
    county,
    rows.map((post) => post.id),
  );
  const matched = { true: vacant, false: total - vacant, any: total }[filter.vacant ?? 'any'];
  return { items: await shown(tx, rows, open), total: matched, vacantTotal: vacant };
}

/** One post as it stands on a day; null when the county has none with this id. */
export async function postOn(tx: Tx, county: string, id: string, on: string, countOpen: CountOpen) {
  const { rows } = await sql<StoredPost>`
    select ${postColumns(on)} ${fromPosts} where p.county_code = ${county} and p.id = ${id}`.execute(tx);
  const [stored] = rows;
  if (!stored) return null;
  const [row] = await shown(tx, rows, await countOpen(tx, county, [id]));
  return row ? { row, duties: [...duties[stored.kind], ...stored.extraDuties] } : null;
}

/** Kind and place of a post, for deciding who may change it. */
export async function postBrief(
  tx: Tx,
  county: string,
  id: string,
): Promise<{ kind: PostKind; placeCode: string } | null> {
  const { rows } = await sql<{ kind: PostKind; placeCode: string }>`
    select kind, place_code as "placeCode" from posts where county_code = ${county} and id = ${id}`.execute(
    tx,
  );
  return rows[0] ?? null;
}

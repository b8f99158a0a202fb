import { countyOf, newId, type PostKind, placePrefix, postKindRow } from '@qingshan/contract';
import { sql } from 'kysely';
import { dayOf, notFound, Refusal, record, startOfDay, type Tx } from '../../../platform/index.ts';
import type { Author } from '../author.ts';
import { placeExists } from '../queries/places.ts';
import { ours } from '../tables.ts';
import { startTerm } from './terms.ts';

export interface PostInput {
  readonly id: string;
  readonly kind: PostKind;
  readonly title: string;
  readonly placeCode: string;
  readonly zoneId?: string | null;
  readonly reachId?: string | null;
  readonly reportsToId?: string | null;
  /** Kinds of problem or categories that a department answers for; undefined: as they are. */
  readonly issueKinds?: readonly string[] | null;
}

export type Saved = 'added' | 'changed' | 'unchanged';

/** One change of the lines of command at a time in a county: two halves of a circle cannot be saved side by side. */
const lockLines = (tx: Tx, county: string) =>
  sql`select pg_advisory_xact_lock(hashtext('lines of command'), ${Number(county)})`.execute(tx);

async function demandNoCircle(tx: Tx, county: string, id: string, reportsToId: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    with recursive above as (
      select id, reports_to_id from posts where county_code = ${county} and id = ${reportsToId}
      union select p.id, p.reports_to_id from above a join posts p on p.county_code = ${county} and p.id = a.reports_to_id
    ) select id from above`.execute(tx);
  if (rows.length === 0) throw notFound('上级岗位');
  if (rows.some((row) => row.id === id) || reportsToId === id) {
    const sentence = '上级岗位不能是本岗位或本岗位的下级，请重新选择上级';
    throw new Refusal('invalid-input', sentence, { fields: { reportsToId: sentence } });
  }
}

/** County posts belong to the county, all others to a town or below: a post may not reach wider than its kind. */
function demandLevel(input: PostInput): void {
  const isCountyPlace = placePrefix(input.placeCode).length <= 6;
  if ((postKindRow(input.kind).level === 'county') === isCountyPlace) return;
  const sentence = isCountyPlace ? '这类岗位应设在乡镇或村，请改选地点' : '县级岗位的地点应选县';
  throw new Refusal('invalid-input', sentence, { fields: { placeCode: sentence } });
}

async function demandBound(tx: Tx, county: string, input: PostInput): Promise<void> {
  demandLevel(input);
  if (countyOf(input.placeCode) !== county || !(await placeExists(tx, input.placeCode)))
    throw new Refusal('unknown-place', '没有这个地点，请从列表中选择', {
      fields: { placeCode: '没有这个地点' },
    });
  if (input.zoneId && input.reachId) throw new Refusal('invalid-input', '一个岗位只能挂片区或河段其中之一');
  for (const [table, id, what] of [
    ['zones', input.zoneId, '这个片区'],
    ['reaches', input.reachId, '这个河段'],
  ] as const) {
    if (!id) continue;
    const known = await ours(tx)
      .selectFrom(table)
      .where('county_code', '=', county)
      .where('id', '=', id)
      .select('id')
      .executeTakeFirst();
    if (!known) throw notFound(what);
  }
}

/** `single` follows the kind; it cannot change under terms that were given by the old rule. */
async function demandKindStays(
  tx: Tx,
  county: string,
  id: string,
  before: boolean,
  after: boolean,
): Promise<void> {
  if (before === after) return;
  const { rows } =
    await sql`select 1 from terms where county_code = ${county} and post_id = ${id} limit 1`.execute(tx);
  if (rows.length > 0)
    throw new Refusal('step-not-possible', '已有任职记录的岗位不能改成这一类，请另设新岗位');
}

const rowOf = (input: PostInput) => ({
  kind: input.kind,
  title: input.title,
  place_code: input.placeCode,
  zone_id: input.zoneId ?? null,
  reach_id: input.reachId ?? null,
  reports_to_id: input.reportsToId ?? null,
  single: postKindRow(input.kind).single,
});

async function findPost(tx: Tx, county: string, id: string) {
  return ours(tx)
    .selectFrom('posts')
    .where('county_code', '=', county)
    .where('id', '=', id)
    .selectAll()
    .forUpdate()
    .executeTakeFirst();
}

/**
 * Sets a post up or changes it. Errors: `unknown-place`, `not-found` (zone, reach, superior), `invalid-input` for a
 * circle in the line of command.
 */
export async function savePost(tx: Tx, author: Author, input: PostInput): Promise<Saved> {
  const county = countyOf(input.id);
  await lockLines(tx, county);
  await demandBound(tx, county, input);
  if (input.reportsToId) await demandNoCircle(tx, county, input.id, input.reportsToId);
  const known = await findPost(tx, county, input.id);
  const row = {
    ...rowOf(input),
    issue_kinds:
      input.issueKinds === undefined ? (known?.issue_kinds ?? null) : (input.issueKinds?.slice() ?? null),
  };
  if (known) {
    await demandKindStays(tx, county, input.id, known.single, row.single);
    if (
      Object.entries(row).every(
        ([key, value]) => JSON.stringify(known[key as keyof typeof row]) === JSON.stringify(value),
      )
    )
      return 'unchanged';
    await ours(tx)
      .updateTable('posts')
      .set(row)
      .where('county_code', '=', county)
      .where('id', '=', input.id)
      .execute();
  } else {
    await ours(tx)
      .insertInto('posts')
      .values({ ...row, county_code: county, id: input.id, created_on: dayOf(author.at) })
      .execute();
  }
  await record(tx, {
    countyCode: county,
    kind: 'post.save',
    subjectType: 'post',
    subjectId: input.id,
    actorPersonId: author.personId,
    actorPostId: author.postId ?? null,
    placeCode: input.placeCode,
    at: author.at,
    details: { ...rowOf(input), issue_kinds: row.issue_kinds, isNew: !known },
  });
  return known ? 'changed' : 'added';
}

/** Duties of one post beyond those of its kind. */
export async function saveDuties(
  tx: Tx,
  author: Author,
  input: { readonly postId: string; readonly duties: readonly string[] },
): Promise<Saved> {
  const county = countyOf(input.postId);
  const known = await findPost(tx, county, input.postId);
  if (!known) throw notFound('这个岗位');
  if (JSON.stringify(known.extra_duties) === JSON.stringify(input.duties)) return 'unchanged';
  await ours(tx)
    .updateTable('posts')
    .set({ extra_duties: [...input.duties] })
    .where('county_code', '=', county)
    .where('id', '=', input.postId)
    .execute();
  await record(tx, {
    countyCode: county,
    kind: 'post.duties',
    subjectType: 'post',
    subjectId: input.postId,
    actorPersonId: author.personId,
    actorPostId: author.postId ?? null,
    placeCode: known.place_code,
    at: author.at,
    details: { duties: input.duties },
  });
  return 'changed';
}

/**
 * Gives a person the county's system administration: the first account's post. A person who holds it already keeps it.
 * @returns the post's id
 */
export async function grantFirstAdministrator(
  tx: Tx,
  input: { readonly countyCode: string; readonly personId: string; readonly on: string },
): Promise<string> {
  const { countyCode, personId, on } = input;
  const author: Author = { personId: null, at: startOfDay(on) };
  const held = await sql<{ id: string }>`
    select p.id from posts p join terms t on t.county_code = p.county_code and t.post_id = p.id
    where p.county_code = ${countyCode} and p.kind = 'county_admin' and t.person_id = ${personId} and t.during @> ${on}::date`.execute(
    tx,
  );
  if (held.rows[0]) return held.rows[0].id;
  const known = await ours(tx)
    .selectFrom('posts')
    .where('county_code', '=', countyCode)
    .where('kind', '=', 'county_admin')
    .select('id')
    .orderBy('id')
    .executeTakeFirst();
  const postId = known?.id ?? newId(countyCode, author.at.getTime());
  if (!known)
    await savePost(tx, author, {
      id: postId,
      kind: 'county_admin',
      title: postKindRow('county_admin').label,
      placeCode: `${countyCode}000000`,
    });
  const termId = newId(countyCode, author.at.getTime());
  await startTerm(tx, author, { id: termId, postId, personId, from: on, to: null });
  return postId;
}

import { sql } from 'kysely';
import { addDays, dayOf, notFound, Refusal, record, type Tx } from '../../../platform/index.ts';
import { personById } from '../../identity/index.ts';
import type { Author } from '../author.ts';
import { type StoredTerm, shownTerm, type TermRow, termById, termsDuring } from '../queries/terms.ts';
import { rangeOf, type TermDays, termFault } from '../rules/terms.ts';
import { ours } from '../tables.ts';
import { demandOther, demandRecent } from './back-dating.ts';

export interface TermInput extends TermDays {
  readonly id: string;
  readonly postId: string;
  readonly personId: string;
  /** Wanted when it is dated far back. */
  readonly reason?: string | undefined;
}

/** Locks the post, so that changes of its terms come one after the other; the constraints hold without it too. */
export async function lockPost(tx: Tx, county: string, postId: string) {
  const post = await ours(tx)
    .selectFrom('posts')
    .where('county_code', '=', county)
    .where('id', '=', postId)
    .select(['id', 'single', 'title', 'place_code', 'kind'])
    .forUpdate()
    .executeTakeFirst();
  if (!post) throw notFound('这个岗位');
  return post;
}

export function demandDays(days: TermDays, today: string): void {
  const fault = termFault(days, today);
  if (fault) throw new Refusal('date-out-of-range', fault, { fields: { from: fault } });
}

async function alreadyHeld(tx: Tx, county: string, input: TermInput, exceptId?: string): Promise<Refusal> {
  const during = await termsDuring(tx, county, input.postId, rangeOf(input));
  const holders = during.filter((term) => term.id !== exceptId);
  const names = holders.map((term) => `${term.name}（${term.from} 至 ${term.to ?? '今'}）`).join('、');
  return new Refusal(
    'post-already-held',
    `这个岗位在该时段已由${names || '他人'}担任，请先卸任，或用“交接”一步办理`,
    {
      details: {
        holders: holders.map(({ id, personId, name, from, to }) => ({
          termId: id,
          personId,
          name,
          from,
          to,
        })),
      },
    },
  );
}

/** Writes a term; what the database refuses is told with the name of who holds the post. */
export async function writeTerm(
  tx: Tx,
  county: string,
  input: TermInput,
  write: () => Promise<unknown>,
): Promise<void> {
  await sql`savepoint term`.execute(tx);
  try {
    await write();
  } catch (error) {
    await sql`rollback to savepoint term`.execute(tx);
    if ((error as { code?: string }).code === '23P01') throw await alreadyHeld(tx, county, input, input.id);
    throw error;
  }
}

function insertTerm(tx: Tx, county: string, single: boolean, input: TermInput, today: string): Promise<void> {
  const row = {
    county_code: county,
    id: input.id,
    post_id: input.postId,
    person_id: input.personId,
    single,
    during: rangeOf(input),
    ended_reason: null,
    entered_on: today,
    end_entered_on: input.to ? today : null,
  };
  return writeTerm(tx, county, input, () => ours(tx).insertInto('terms').values(row).execute());
}

const sameTerm = (term: StoredTerm, input: TermInput) =>
  term.postId === input.postId && term.personId === input.personId && term.from === input.from;

/**
 * A person takes a post from a day on. The same term again is the same thing.
 * Errors: `post-already-held` (single post, or the same person twice), `date-out-of-range`, `not-found`, `not-allowed` to
 * oneself.
 */
export async function startTerm(tx: Tx, author: Author, input: TermInput): Promise<TermRow> {
  const county = input.id.slice(0, 6);
  const today = dayOf(author.at);
  const post = await lockPost(tx, county, input.postId);
  const known = await termById(tx, county, input.id);
  if (known && sameTerm(known, input) && (known.to === input.to || known.endedReason))
    return shownTerm(known, today);
  if (known)
    throw new Refusal('already-exists-with-other-content', '这条任职记录已存在且内容不同，请刷新后再改');
  demandOther(author, input.personId);
  demandDays(input, today);
  const back = demandRecent(author, { field: 'from', day: input.from, today }, input.reason);
  if (!(await personById(tx, county, input.personId))) throw notFound('这个人');
  await insertTerm(tx, county, post.single, input, today);
  await record(tx, {
    countyCode: county,
    kind: 'term.start',
    subjectType: 'post',
    subjectId: post.id,
    actorPersonId: author.personId,
    actorPostId: author.postId ?? null,
    placeCode: post.place_code,
    at: author.at,
    details: { termId: input.id, personId: input.personId, from: input.from, to: input.to, ...back },
  });
  return shownTerm(await storedTerm(tx, county, input.id), today);
}

export async function storedTerm(tx: Tx, county: string, id: string): Promise<StoredTerm> {
  const term = await termById(tx, county, id);
  if (!term) throw notFound('这条任职记录');
  return term;
}

/** Shortens a term so that `to` is its last day. */
async function cutTerm(
  tx: Tx,
  county: string,
  term: StoredTerm,
  to: string,
  reason: string,
  today: string,
): Promise<void> {
  if (to < term.from)
    throw new Refusal('date-out-of-range', `最后一天不能早于任职日期 ${term.from}`, {
      fields: { to: '早于任职日期' },
    });
  if (term.to && to > term.to)
    throw new Refusal(
      'step-not-possible',
      `这段任期已于 ${term.to} 结束，不能再延长；如要续任请办理新的任职`,
    );
  await ours(tx)
    .updateTable('terms')
    .set({ during: rangeOf({ from: term.from, to }), ended_reason: reason, end_entered_on: today })
    .where('county_code', '=', county)
    .where('id', '=', term.id)
    .execute();
}

export interface EndInput {
  readonly postId: string;
  readonly termId: string;
  /** Last day of the term; rights end with it. */
  readonly to: string;
  readonly reason: string;
}

/** Ends a term on a day. Errors: `not-found`, `date-out-of-range`, `step-not-possible` when it had ended before. */
export async function endTerm(tx: Tx, author: Author, input: EndInput): Promise<TermRow> {
  const county = input.postId.slice(0, 6);
  const post = await lockPost(tx, county, input.postId);
  const term = await storedTerm(tx, county, input.termId);
  if (term.postId !== post.id) throw notFound('这条任职记录');
  const today = dayOf(author.at);
  if (term.to === input.to && term.endedReason === input.reason) return shownTerm(term, today);
  const back = demandRecent(author, { field: 'to', day: input.to, today }, input.reason);
  await cutTerm(tx, county, term, input.to, input.reason, today);
  await record(tx, {
    countyCode: county,
    kind: 'term.end',
    subjectType: 'post',
    subjectId: post.id,
    actorPersonId: author.personId,
    actorPostId: author.postId ?? null,
    placeCode: post.place_code,
    at: author.at,
    details: { termId: term.id, personId: term.personId, to: input.to, ...back },
  });
  return shownTerm(await storedTerm(tx, county, term.id), today);
}

export interface HandOverInput {
  readonly postId: string;
  readonly termId: string;
  readonly newTermId: string;
  readonly toPersonId: string;
  /** First day of the successor; the predecessor's last day is the day before. */
  readonly on: string;
  readonly reason: string;
}

export interface HandedOver {
  readonly ended: TermRow;
  readonly started: TermRow;
  readonly openIssuesPassed: number;
}

/**
 * Hands a post over in one act: the old term ends the day before, the successor's begins, open problems stay with the
 * post and so pass on; their number is told. The same act again changes nothing.
 */
export async function handOver(
  tx: Tx,
  author: Author,
  input: HandOverInput,
  countOpen: (tx: Tx, county: string, postId: string) => Promise<number>,
): Promise<HandedOver> {
  const county = input.postId.slice(0, 6);
  const post = await lockPost(tx, county, input.postId);
  const old = await storedTerm(tx, county, input.termId);
  if (old.postId !== post.id) throw notFound('这条任职记录');
  const today = dayOf(author.at);
  const openIssuesPassed = await countOpen(tx, county, post.id);
  const next: TermInput = {
    id: input.newTermId,
    postId: post.id,
    personId: input.toPersonId,
    from: input.on,
    to: null,
  };
  const known = await termById(tx, county, input.newTermId);
  if (known && sameTerm(known, next))
    return { ended: shownTerm(old, today), started: shownTerm(known, today), openIssuesPassed };
  if (known)
    throw new Refusal('already-exists-with-other-content', '这条任职记录已存在且内容不同，请刷新后再改');
  if (old.personId === input.toPersonId)
    throw new Refusal('invalid-input', '接任者就是现任者，请选择另一个人', {
      fields: { toPersonId: '与现任者相同' },
    });
  demandOther(author, input.toPersonId);
  demandDays(next, today);
  const back = demandRecent(author, { field: 'on', day: input.on, today }, input.reason);
  if (!(await personById(tx, county, input.toPersonId))) throw notFound('接任的人');
  await cutTerm(tx, county, old, addDays(input.on, -1), input.reason, today);
  await insertTerm(tx, county, post.single, next, today);
  await record(tx, {
    countyCode: county,
    kind: 'post.handOver',
    subjectType: 'post',
    subjectId: post.id,
    actorPersonId: author.personId,
    actorPostId: author.postId ?? null,
    placeCode: post.place_code,
    at: author.at,
    details: {
      endedTermId: old.id,
      fromPersonId: old.personId,
      startedTermId: next.id,
      toPersonId: next.personId,
      on: input.on,
      openIssuesPassed,
      ...back,
    },
  });
  return {
    ended: shownTerm(await storedTerm(tx, county, old.id), today),
    started: shownTerm(await storedTerm(tx, county, next.id), today),
    openIssuesPassed,
  };
}

import { sql } from 'kysely';
import { dayOf, notFound, Refusal, record, type Tx } from '../../../platform/index.ts';
import type { Author } from '../author.ts';
import { type StoredTerm, shownTerm, type TermRow, termById } from '../queries/terms.ts';
import { mayCancel, mayCorrectEnd, rangeOf, type TermDays } from '../rules/terms.ts';
import { ours } from '../tables.ts';
import { demandOther, demandRecent } from './back-dating.ts';
import { demandDays, lockPost, storedTerm, writeTerm } from './terms.ts';

interface OfPost {
  readonly postId: string;
  readonly termId: string;
  readonly reason: string;
}

export interface CancelInput extends OfPost {
  /** The term that ended the day before, for the sake of this one, goes on as if nothing had been planned. */
  readonly reopenPrevious: boolean;
}

export interface CorrectInput extends OfPost, TermDays {}

async function lockedTerm(tx: Tx, { postId, termId }: OfPost) {
  const county = postId.slice(0, 6);
  const post = await lockPost(tx, county, postId);
  const term = await storedTerm(tx, county, termId);
  if (term.postId !== post.id) throw notFound('这条任职记录');
  return { county, post, term };
}

const recordTerm = (
  tx: Tx,
  author: Author,
  kind: 'term.cancel' | 'term.correct',
  { county, post }: Pick<Awaited<ReturnType<typeof lockedTerm>>, 'county' | 'post'>,
  details: Record<string, unknown>,
): Promise<void> =>
  record(tx, {
    countyCode: county,
    kind,
    subjectType: 'post',
    subjectId: post.id,
    actorPersonId: author.personId,
    actorPostId: author.postId ?? null,
    placeCode: post.place_code,
    at: author.at,
    details,
  });

async function storeDays(
  tx: Tx,
  county: string,
  term: StoredTerm,
  days: TermDays,
  today: string,
): Promise<void> {
  const sameEnd = days.to === term.to;
  const row = {
    during: rangeOf(days),
    ended_reason: days.to === null ? null : term.endedReason,
    ...(sameEnd ? {} : { end_entered_on: days.to === null ? null : today }),
  };
  await writeTerm(tx, county, { ...term, ...days }, () =>
    ours(tx)
      .updateTable('terms')
      .set(row)
      .where('county_code', '=', county)
      .where('id', '=', term.id)
      .execute(),
  );
}

/** The term that ended the day before another one began, if its end may still be changed. */
async function previousOf(tx: Tx, county: string, term: StoredTerm, today: string): Promise<StoredTerm> {
  const { rows } = await sql<{ id: string }>`
    select id from terms where county_code = ${county} and post_id = ${term.postId} and id <> ${term.id}
      and upper(during) = ${term.from}::date order by id limit 1`.execute(tx);
  const previous = rows[0] && (await termById(tx, county, rows[0].id));
  if (previous && mayCorrectEnd(previous, today)) return previous;
  throw new Refusal(
    'step-not-possible',
    '没有可以恢复的前任任期：前任已于今天以前卸任。请只撤销这条任职，再按实际情况办理任职',
  );
}

/**
 * Takes back a term that has not begun, or that was entered today by mistake; the journal keeps that it was there.
 * Errors: `not-found`, `step-not-possible` (it has been lived: end it instead).
 */
export async function cancelTerm(tx: Tx, author: Author, input: CancelInput): Promise<void> {
  const found = await lockedTerm(tx, input);
  const { county, term } = found;
  const today = dayOf(author.at);
  if (!mayCancel(term, today))
    throw new Refusal('step-not-possible', `这段任期已于 ${term.from} 开始，不能撤销；要结束它请办理卸任`);
  const previous = input.reopenPrevious ? await previousOf(tx, county, term, today) : null;
  if (previous) demandOther(author, previous.personId);
  await ours(tx).deleteFrom('terms').where('county_code', '=', county).where('id', '=', term.id).execute();
  if (previous) await storeDays(tx, county, previous, { from: previous.from, to: null }, today);
  const { personId, from, to } = term;
  await recordTerm(tx, author, 'term.cancel', found, {
    termId: term.id,
    personId,
    from,
    to,
    reason: input.reason,
    ...(previous ? { reopenedTermId: previous.id, reopenedWasTo: previous.to } : {}),
  });
}

/**
 * Corrects the days of a term: the first day as long as it may be cancelled, the last day as long as it has not passed or
 * was entered today. Errors: `step-not-possible`, `date-out-of-range`, `post-already-held`, `not-found`.
 */
export async function correctTerm(tx: Tx, author: Author, input: CorrectInput): Promise<TermRow> {
  const found = await lockedTerm(tx, input);
  const { county, term } = found;
  const today = dayOf(author.at);
  const { from, to } = input;
  if (from === term.from && to === term.to) return shownTerm(term, today);
  if (from !== term.from && !mayCancel(term, today))
    throw new Refusal('step-not-possible', `任期已于 ${term.from} 开始，任职日期不能再改；只能改最后一天`);
  if (to !== term.to && !mayCorrectEnd(term, today))
    throw new Refusal('step-not-possible', `任期已于 ${term.to} 结束，不能再改；如要续任请办理新的任职`);
  if (from < term.from || (term.to !== null && (to === null || to > term.to)))
    demandOther(author, term.personId);
  demandDays({ from, to }, today);
  const back = {
    ...(from === term.from ? {} : demandRecent(author, { field: 'from', day: from, today }, input.reason)),
    ...(to === null || to === term.to
      ? {}
      : demandRecent(author, { field: 'to', day: to, today }, input.reason)),
  };
  await storeDays(tx, county, term, { from, to }, today);
  await recordTerm(tx, author, 'term.correct', found, {
    termId: term.id,
    personId: term.personId,
    was: { from: term.from, to: term.to },
    from,
    to,
    ...back,
    reason: input.reason,
  });
  return shownTerm(await storedTerm(tx, county, term.id), today);
}

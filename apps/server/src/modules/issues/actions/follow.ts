import { kindRow, privateNumberIn, publicPlace, sourceRow, states } from '@qingshan/contract';
import {
  type App,
  inReach,
  notFound,
  Refusal,
  record,
  systemReach,
  type Tx,
} from '../../../platform/index.ts';
import { placeNames } from '../../responsibility/index.ts';
import { numberText } from '../queries/number.ts';
import { publicSteps } from '../queries/timeline.ts';
import { type IssueRow, ledger } from '../tables.ts';

const countyOfToken = (token: string): string => token.slice(0, 6);

async function byToken(tx: Tx, token: string): Promise<IssueRow> {
  const row = await ledger(tx)
    .selectFrom('issues')
    .selectAll()
    .where('county_code', '=', countyOfToken(token))
    .where('follow_token', '=', token)
    .executeTakeFirst();
  if (!row) throw notFound('这条反映');
  return row;
}

/** Why it was declined, as written; nothing where a private number slipped into the words. */
async function declinedBecause(tx: Tx, issue: IssueRow): Promise<string | null> {
  if (issue.state !== 'declined') return null;
  const row = await tx
    .selectFrom('journal')
    .select('details')
    .where('county_code', '=', issue.county_code)
    .where('subject_id', '=', issue.id)
    .where('kind', '=', 'issue.decline')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const { reason } = JSON.parse(row?.details ?? '{}') as { reason?: string };
  return reason && !privateNumberIn(reason) ? reason : null;
}

/** The problems in which this one goes on, with their own links. */
async function successorsOf(tx: Tx, issue: IssueRow) {
  if (issue.state !== 'merged' && issue.state !== 'split') return [];
  const rows = await ledger(tx)
    .selectFrom('issues')
    .select(['county_code', 'number_year', 'number_serial', 'title', 'follow_token'])
    .where('county_code', '=', issue.county_code)
    .where(
      issue.state === 'split' ? 'parent_id' : 'id',
      '=',
      issue.state === 'split' ? issue.id : issue.merged_into_id,
    )
    .orderBy('number_year')
    .orderBy('number_serial')
    .limit(20)
    .execute();
  return rows.map((row) => ({
    number: numberText(row.county_code, row.number_year, row.number_serial),
    title: row.title,
    path: `/follow/${row.follow_token}`,
  }));
}

async function publicView(tx: Tx, issue: IssueRow) {
  const publicCode = publicPlace(issue.place_code);
  return {
    number: numberText(issue.county_code, issue.number_year, issue.number_serial),
    title: issue.title,
    kind: kindRow(issue.kind).label,
    placeName: (await placeNames(tx, [publicCode])).get(publicCode)?.pathName ?? '',
    state: issue.state,
    stateLabel: states[issue.state].label,
    raisedAt: issue.raised_at.toISOString(),
    dueAt: issue.is_open ? (issue.due_at?.toISOString() ?? null) : null,
    steps: await publicSteps(tx, issue.county_code, issue.id),
    declinedBecause: await declinedBecause(tx, issue),
    successors: await successorsOf(tx, issue),
    mayRate: issue.state === 'closed' && sourceRow(issue.source).ratedByReporter,
  };
}

/** What someone with the link sees: state and steps, no names of people. */
export async function followIssue(app: App, token: string) {
  return inReach(app.db, systemReach(countyOfToken(token)), async (tx) =>
    publicView(tx, await byToken(tx, token)),
  );
}

/** The reporter rates a closed problem once, without an account: the link is the right. */
export async function rateByReporter(app: App, token: string, score: number, message: string | undefined) {
  const now = app.clock.now();
  return inReach(app.db, systemReach(countyOfToken(token)), async (tx) => {
    const found = await byToken(tx, token);
    const issue = await ledger(tx)
      .selectFrom('issues')
      .selectAll()
      .where('county_code', '=', found.county_code)
      .where('id', '=', found.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (!sourceRow(issue.source).ratedByReporter) throw new Refusal('not-allowed', '这件问题不由反映人评价');
    if (issue.state !== 'closed')
      throw new Refusal(
        'step-not-possible',
        issue.score !== null
          ? '已经评价过了，谢谢您'
          : issue.state === 'reviewed'
            ? '镇里已经复盘，不能再评价了；如问题没有真正解决，请再次反映'
            : '问题还没有销号，办结后再请您评价',
      );
    const last = JSON.stringify({ verb: 'rate', personId: null, at: now.toISOString() });
    const rated = await ledger(tx)
      .updateTable('issues')
      .set({ state: 'rated', score, version: issue.version + 1, last_act: last })
      .where('county_code', '=', issue.county_code)
      .where('id', '=', issue.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await record(tx, {
      countyCode: issue.county_code,
      kind: 'issue.rateByReporter',
      subjectType: 'issue',
      subjectId: issue.id,
      actorPersonId: null,
      placeCode: issue.place_code,
      at: now,
      details: { from: 'closed', to: 'rated', score, message },
    });
    return publicView(tx, rated);
  });
}

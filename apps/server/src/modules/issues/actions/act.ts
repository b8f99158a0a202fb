import { type ActOnIssue, type IssueDetail, kindRow, type Verb, verbRow } from '@qingshan/contract';
import { sql } from 'kysely';
import {
  type Actor,
  type App,
  dayOf,
  inReach,
  postsCovering,
  Refusal,
  record,
  type Tx,
} from '../../../platform/index.ts';
import { personNames } from '../../identity/index.ts';
import { personsInLine } from '../../responsibility/index.ts';
import { issueDetail } from '../queries/detail.ts';
import {
  actorFacts,
  factsOf,
  fixersOf,
  lastActOf,
  loadForAct,
  loadIssue,
  verbLabel,
} from '../queries/facts.ts';
import { contentDigest } from '../rules/digest.ts';
import { missingNeeds } from '../rules/needs.ts';
import { whyNot } from '../rules/transition.ts';
import { type IssueRow, ledger } from '../tables.ts';
import { attachPhotos, countBefore, countFreshAfter, countNewPictures } from './attach.ts';
import { effectOf } from './effects.ts';
import { notifyOfStep } from './notify.ts';

const FIXING: readonly Verb[] = ['rectify', 'reportBack'];
const clockTime = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

/** Tells who did the last step, to someone who acts on what is no longer so. */
async function refuseLate(
  tx: Tx,
  issue: IssueRow,
  code: 'someone-was-first' | 'step-not-possible',
  why: string,
): Promise<never> {
  const last = lastActOf(issue);
  const name = last.personId
    ? (await personNames(tx, issue.county_code, [last.personId])).get(last.personId)
    : '系统';
  const sentence = `${name ?? '有人'}已于 ${clockTime.format(new Date(last.at))} 办理了“${verbLabel(last.verb)}”。${why}，页面已更新，请再看一遍`;
  throw new Refusal(code, sentence, {
    details: { by: name ?? null, verb: last.verb, at: last.at, version: issue.version },
  });
}

/** The same act sent again (double click, lost answer): true when it was done before. */
async function wasDone(tx: Tx, issue: IssueRow, verb: Verb, act: ActOnIssue): Promise<boolean> {
  if (!act.actId) return false;
  const done = await ledger(tx)
    .selectFrom('issue_acts')
    .select(['issue_id', 'digest'])
    .where('county_code', '=', issue.county_code)
    .where('act_id', '=', act.actId)
    .executeTakeFirst();
  if (!done) return false;
  if (done.issue_id === issue.id && done.digest === actDigest(verb, act)) return true;
  throw new Refusal(
    'already-exists-with-other-content',
    '这一步已用同一标识提交过不同的内容，请刷新页面后再办',
  );
}

function actDigest(verb: Verb, act: ActOnIssue): string {
  const { version: _, actId: __, ...content } = act;
  return contentDigest({ verb, ...content });
}

async function checkStep(
  tx: Tx,
  verb: Verb,
  issue: IssueRow,
  actor: Actor,
  act: ActOnIssue,
  now: Date,
): Promise<void> {
  if (act.version !== undefined && act.version !== issue.version)
    await refuseLate(tx, issue, 'someone-was-first', '您看到的已不是最新情况');
  const fixers = await fixersOf(tx, issue.county_code, [issue.id]);
  const who = await actorFacts(tx, actor, now, fixers);
  const refused = whyNot(verb, factsOf(issue, fixers.get(issue.id)), who);
  if (refused?.code === 'step-not-possible') await refuseLate(tx, issue, 'step-not-possible', refused.why);
  if (refused) throw new Refusal(refused.code, refused.why);
  const missing = missingNeeds(verb, act, issue.kind, {
    before: await countBefore(tx, issue.county_code, issue.id),
    added: await countNewPictures(tx, issue.county_code, issue.id, act.photos),
  });
  if (verb === 'verify') await checkProof(tx, issue);
  if (Object.keys(missing).length > 0)
    throw new Refusal('evidence-missing', Object.values(missing).join('；'), { fields: missing });
}

/** 核查 rests on pictures of this problem: those that another problem carries too prove nothing. */
async function checkProof(tx: Tx, issue: IssueRow): Promise<void> {
  const wanted = kindRow(issue.kind).evidence.after;
  if (wanted === 0 || (await countFreshAfter(tx, issue.county_code, issue.id)) >= wanted) return;
  throw new Refusal(
    'evidence-missing',
    `整改后的照片里，没有在别处用过的不足 ${wanted} 张，不能核查通过，请退回整改，让责任人到现场重新拍摄`,
  );
}

/** The post under which the step is done: the owner's post, or one of the roles that covers the place. */
function actingPost(verb: Verb, issue: IssueRow, actor: Actor): string | null {
  if (verbRow(verb).relation === 'owner') return issue.owner_post_id;
  return (
    postsCovering(actor, issue.place_code, verbRow(verb).roles)[0]?.postId ?? actor.posts[0]?.postId ?? null
  );
}

async function writeStep(
  tx: Tx,
  verb: Verb,
  issue: IssueRow,
  actor: Actor,
  act: ActOnIssue,
  now: Date,
): Promise<IssueRow> {
  const effect = await effectOf(verb, { tx, actor, issue, act, now });
  const last = JSON.stringify({ verb, personId: actor.personId, at: now.toISOString() });
  const written = await ledger(tx)
    .updateTable('issues')
    .set({ ...effect.set, version: issue.version + 1, last_act: last })
    .where('county_code', '=', issue.county_code)
    .where('id', '=', issue.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await attachPhotos(
    tx,
    actor,
    written,
    act.photos,
    verb === 'rectify' ? 'before' : verb === 'reportBack' ? 'after' : 'attachment',
    now,
  );
  if (FIXING.includes(verb))
    await ledger(tx)
      .insertInto('issue_fixers')
      .values({
        county_code: issue.county_code,
        issue_id: issue.id,
        person_id: actor.personId,
        in_line: [...(await personsInLine(tx, issue.county_code, [actor.personId], dayOf(now)))],
      })
      .onConflict((conflict) =>
        conflict.columns(['county_code', 'issue_id', 'person_id']).doUpdateSet({
          in_line: sql`array(select distinct unnest(issue_fixers.in_line || excluded.in_line))`,
        }),
      )
      .execute();
  if (act.actId)
    await ledger(tx)
      .insertInto('issue_acts')
      .values({
        county_code: issue.county_code,
        act_id: act.actId,
        issue_id: issue.id,
        digest: actDigest(verb, act),
      })
      .execute();
  const said = {
    reason: act.reason,
    message: act.message,
    publicTitle: act.publicTitle,
    measure: act.measure,
    photos: act.photos.length > 0 ? act.photos : undefined,
  };
  await record(tx, {
    countyCode: issue.county_code,
    kind: `issue.${verb}`,
    subjectType: 'issue',
    subjectId: issue.id,
    actorPersonId: actor.personId,
    actorPostId: actingPost(verb, issue, actor),
    placeCode: issue.place_code,
    at: now,
    details: { ...effect.details, ...said, version: written.version },
  });
  await notifyOfStep(tx, written, verb, act.reason ?? act.message, now, actor.personId);
  return written;
}

/** Two that are merged into each other at the same time wait for one another: one of them goes on. */
async function lockBoth(tx: Tx, county: string, ids: readonly string[]): Promise<void> {
  await ledger(tx)
    .selectFrom('issues')
    .select('id')
    .where('county_code', '=', county)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute();
}

/**
 * One step of the loop inside an open transaction: load, may, decide, write, record.
 * Errors: not-found outside reach; someone-was-first and step-not-possible name who acted; not-allowed,
 * verifier-not-independent and evidence-missing as the tables say.
 */
export async function actInside(
  tx: Tx,
  actor: Actor,
  id: string,
  verb: Verb,
  act: ActOnIssue,
  now: Date,
): Promise<IssueRow> {
  if (verb === 'merge' && act.targetId) await lockBoth(tx, actor.countyCode, [id, act.targetId]);
  const issue = await loadForAct(tx, actor.countyCode, id);
  if (await wasDone(tx, issue, verb, act)) return issue;
  await checkStep(tx, verb, issue, actor, act, now);
  return writeStep(tx, verb, issue, actor, act, now);
}

/** One step of the loop; answers the problem as it now stands. */
export async function actOnIssue(
  app: App,
  actor: Actor,
  id: string,
  verb: Verb,
  act: ActOnIssue,
): Promise<IssueDetail> {
  const now = app.clock.now();
  await inReach(app.db, actor, (tx) => actInside(tx, actor, id, verb, act, now), 'once');
  return inReach(
    app.db,
    actor,
    async (tx) => issueDetail(tx, actor, await loadIssue(tx, actor.countyCode, id), now),
    'once',
  );
}

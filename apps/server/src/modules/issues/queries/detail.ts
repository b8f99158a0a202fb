import { type IssueDetail, type SourceFields, states } from '@qingshan/contract';
import type { Actor, Tx } from '../../../platform/index.ts';
import { personNames } from '../../identity/index.ts';
import { mayDo, nextVerb, whyNot } from '../rules/transition.ts';
import { type Extension, type IssueRow, ledger } from '../tables.ts';
import { BRIEF, brief, nearbyIssues } from './brief.ts';
import { actorFacts, factsOf, fixersOf } from './facts.ts';
import { photosOf } from './photos.ts';
import { summaries } from './summary.ts';
import { timelineOf } from './timeline.ts';

/** Who may see the name and phone of a reporter, and hand on the public link. */
const CONTACT_ROLES = ['office', 'discipline', 'inspector'];

async function briefsBy(
  tx: Tx,
  county: string,
  column: 'id' | 'parent_id' | 'merged_into_id',
  id: string | null,
) {
  if (!id) return [];
  const rows = await ledger(tx)
    .selectFrom('issues')
    .select(BRIEF)
    .where('county_code', '=', county)
    .where(column, '=', id)
    .orderBy('number_serial')
    .limit(50)
    .execute();
  return rows.map(brief);
}

async function fieldsFor(tx: Tx, actor: Actor, issue: IssueRow): Promise<SourceFields> {
  const fields = JSON.parse(issue.fields) as SourceFields;
  if (!actor.roles.some((role) => CONTACT_ROLES.includes(role))) return fields;
  const reporter = await ledger(tx)
    .selectFrom('issue_reporters')
    .select(['name', 'phone'])
    .where('county_code', '=', issue.county_code)
    .where('issue_id', '=', issue.id)
    .executeTakeFirst();
  return {
    ...fields,
    ...(reporter?.name ? { reporterName: reporter.name } : {}),
    ...(reporter?.phone ? { reporterPhone: reporter.phone } : {}),
  };
}

async function extensionOf(tx: Tx, issue: IssueRow) {
  if (!issue.extension) return null;
  const extension = JSON.parse(issue.extension) as Extension;
  const names = await personNames(tx, issue.county_code, [extension.requestedBy]);
  return {
    dueOn: extension.dueOn,
    reason: extension.reason,
    requestedBy: names.get(extension.requestedBy) ?? '（已离任）',
  };
}

/** One problem whole: facts, photos, steps, and what the asking person may do next. */
export async function issueDetail(tx: Tx, actor: Actor, issue: IssueRow, now: Date): Promise<IssueDetail> {
  const county = issue.county_code;
  const [summary] = await summaries(tx, county, [issue], now);
  const who = await actorFacts(tx, actor, now);
  const facts = factsOf(issue, (await fixersOf(tx, county, [issue.id])).get(issue.id) ?? new Set());
  const verb = nextVerb(facts);
  const refused = verb ? whyNot(verb, facts, who) : null;
  const position = issue.lon !== null && issue.lat !== null ? { lon: issue.lon, lat: issue.lat } : null;
  const [parent] = await briefsBy(tx, county, 'id', issue.parent_id);
  const [mergedInto] = await briefsBy(tx, county, 'id', issue.merged_into_id);
  if (!summary) throw new Error('a problem without summary');
  return {
    ...summary,
    description: issue.description,
    fields: await fieldsFor(tx, actor, issue),
    accuracyM: issue.accuracy_m,
    positionHow: issue.position_how,
    foundAt: issue.found_at.toISOString(),
    acceptedAt: issue.accepted_at?.toISOString() ?? null,
    deadlineRule: issue.deadline_rule,
    extension: await extensionOf(tx, issue),
    publicityUntil: issue.publicity_until,
    parent: parent ? { id: parent.id, number: parent.number } : null,
    mergedInto: mergedInto ? { id: mergedInto.id, number: mergedInto.number } : null,
    parts: await briefsBy(tx, county, 'parent_id', issue.id),
    duplicates: await briefsBy(tx, county, 'merged_into_id', issue.id),
    nearby: states[issue.state].open
      ? await nearbyIssues(tx, county, issue.kind, issue.place_code, position, issue.id)
      : [],
    photos: await photosOf(tx, issue),
    timeline: await timelineOf(tx, county, issue.id, now),
    may: mayDo(facts, who),
    next: verb ? { verb, enabled: refused === null, why: refused?.why ?? null } : null,
    followPath: actor.roles.some((role) => CONTACT_ROLES.includes(role))
      ? `/follow/${issue.follow_token}`
      : null,
  };
}

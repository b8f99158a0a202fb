import { type IssueDetail, type SourceFields, sourceRow, states } from '@qingshan/contract';
import type { Actor, Tx } from '../../../platform/index.ts';
import { personNames } from '../../identity/index.ts';
import { mayDo, nextVerb, whyNot } from '../rules/transition.ts';
import { type Extension, type IssueRow, ledger } from '../tables.ts';
import { BRIEF, brief, nearbyIssues } from './brief.ts';
import { actorFacts, factsOf, fixersOf } from './facts.ts';
import { photosOf } from './photos.ts';
import { isOneOf } from './reach.ts';
import { summaries } from './summary.ts';
import { lastRectified, timelineOf } from './timeline.ts';

/** Who may see the name and phone of a reporter, and hand on the public link. */
const CONTACT_ROLES = ['office', 'discipline', 'inspector'];
/** Parts are at most 20 at a time; duplicates may be more. */
const KIN_MOST = 100;

const seesContacts = (actor: Actor): boolean => actor.roles.some((role) => CONTACT_ROLES.includes(role));

/** Problems bound to this one: what it is a part of or merged into, its parts and duplicates. */
async function kinOf(tx: Tx, issue: IssueRow) {
  const above = [issue.parent_id, issue.merged_into_id].filter((id) => id !== null);
  const rows = await ledger(tx)
    .selectFrom('issues')
    .select([...BRIEF, 'parent_id', 'merged_into_id'])
    .where('county_code', '=', issue.county_code)
    .where((of) =>
      of.or([of('parent_id', '=', issue.id), of('merged_into_id', '=', issue.id), isOneOf(above)]),
    )
    .orderBy('number_year')
    .orderBy('number_serial')
    .limit(KIN_MOST)
    .execute();
  const find = (id: string | null) => {
    const row = rows.find((each) => each.id === id);
    return row ? { id: row.id, number: brief(row).number } : null;
  };
  return {
    parent: find(issue.parent_id),
    mergedInto: find(issue.merged_into_id),
    parts: rows.filter((row) => row.parent_id === issue.id).map(brief),
    duplicates: rows.filter((row) => row.merged_into_id === issue.id).map(brief),
  };
}

async function fieldsFor(tx: Tx, actor: Actor, issue: IssueRow): Promise<SourceFields> {
  const fields = JSON.parse(issue.fields) as SourceFields;
  const asked = [...sourceRow(issue.source).requiredFields, ...sourceRow(issue.source).optionalFields];
  if (!asked.includes('reporterName') || !seesContacts(actor)) return fields;
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
  const fixers = await fixersOf(tx, county, [issue.id]);
  const who = await actorFacts(tx, actor, now, fixers);
  const facts = factsOf(issue, fixers.get(issue.id));
  const verb = nextVerb(facts);
  const refused = verb ? whyNot(verb, facts, who) : null;
  const position = issue.lon !== null && issue.lat !== null ? { lon: issue.lon, lat: issue.lat } : null;
  const timeline = await timelineOf(tx, county, issue.id, now);
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
    ...(await kinOf(tx, issue)),
    nearby: states[issue.state].open
      ? await nearbyIssues(tx, county, issue.kind, issue.place_code, position, issue.id)
      : [],
    photos: await photosOf(tx, issue, lastRectified(timeline)),
    timeline,
    may: mayDo(facts, who),
    next: verb ? { verb, enabled: refused === null, why: refused?.why ?? null } : null,
    followPath:
      seesContacts(actor) || issue.raised_by === actor.personId ? `/follow/${issue.follow_token}` : null,
  };
}

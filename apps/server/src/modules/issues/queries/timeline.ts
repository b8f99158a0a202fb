import { eventLabel, type State, stateCodes } from '@qingshan/contract';
import { dayOf, type Tx } from '../../../platform/index.ts';
import { batchesBySeq } from '../../../platform/journal/queries.ts';
import { personNames } from '../../identity/index.ts';
import { postLabels } from '../../responsibility/index.ts';

/** Events of one problem that are shown. */
const EVENTS_MOST = 500;

interface Details {
  from?: State;
  to?: State;
  photos?: string[];
  reason?: string;
  message?: string;
  measure?: string;
  cause?: string;
  improvement?: string;
  similarChecked?: boolean;
  dueAt?: string;
  dueOn?: string;
  rule?: string;
  publicTitle?: string;
  publicityUntil?: string;
  ownerPostId?: string;
  score?: number;
  inTime?: boolean | null;
  note?: string;
}

const present = (ids: readonly (string | null | undefined)[]): string[] => [
  ...new Set(ids.filter((id): id is string => Boolean(id))),
];
const asState = (text: string | undefined): State | null =>
  text && (stateCodes as readonly string[]).includes(text) ? (text as State) : null;

function linesOf(details: Details, ownerTitle: string | undefined): { label: string; text: string }[] {
  const lines: [string, string | undefined | null][] = [
    ['责任岗位', ownerTitle],
    ['措施', details.measure],
    ['公示标题', details.publicTitle],
    ['情况', details.message],
    ['理由', details.reason],
    ['原因', details.cause],
    ['改进', details.improvement],
    ['举一反三', details.similarChecked ? '已排查同类问题' : undefined],
    ['期限', details.dueAt ? dayOf(new Date(details.dueAt)) : details.dueOn],
    ['依据', details.rule],
    ['公示至', details.publicityUntil],
    ['评价', details.score ? `${details.score} 分` : undefined],
    ['时限', details.inTime === true ? '按期办结' : details.inTime === false ? '超期办结' : undefined],
    ['说明', details.note],
  ];
  return lines
    .filter((line): line is [string, string] => Boolean(line[1]))
    .map(([label, text]) => ({ label, text }));
}

/** Every step of a problem as the journal has it, oldest first; of very many the newest. */
export async function timelineOf(tx: Tx, county: string, issueId: string, now: Date) {
  const newestFirst = await tx
    .selectFrom('journal')
    .selectAll()
    .where('county_code', '=', county)
    .where('subject_id', '=', issueId)
    .orderBy('seq', 'desc')
    .limit(EVENTS_MOST)
    .execute();
  const rows = newestFirst.toReversed();
  const parsed = rows.map((row) => ({ row, details: JSON.parse(row.details) as Details }));
  const names = await personNames(tx, county, present(rows.map((row) => row.actor_person_id)));
  const posts = await postLabels(
    tx,
    county,
    present(parsed.flatMap(({ row, details }) => [row.actor_post_id, details.ownerPostId])),
    dayOf(now),
  );
  const batches = await batchesBySeq(
    tx,
    county,
    rows.map((row) => row.seq),
  );
  return parsed.map(({ row, details }) => ({
    seq: row.seq,
    kind: row.kind,
    label: eventLabel(row.kind),
    at: row.at.toISOString(),
    actorName: row.actor_person_id ? (names.get(row.actor_person_id) ?? '（已离任）') : null,
    actorPost: row.actor_post_id ? (posts.get(row.actor_post_id)?.title ?? null) : null,
    fromState: asState(details.from),
    toState: asState(details.to),
    lines: linesOf(details, details.ownerPostId ? posts.get(details.ownerPostId)?.title : undefined),
    photos: details.photos ?? [],
    sealedInBatch: batches.get(row.seq) ?? null,
  }));
}

/** When the work on it last began. */
export function lastRectified(timeline: readonly { kind: string; at: string }[]): Date | null {
  const began = timeline.findLast((step) => step.kind === 'issue.rectify');
  return began ? new Date(began.at) : null;
}

/** Public view of the steps: labels and times, no person. */
export async function publicSteps(tx: Tx, county: string, issueId: string) {
  const newestFirst = await tx
    .selectFrom('journal')
    .select(['kind', 'at', 'details'])
    .where('county_code', '=', county)
    .where('subject_id', '=', issueId)
    .orderBy('seq', 'desc')
    .limit(EVENTS_MOST)
    .execute();
  return newestFirst
    .toReversed()
    .filter((row) => asState((JSON.parse(row.details) as Details).to))
    .map((row) => ({ label: eventLabel(row.kind), at: row.at.toISOString() }));
}

import { randomBytes } from 'node:crypto';
import {
  countyOf,
  type IssueSummary,
  kindRow,
  type RaiseIssue,
  type SourceField,
  type SourceRow,
  sourceFieldLabels,
  sourceRow,
  townOf,
} from '@qingshan/contract';
import {
  type Actor,
  type App,
  addDays,
  dayOf,
  inReach,
  notFound,
  Refusal,
  record,
  type Tx,
} from '../../../platform/index.ts';
import { placeExists, placePosition } from '../../responsibility/index.ts';
import { takeNumbers } from '../queries/number.ts';
import { severities, summaries } from '../queries/summary.ts';
import { contentDigest } from '../rules/digest.ts';
import { distanceM } from '../rules/photo-remarks.ts';
import { type IssueRow, type IssueTable, ledger } from '../tables.ts';
import { attachPhotos } from './attach.ts';
import { notifyOfRaise } from './notify.ts';

const EARLIEST = new Date('2000-01-01T00:00:00+08:00');
const CLOCK_LEEWAY_MS = 10 * 60_000;
/** A position farther from its place than this is no position of it. */
const FARTHEST_M = 60_000;
const LONGEST_DEADLINE_DAYS = 3 * 366;

/** The system itself (alerts, patrols): an actor without a person. */
const isSystem = (actor: Actor): boolean => actor.personId === '';

function checkSource(actor: Actor, body: RaiseIssue, row: SourceRow): void {
  const allowed =
    body.source === 'system' ? isSystem(actor) : row.raiseBy.some((role) => actor.roles.includes(role));
  if (!allowed)
    throw new Refusal('not-allowed', `您现任的岗位不能登记“${row.label}”的问题，请换一个来源`, {
      fields: { source: '请换一个来源' },
    });
  const fields: Record<string, string> = {};
  for (const field of row.requiredFields as readonly SourceField[]) {
    if (!body.fields[field]) fields[`fields.${field}`] = `${row.label}须填写${sourceFieldLabels[field]}`;
  }
  if (Object.keys(fields).length > 0)
    throw new Refusal('invalid-input', Object.values(fields).join('；'), { fields });
}

function checkDates(body: RaiseIssue, now: Date): void {
  const foundAt = body.foundAt ? new Date(body.foundAt) : now;
  if (foundAt < EARLIEST || foundAt.getTime() > now.getTime() + CLOCK_LEEWAY_MS)
    throw new Refusal('date-out-of-range', '发现时间应在 2000 年以后、现在以前，请检查手机时钟或重新填写', {
      fields: { foundAt: '时间不对' },
    });
  const dueOn = body.fields.dueOn;
  if (dueOn && (dueOn < dayOf(now) || dueOn > addDays(dayOf(now), LONGEST_DEADLINE_DAYS)))
    throw new Refusal('date-out-of-range', '整改期限应在今天以后、三年以内', {
      fields: { 'fields.dueOn': '期限不对' },
    });
}

/** A place outside one's reach is answered as one that is not there. */
async function checkPlace(tx: Tx, actor: Actor, placeCode: string): Promise<void> {
  const inside =
    countyOf(placeCode) === actor.countyCode && actor.prefixes.some((prefix) => placeCode.startsWith(prefix));
  if (!inside || !(await placeExists(tx, placeCode)))
    throw new Refusal('unknown-place', '没有找到这个地点，请在地图上点选，或在区划里重新选择', {
      fields: { placeCode: '请重新选择地点' },
    });
}

async function existing(
  tx: Tx,
  { countyCode: county, personId }: Actor,
  id: string,
  digest: string,
): Promise<IssueRow | null> {
  const row = await ledger(tx)
    .selectFrom('issues')
    .selectAll()
    .where('county_code', '=', county)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row && (row.content_digest !== digest || (row.raised_by ?? '') !== personId))
    throw new Refusal(
      'already-exists-with-other-content',
      '这个标识下已有一件内容不同的问题，请刷新页面后重新登记',
    );
  return row ?? null;
}

/** The post under which a person raises: one that covers the place, else the first held. */
function raisingPost(actor: Actor, placeCode: string): string | null {
  const covering = actor.posts.find((post) => post.prefixes.some((prefix) => placeCode.startsWith(prefix)));
  return (covering ?? actor.posts[0])?.postId ?? null;
}

type NewIssue = { [K in keyof IssueTable]?: unknown } & Pick<IssueTable, 'county_code' | 'id'>;

async function newRow(tx: Tx, actor: Actor, body: RaiseIssue, digest: string, now: Date): Promise<NewIssue> {
  const { reporterName, reporterPhone, ...fields } = body.fields;
  const kind = kindRow(body.kind);
  const year = Number(dayOf(now).slice(0, 4));
  const known = await placePosition(tx, body.placeCode);
  if (body.position && known && distanceM(body.position, known) > FARTHEST_M)
    throw new Refusal(
      'invalid-input',
      `定位离所选地点 ${Math.round(distanceM(body.position, known) / 1000)} 公里，请重新定位或改选地点`,
      { fields: { position: '定位不对' } },
    );
  const position = body.position ?? known;
  const post = raisingPost(actor, body.placeCode);
  return {
    county_code: actor.countyCode,
    id: body.id,
    number_year: year,
    number_serial: await takeNumbers(tx, actor.countyCode, year),
    title: body.title,
    description: body.description,
    kind: body.kind,
    category: kind.category,
    severity: severities.indexOf(kind.severity),
    source: body.source,
    state: 'reported',
    is_open: true,
    place_code: body.placeCode,
    town_code: townOf(body.placeCode),
    lon: position?.lon ?? null,
    lat: position?.lat ?? null,
    accuracy_m: body.position?.accuracyM ?? null,
    position_how: body.position?.how ?? (position ? 'division' : null),
    fields: JSON.stringify(fields),
    found_at: body.foundAt ? new Date(body.foundAt) : now,
    raised_at: now,
    raised_by: actor.personId || null,
    raised_by_post: post,
    party_posts: post ? [post] : [],
    last_act: JSON.stringify({ verb: 'raise', personId: actor.personId || null, at: now.toISOString() }),
    content_digest: digest,
    follow_token: `${actor.countyCode}${randomBytes(18).toString('base64url')}`,
  };
}

/** Stores one problem inside an open transaction; the same problem again is answered, not doubled. */
export async function raiseInside(tx: Tx, actor: Actor, body: RaiseIssue, now: Date): Promise<IssueRow> {
  if (countyOf(body.id) !== actor.countyCode) throw notFound('这个县');
  const row = sourceRow(body.source);
  checkSource(actor, body, row);
  checkDates(body, now);
  await checkPlace(tx, actor, body.placeCode);
  const { id, ...content } = body;
  const digest = contentDigest(content);
  const before = await existing(tx, actor, id, digest);
  if (before) return before;
  const values = await newRow(tx, actor, body, digest, now);
  // The number's row is locked now: a twin sent at the same moment has been stored or waits behind us.
  const twin = await existing(tx, actor, id, digest);
  if (twin) throw new TwinStored();
  const stored = await ledger(tx)
    .insertInto('issues')
    .values(values as never)
    .returningAll()
    .executeTakeFirstOrThrow();
  const { reporterName, reporterPhone } = body.fields;
  if (reporterName || reporterPhone)
    await ledger(tx)
      .insertInto('issue_reporters')
      .values({
        county_code: actor.countyCode,
        issue_id: id,
        name: reporterName ?? null,
        phone: reporterPhone ?? null,
      })
      .execute();
  await attachPhotos(tx, actor, stored, body.photos, 'before', now);
  await record(tx, {
    countyCode: actor.countyCode,
    kind: body.source === 'inspection' ? 'issue.handDown' : 'issue.raise',
    subjectType: 'issue',
    subjectId: id,
    actorPersonId: actor.personId || null,
    actorPostId: stored.raised_by_post,
    placeCode: body.placeCode,
    at: now,
    details: {
      to: 'reported',
      source: body.source,
      kind: body.kind,
      contentDigest: digest,
      photos: body.photos,
    },
  });
  await notifyOfRaise(tx, stored, now);
  return stored;
}

/** Takes back a number that a twin made needless: the transaction is rolled back and the twin answered. */
class TwinStored extends Error {}

/** Tries once more where a twin of the same id was stored meanwhile: the second time finds it. */
export function withTwin<T>(attempt: () => Promise<T>): Promise<T> {
  return attempt().catch((error: unknown) => {
    if (error instanceof TwinStored) return attempt();
    throw error;
  });
}

/** Raises a problem; sent twice with the same content it is one problem, with other content refused (409). */
export async function raiseIssue(app: App, actor: Actor, body: RaiseIssue): Promise<IssueSummary> {
  const now = app.clock.now();
  const attempt = () =>
    inReach(
      app.db,
      actor,
      async (tx) => {
        const row = await raiseInside(tx, actor, body, now);
        const [summary] = await summaries(tx, actor.countyCode, [row], now);
        return summary as IssueSummary;
      },
      'once',
    );
  return withTwin(attempt);
}

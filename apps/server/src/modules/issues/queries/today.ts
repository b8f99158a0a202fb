import {
  allows,
  type Role,
  type Source,
  type State,
  sourceCodes,
  sourceRow,
  stateCodes,
  states,
  type Verb,
  verbRow,
} from '@qingshan/contract';
import type { Expression, SqlBool } from 'kysely';
import type { Actor, Tx } from '../../../platform/index.ts';
import { childrenOf } from '../../responsibility/index.ts';
import { nextVerb, whyNot } from '../rules/transition.ts';
import { type IssueRow, ledger } from '../tables.ts';
import { actorFacts, factsOf, fixersOf } from './facts.ts';
import { figuresByPlace } from './figures.ts';
import { type IssuesBuilder, isOneOf, reachOf } from './reach.ts';
import { SUMMARY, summaries } from './summary.ts';

/** Steps that may be the actor's are decided one by one, so their number is bounded. */
const CANDIDATES = 500;
const SHOWN = 50;
const RATED_WITHIN_DAYS = 30;
const DAY_MS = 86_400_000;
const PLACES_SHOWN = 60;
/** What deciding needs of a problem; those shown are read as lines of a list afterwards. */
const DECIDING = [
  'id',
  'state',
  'source',
  'place_code',
  'owner_post_id',
  'extension',
  'extended_times',
  'publicity_until',
  'severity',
  'due_at',
  'raised_at',
] as const;

interface Duty {
  readonly source: Source;
  readonly state: State;
}

/** States (by source) whose next step falls to one of the roles, read from the loop's table. */
function dutiesOf(roles: readonly Role[]): Duty[] {
  const duties: Duty[] = [];
  for (const source of sourceCodes) {
    for (const state of stateCodes) {
      const verb = nextVerb({ state, source });
      if (
        verb &&
        verbRow(verb).relation !== 'owner' &&
        verb !== 'review' &&
        verbRow(verb).roles.some((role) => roles.includes(role))
      )
        duties.push({ source, state });
    }
  }
  return duties;
}

/** Condition: the next step may be mine, as owner or by a post whose place covers it. */
function waitsFor(of: IssuesBuilder, actor: Actor, open: boolean): Expression<SqlBool> {
  const mine: Expression<SqlBool>[] = open
    ? [
        of.and([
          of('state', 'in', ['assigned', 'rectifying']),
          of('owner_post_id', 'in', [...actor.postIds, '']),
        ]),
      ]
    : [];
  for (const post of actor.posts) {
    const duties = dutiesOf(post.roles).filter((duty) => states[duty.state].open === open);
    const bySource = Map.groupBy(duties, (duty) => duty.source);
    for (const prefix of post.prefixes) {
      const inside = [of('place_code', '>=', prefix), of('place_code', '<', `${prefix}~`)];
      for (const [source, some] of bySource)
        mine.push(
          of.and([
            of('source', '=', source),
            of(
              'state',
              'in',
              some.map((duty) => duty.state),
            ),
            ...inside,
          ]),
        );
      const judged = sourceCodes.filter((source) =>
        sourceRow(source).extensionBy.some((role) => post.roles.includes(role)),
      );
      if (open && judged.length > 0)
        mine.push(of.and([of('extension', 'is not', null), of('source', 'in', judged), ...inside]));
    }
  }
  return of.or(mine);
}

type Candidate = Pick<IssueRow, (typeof DECIDING)[number]>;

/**
 * Problems whose next step may be the actor's, from three walks along an index each: those with a deadline, those not
 * yet accepted, and those closed of late that one may rate.
 */
async function candidates(tx: Tx, actor: Actor, now: Date): Promise<Candidate[]> {
  const reach = await reachOf(tx, actor);
  const walk = (open: boolean) => {
    const waiting = ledger(tx)
      .selectFrom('issues')
      .select(DECIDING)
      .where('county_code', '=', actor.countyCode)
      .where('is_open', '=', open)
      .where((of) => waitsFor(of, actor, open))
      .limit(CANDIDATES);
    return reach ? waiting.where(reach) : waiting;
  };
  const dated = await walk(true)
    .where('due_at', 'is not', null)
    .orderBy('due_at')
    .orderBy('severity', 'desc')
    .execute();
  const undated = await walk(true).where('due_at', 'is', null).orderBy('raised_at').execute();
  const rateable = await walk(false)
    .where('imported', '=', false)
    .where('closed_at', '>=', new Date(now.getTime() - RATED_WITHIN_DAYS * DAY_MS))
    .orderBy('closed_at')
    .execute();
  const open = [...dated, ...undated].sort((a, b) => wantedAt(a) - wantedAt(b) || b.severity - a.severity);
  return [...open, ...rateable].slice(0, CANDIDATES);
}

/** The deadline; a problem not yet accepted counts as due a day after it was raised. */
const wantedAt = (row: Candidate): number => row.due_at?.getTime() ?? row.raised_at.getTime() + DAY_MS;

interface Task {
  readonly id: string;
  readonly verb: Verb;
  readonly why: string | null;
}

/** What waits for this person, decided by the loop's rules, most urgent first. */
async function tasksOf(tx: Tx, actor: Actor, now: Date): Promise<Task[]> {
  const rows = await candidates(tx, actor, now);
  const fixers = await fixersOf(
    tx,
    actor.countyCode,
    rows.map((row) => row.id),
  );
  const who = await actorFacts(tx, actor, now, fixers);
  return rows.flatMap((row): Task[] => {
    const facts = factsOf(row, fixers.get(row.id));
    const next = nextVerb(facts);
    if (facts.extensionBy && whyNot('approveExtension', facts, who) === null)
      return [{ id: row.id, verb: 'approveExtension', why: '有延期申请待审批' }];
    return next && whyNot(next, facts, who) === null ? [{ id: row.id, verb: next, why: null }] : [];
  });
}

/** Problems of 今日待办, for the list that it opens. */
export async function todoIds(tx: Tx, actor: Actor, now: Date): Promise<string[]> {
  return (await tasksOf(tx, actor, now)).map((task) => task.id);
}

const PREFIX_LEVELS = [6, 9, 12];

/** Places shown as lights: one prefix → the places one level below it; several → themselves. */
async function placesOf(tx: Tx, actor: Actor) {
  const prefixes = [...new Set(actor.prefixes)];
  const only = prefixes.length === 1 ? prefixes[0] : undefined;
  if (only && PREFIX_LEVELS.includes(only.length)) {
    const children = await childrenOf(tx, only.padEnd(12, '0'));
    if (children.length > 0) return children.slice(0, PLACES_SHOWN).map((child) => child.code);
  }
  return prefixes.slice(0, PLACES_SHOWN).map((prefix) => prefix.padEnd(12, '0'));
}

/** 今日待办: tasks, most urgent first; then my places as lights, for those who may open their lists. */
export async function todayOf(tx: Tx, actor: Actor, now: Date) {
  const tasks = await tasksOf(tx, actor, now);
  const shown = new Map(tasks.slice(0, SHOWN).map((task) => [task.id, task]));
  const rows = await ledger(tx)
    .selectFrom('issues')
    .select(SUMMARY)
    .where('county_code', '=', actor.countyCode)
    .where(isOneOf([...shown.keys()]))
    .execute();
  const listed = new Map(
    (await summaries(tx, actor.countyCode, rows, now)).map((issue) => [issue.id, issue]),
  );
  const places = allows('issues.read', actor.roles)
    ? await figuresByPlace(tx, actor.countyCode, await placesOf(tx, actor), now)
    : [];
  const unread = await tx
    .selectFrom('notices')
    .select((of) => of.fn.countAll<string>().as('count'))
    .where('county_code', '=', actor.countyCode)
    .where('person_id', '=', actor.personId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return {
    tasks: [...shown.values()].flatMap(({ id, verb, why }) => {
      const issue = listed.get(id);
      return issue ? [{ issue, verb, why }] : [];
    }),
    taskTotal: tasks.length,
    places,
    notices: Number(unread.count),
    at: now.toISOString(),
  };
}

import {
  allows,
  type Role,
  type Source,
  type State,
  sourceCodes,
  stateCodes,
  type Verb,
  verbRow,
} from '@qingshan/contract';
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Actor, Tx } from '../../../platform/index.ts';
import { childrenOf } from '../../responsibility/index.ts';
import { nextVerb, whyNot } from '../rules/transition.ts';
import { type IssueRow, type IssuesTables, ledger } from '../tables.ts';
import { actorFacts, factsOf, fixersOf } from './facts.ts';
import { figuresByPlace } from './figures.ts';
import { summaries } from './summary.ts';

/** Steps that may be the actor's are decided one by one, so their number is bounded. */
const CANDIDATES = 500;
const SHOWN = 50;
const PLACES_SHOWN = 60;

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

type Builder = ExpressionBuilder<IssuesTables, 'issues'>;

/** Condition: the next step may be mine, as owner or by a post whose place covers it. */
function todoStates(of: Builder, actor: Actor): Expression<SqlBool> {
  const mine: Expression<SqlBool>[] = [
    of.and([
      of('state', 'in', ['assigned', 'rectifying']),
      of('owner_post_id', 'in', [...actor.postIds, '']),
    ]),
  ];
  for (const post of actor.posts) {
    const bySource = new Map<Source, State[]>();
    for (const duty of dutiesOf(post.roles))
      bySource.set(duty.source, [...(bySource.get(duty.source) ?? []), duty.state]);
    for (const prefix of post.prefixes) {
      for (const [source, stateList] of bySource)
        mine.push(
          of.and([
            of('source', '=', source),
            of('state', 'in', stateList),
            of('place_code', '>=', prefix),
            of('place_code', '<', `${prefix}~`),
          ]),
        );
    }
    if (post.roles.includes('leader'))
      for (const prefix of post.prefixes)
        mine.push(
          of.and([
            of('extension', 'is not', null),
            of('place_code', '>=', prefix),
            of('place_code', '<', `${prefix}~`),
          ]),
        );
  }
  return of.or(mine);
}

interface Task {
  readonly row: IssueRow;
  readonly verb: Verb;
  readonly why: string | null;
}

/**
 * What waits for this person, decided by the loop's rules, most urgent first: by deadline; a problem not yet accepted
 * counts as due a day after it was raised.
 */
async function tasksOf(tx: Tx, actor: Actor, now: Date): Promise<Task[]> {
  const rows = await ledger(tx)
    .selectFrom('issues')
    .selectAll()
    .where('county_code', '=', actor.countyCode)
    .where((of) => todoStates(of, actor))
    .orderBy('is_open', 'desc')
    .orderBy(sql`coalesce(due_at, raised_at + interval '1 day')`)
    .orderBy('severity', 'desc')
    .limit(CANDIDATES)
    .execute();
  const who = await actorFacts(tx, actor, now);
  const fixers = await fixersOf(
    tx,
    actor.countyCode,
    rows.map((row) => row.id),
  );
  return rows.flatMap((row): Task[] => {
    const facts = factsOf(row, fixers.get(row.id) ?? new Set());
    const next = nextVerb(facts);
    if (facts.extensionPending && whyNot('approveExtension', facts, who) === null)
      return [{ row, verb: 'approveExtension', why: '有延期申请待审批' }];
    return next && whyNot(next, facts, who) === null ? [{ row, verb: next, why: null }] : [];
  });
}

/** Problems of 今日待办, for the list that it opens. */
export async function todoIds(tx: Tx, actor: Actor, now: Date): Promise<string[]> {
  return (await tasksOf(tx, actor, now)).map((task) => task.row.id);
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
  const shown = tasks.slice(0, SHOWN);
  const listed = await summaries(
    tx,
    actor.countyCode,
    shown.map((task) => task.row),
    now,
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
    tasks: listed.map((issue, index) => ({
      issue,
      verb: (shown[index] as Task).verb,
      why: (shown[index] as Task).why,
    })),
    taskTotal: tasks.length,
    places,
    notices: Number(unread.count),
    at: now.toISOString(),
  };
}

import type { listIssuesQuery } from '@qingshan/contract';
import {
  type IssueKind,
  issueKindCodes,
  issueKinds,
  openStates,
  placePrefix,
  sourceCodes,
  stateCodes,
} from '@qingshan/contract';
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { z } from 'zod';
import { type Actor, addDays, Refusal, startOfDay, type Tx } from '../../../platform/index.ts';
import { urgencyLimits } from '../rules/urgency.ts';
import { type IssuesTables, ledger } from '../tables.ts';
import { summaries } from './summary.ts';
import { todoIds } from './today.ts';

export type ListQuery = z.output<typeof listIssuesQuery>;
/** Beyond this many rows a count is told as "at least". */
const COUNT_UP_TO = 1000;
const WORDS_UP_TO = 2000;

const SORTS = { due: 'due_at', raised: 'raised_at', number: 'number_serial', severity: 'severity' } as const;

const words = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);

function pick(
  given: string | undefined,
  known: readonly string[],
  what: string,
  groups: Record<string, readonly string[]> = {},
): string[] | null {
  if (!given) return null;
  const codes = words(given).flatMap((word) => groups[word] ?? [word]);
  const unknown = codes.find((code) => !known.includes(code));
  if (unknown) throw new Refusal('invalid-input', `没有“${unknown}”这种${what}，请重新选择`);
  return codes;
}

const kindGroups: Record<string, IssueKind[]> = Object.groupBy(
  issueKindCodes,
  (kind) => issueKinds[kind].category,
);
const stateGroups = { open: openStates, done: stateCodes.filter((state) => !openStates.includes(state)) };

type Conditions = (of: Builder) => Expression<SqlBool>;

/** Ids of problems by number or by words; null when nothing is searched for. */
async function searched(tx: Tx, county: string, q: string | undefined): Promise<string[] | null> {
  if (!q) return null;
  const number = /^(?:\d{6}-)?(\d{4})-(\d{1,6})$/.exec(q);
  if (number) return idsBySerial(tx, county, Number(number[2]), Number(number[1]));
  const patterns = q.split(/\s+/).map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  const { rows } = await sql<{
    id: string;
  }>`select issues_with_words(${county}, ${patterns}::text[], ${WORDS_UP_TO}) as id`.execute(tx);
  const serial = /^\d{1,6}$/.test(q) ? await idsBySerial(tx, county, Number(q), null) : [];
  return [...serial, ...rows.map((row) => row.id)];
}

async function idsBySerial(tx: Tx, county: string, serial: number, year: number | null): Promise<string[]> {
  let select = ledger(tx)
    .selectFrom('issues')
    .select('id')
    .where('county_code', '=', county)
    .where('number_serial', '=', serial);
  if (year !== null) select = select.where('number_year', '=', year);
  return (await select.execute()).map((row) => row.id);
}

type Builder = ExpressionBuilder<IssuesTables, 'issues'>;

const VILLAGE_PREFIX = 12;
const TOWN_PREFIX = 9;

/**
 * The actor's reach once more, in a form that can use an index (row security stands behind it): the villages and the
 * problems one is party to, or the towns that hold everything; nothing for those who see the whole county.
 */
async function reachOf(tx: Tx, actor: Actor): Promise<((of: Builder) => Expression<SqlBool>) | null> {
  const narrowest = Math.min(...actor.prefixes.map((prefix) => prefix.length));
  if (actor.kinds.length > 0 || narrowest < TOWN_PREFIX) return null;
  const posts = sql`${[...actor.postIds]}::text[]`;
  if (narrowest >= VILLAGE_PREFIX) {
    const { rows } = await sql<{
      id: string;
    }>`select issues_of_parties(${actor.countyCode}, ${posts}) as id`.execute(tx);
    const within = (of: Builder) =>
      actor.prefixes.map((prefix) =>
        of.and([of('place_code', '>=', prefix), of('place_code', '<', `${prefix}~`)]),
      );
    return (of) => of.or([...within(of), of('id', 'in', [...rows.map((row) => row.id), ''])]);
  }
  const { rows } = await sql<{
    town: string;
  }>`select towns_of_parties(${actor.countyCode}, ${posts}) as town`.execute(tx);
  const towns = [
    ...new Set([
      ...actor.prefixes.map((prefix) => `${prefix.slice(0, TOWN_PREFIX)}000`),
      ...rows.map((row) => row.town),
    ]),
  ];
  return (of) => of('town_code', 'in', towns);
}

async function conditionsOf(tx: Tx, actor: Actor, query: ListQuery, now: Date): Promise<Conditions> {
  const kinds = pick(query.kind, issueKindCodes, '问题类型', kindGroups);
  const chosenSources = pick(query.source, sourceCodes, '来源');
  const chosenStates = pick(query.state, stateCodes, '状态', stateGroups);
  const ids = await searched(tx, actor.countyCode, query.q);
  const reach = await reachOf(tx, actor);
  const limits = urgencyLimits(now);
  const colours = pick(query.urgency, ['red', 'orange', 'yellow', 'green'], '缓急') ?? [];
  const todo = query.mine === 'todo' ? await todoIds(tx, actor, now) : null;
  return (of) => {
    const all: Expression<SqlBool>[] = [of('county_code', '=', actor.countyCode)];
    const add = (condition: Expression<SqlBool>) => all.push(condition);
    if (reach) add(reach(of));
    if (ids) add(of('id', 'in', ids.length > 0 ? ids : ['']));
    if (query.place) {
      const prefix = placePrefix(query.place);
      add(of('place_code', '>=', prefix));
      add(of('place_code', '<', `${prefix}~`));
    }
    if (kinds) add(of('kind', 'in', kinds as never));
    if (chosenSources) add(of('source', 'in', chosenSources as never));
    if (chosenStates) add(of('state', 'in', chosenStates as never));
    if (query.overdue)
      add(
        query.overdue === 'true'
          ? of.and([of('is_open', '=', true), of('due_at', '<', now)])
          : of.or([of('is_open', '=', false), of('due_at', 'is', null), of('due_at', '>=', now)]),
      );
    if (colours.length > 0) {
      const within: Record<string, ReturnType<typeof of.and>> = {
        red: of.and([of('due_at', '<', now)]),
        orange: of.and([of('due_at', '>=', now), of('due_at', '<=', limits.orangeUntil)]),
        yellow: of.and([of('due_at', '>', limits.orangeUntil), of('due_at', '<=', limits.yellowUntil)]),
        green: of.and([of('due_at', '>', limits.yellowUntil)]),
      };
      add(of.and([of('is_open', '=', true), of.or(colours.flatMap((colour) => within[colour] ?? []))]));
    }
    if (query.mine === 'owned')
      add(of.and([of('is_open', '=', true), of('owner_post_id', 'in', [...actor.postIds, ''])]));
    if (query.mine === 'raised') add(of('raised_by', '=', actor.personId));
    if (todo) add(of('id', 'in', [...todo, '']));
    if (query.ownerPostId) add(of('owner_post_id', '=', query.ownerPostId));
    if (query.reopened) add(of('reopened_times', '>', 0));
    if (query.raisedFrom) add(of('raised_at', '>=', startOfDay(query.raisedFrom)));
    if (query.raisedTo) add(of('raised_at', '<', startOfDay(addDays(query.raisedTo, 1))));
    if (query.closedFrom) add(of('closed_at', '>=', startOfDay(query.closedFrom)));
    if (query.closedTo) add(of('closed_at', '<', startOfDay(addDays(query.closedTo, 1))));
    return of.and(all);
  };
}

/** One page of the ledger; counting stops at 1,000. */
export async function listIssues(tx: Tx, actor: Actor, query: ListQuery, now: Date) {
  const conditions = await conditionsOf(tx, actor, query, now);
  const descending = query.sort.startsWith('-');
  const column = SORTS[query.sort.replace('-', '') as keyof typeof SORTS];
  const direction = descending ? 'desc' : 'asc';
  let select = ledger(tx).selectFrom('issues').selectAll().where(conditions);
  if (column === 'number_serial') select = select.orderBy('number_year', direction);
  select =
    column === 'due_at'
      ? select.orderBy('due_at', (order) => (descending ? order.desc().nullsLast() : order.asc().nullsLast()))
      : select.orderBy(column, direction);
  const rows = await select
    .orderBy('id', direction)
    .limit(query.size)
    .offset((query.page - 1) * query.size)
    .execute();
  const counted = await ledger(tx)
    .selectFrom((from) =>
      from
        .selectFrom('issues')
        .select('id')
        .where(conditions)
        .limit(COUNT_UP_TO + 1)
        .as('some'),
    )
    .select((of) => of.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  const count = Number(counted.count);
  return {
    items: await summaries(tx, actor.countyCode, rows, now),
    total: Math.min(count, COUNT_UP_TO),
    totalIsAtLeast: count > COUNT_UP_TO,
    page: query.page,
    size: query.size,
  };
}

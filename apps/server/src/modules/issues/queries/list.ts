import type { listIssuesQuery } from '@qingshan/contract';
import {
  fullPlaceCode,
  type IssueKind,
  issueKindCodes,
  issueKinds,
  openStates,
  placePrefix,
  type State,
  sourceCodes,
  stateCodes,
  states,
} from '@qingshan/contract';
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { z } from 'zod';
import { type Actor, addDays, Refusal, startOfDay, type Tx } from '../../../platform/index.ts';
import { urgencyLimits } from '../rules/urgency.ts';
import { ledger } from '../tables.ts';
import { type IssuesBuilder, isOneOf, reachOf } from './reach.ts';
import { SUMMARY, summaries } from './summary.ts';
import { todoIds } from './today.ts';

export type ListQuery = z.output<typeof listIssuesQuery>;
/** Beyond this many rows a count is told as "at least". */
const COUNT_UP_TO = 1000;
/** Words found in more problems than this are looked for while the list is read, newest first. */
const WORDS_UP_TO = 200;

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

type Conditions = (of: IssuesBuilder) => Expression<SqlBool>;

/** Problems found by number or by words; null when nothing is searched for. */
async function searched(tx: Tx, county: string, q: string | undefined): Promise<RawBuilder<SqlBool> | null> {
  if (!q) return null;
  const number = /^(?:\d{6}-)?(\d{4})-(\d{1,6})$/.exec(q);
  if (number) return isOneOf(await idsBySerial(tx, county, Number(number[2]), Number(number[1])));
  const wanted = q.split(/\s+/);
  const { rows } = await sql<{
    id: string;
  }>`select issues_with_words(${county}, ${wanted}::text[], ${WORDS_UP_TO + 1}) as id`.execute(tx);
  const bySerial = /^\d{1,6}$/.test(q) ? await idsBySerial(tx, county, Number(q), null) : [];
  if (rows.length <= WORDS_UP_TO) return isOneOf([...bySerial, ...rows.map((row) => row.id)]);
  const patterns = wanted.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  // `case`: known to be frequent, where the planner would take them for rare and sort the whole ledger.
  return sql`case when (title || ' ' || description) ilike all (${patterns}::text[]) then true else ${isOneOf(bySerial)} end`;
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

async function conditionsOf(tx: Tx, actor: Actor, query: ListQuery, now: Date): Promise<Conditions> {
  const kinds = pick(query.kind, issueKindCodes, '问题类型', kindGroups);
  const chosenSources = pick(query.source, sourceCodes, '来源');
  const chosenStates = pick(query.state, stateCodes, '状态', stateGroups);
  const found = await searched(tx, actor.countyCode, query.q);
  const reach = await reachOf(tx, actor);
  const limits = urgencyLimits(now);
  const colours = pick(query.urgency, ['red', 'orange', 'yellow', 'green'], '缓急') ?? [];
  const todo = query.mine === 'todo' ? await todoIds(tx, actor, now) : null;
  return (of) => {
    const all: Expression<SqlBool>[] = [of('county_code', '=', actor.countyCode)];
    const add = (condition: Expression<SqlBool>) => all.push(condition);
    if (reach) add(reach(of));
    if (found) add(found);
    if (query.place && query.exact) add(of('place_code', '=', fullPlaceCode(query.place)));
    else if (query.place) {
      const prefix = placePrefix(query.place);
      add(of('place_code', '>=', prefix));
      add(of('place_code', '<', `${prefix}~`));
    }
    if (kinds) add(of('kind', 'in', kinds as never));
    if (chosenSources) add(of('source', 'in', chosenSources as never));
    if (chosenStates) add(of('state', 'in', chosenStates as never));
    // Follows from the states; named so that the indexes of open problems serve.
    if (chosenStates?.every((state) => states[state as State].open)) add(of('is_open', '=', true));
    const red = of.and([
      of('due_at', '<', now),
      of.or([of('answered_at', 'is', null), of('due_at', '<', of.ref('answered_at'))]),
    ]);
    const running = (condition: Expression<SqlBool>) => of.and([of('answered_at', 'is', null), condition]);
    if (query.overdue === 'true') add(of.and([of('is_open', '=', true), red]));
    if (query.overdue === 'false')
      add(of.or([of('is_open', '=', false), of('due_at', 'is', null), of.not(red)]));
    if (colours.length > 0) {
      const within: Record<string, Expression<SqlBool>> = {
        red,
        orange: running(of.and([of('due_at', '>=', now), of('due_at', '<=', limits.orangeUntil)])),
        yellow: running(
          of.and([of('due_at', '>', limits.orangeUntil), of('due_at', '<=', limits.yellowUntil)]),
        ),
        green: of.or([
          of('due_at', '>', limits.yellowUntil),
          of.and([of('answered_at', 'is not', null), of('due_at', '>=', of.ref('answered_at'))]),
        ]),
      };
      add(of.and([of('is_open', '=', true), of.or(colours.flatMap((colour) => within[colour] ?? []))]));
    }
    if (query.mine === 'owned')
      add(of.and([of('is_open', '=', true), of('owner_post_id', 'in', [...actor.postIds, ''])]));
    if (query.mine === 'raised') add(of('raised_by', '=', actor.personId));
    if (todo) add(isOneOf(todo));
    if (query.ownerPostId) add(of('owner_post_id', '=', query.ownerPostId));
    if (query.inTime === 'any') add(of('closed_in_time', 'is not', null));
    else if (query.inTime) add(of('closed_in_time', '=', query.inTime === 'true'));
    if (query.reopened) add(of('reopened_times', '>', 0));
    if (query.raisedFrom) add(of('raised_at', '>=', startOfDay(query.raisedFrom)));
    if (query.raisedTo) add(of('raised_at', '<', startOfDay(addDays(query.raisedTo, 1))));
    if (query.closedFrom) add(of('closed_at', '>=', startOfDay(query.closedFrom)));
    if (query.closedTo) add(of('closed_at', '<', startOfDay(addDays(query.closedTo, 1))));
    return of.and(all);
  };
}

async function countUpTo(tx: Tx, conditions: Conditions, most: number): Promise<number> {
  const { count } = await ledger(tx)
    .selectFrom((from) => from.selectFrom('issues').select('id').where(conditions).limit(most).as('some'))
    .select((of) => of.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** One page of the ledger; counting stops at 1,000. */
export async function listIssues(tx: Tx, actor: Actor, query: ListQuery, now: Date) {
  const conditions = await conditionsOf(tx, actor, query, now);
  const descending = query.sort.startsWith('-');
  const column = SORTS[query.sort.replace('-', '') as keyof typeof SORTS];
  const direction = descending ? 'desc' : 'asc';
  let select = ledger(tx).selectFrom('issues').select(SUMMARY).where(conditions);
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
  const count =
    query.page === 1 && rows.length < query.size
      ? rows.length
      : await countUpTo(tx, conditions, COUNT_UP_TO + 1);
  return {
    items: await summaries(tx, actor.countyCode, rows, now),
    total: Math.min(count, COUNT_UP_TO),
    totalIsAtLeast: count > COUNT_UP_TO,
    page: query.page,
    size: query.size,
  };
}

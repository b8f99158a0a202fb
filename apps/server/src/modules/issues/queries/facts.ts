import type { Verb } from '@qingshan/contract';
import { verbRow } from '@qingshan/contract';
import { type SqlBool, sql } from 'kysely';
import { type Actor, dayOf, notFound, type Tx } from '../../../platform/index.ts';
import { personsInLine } from '../../responsibility/index.ts';
import type { ActorFacts, Fixers, IssueFacts } from '../rules/transition.ts';
import { type Extension, type IssueRow, type LastAct, ledger } from '../tables.ts';

/** Reads one problem and holds its row until the transaction ends; outside one's reach it is not there. */
export async function loadForAct(tx: Tx, county: string, id: string): Promise<IssueRow> {
  const row = await ledger(tx)
    .selectFrom('issues')
    .selectAll()
    .where('county_code', '=', county)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound('这件问题');
  return row;
}

export async function loadIssue(tx: Tx, county: string, id: string): Promise<IssueRow> {
  const row = await ledger(tx)
    .selectFrom('issues')
    .selectAll()
    .where('county_code', '=', county)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound('这件问题');
  return row;
}

/** Fixers of problems, by issue id; problems that nobody put right yet are not in it. */
export async function fixersOf(tx: Tx, county: string, ids: readonly string[]): Promise<Map<string, Fixers>> {
  const rows = await ledger(tx)
    .selectFrom('issue_fixers')
    .select(['issue_id', 'person_id', 'in_line'])
    .where('county_code', '=', county)
    .where(sql<SqlBool>`issue_id = any (${[...ids]}::text[])`)
    .execute();
  const byIssue = Map.groupBy(rows, (row) => row.issue_id);
  return new Map(
    [...byIssue].map(([id, fixers]) => [
      id,
      {
        fixerIds: new Set(fixers.map((row) => row.person_id)),
        fixersLine: new Set(fixers.flatMap((row) => row.in_line)),
      },
    ]),
  );
}

type DecidingColumns = Pick<
  IssueRow,
  | 'state'
  | 'source'
  | 'place_code'
  | 'owner_post_id'
  | 'extension'
  | 'extended_times'
  | 'due_at'
  | 'publicity_until'
>;

const nobody: Fixers = { fixerIds: new Set(), fixersLine: new Set() };

export function factsOf(row: DecidingColumns, fixers: Fixers = nobody): IssueFacts {
  return {
    state: row.state,
    source: row.source,
    placeCode: row.place_code,
    ownerPostId: row.owner_post_id,
    extensionBy: row.extension === null ? null : (JSON.parse(row.extension) as Extension).requestedBy,
    extendedTimes: row.extended_times,
    dueAt: row.due_at,
    publicityUntil: row.publicity_until,
    ...fixers,
  };
}

/** The asker with the line of command, which matters once somebody has put one of the problems right. */
export async function actorFacts(
  tx: Tx,
  actor: Actor,
  now: Date,
  fixers: ReadonlyMap<string, Fixers>,
): Promise<ActorFacts> {
  const today = dayOf(now);
  const inLine =
    fixers.size > 0
      ? await personsInLine(tx, actor.countyCode, [actor.personId], today)
      : new Set([actor.personId]);
  return { actor, inLine, now, today };
}

export const lastActOf = (row: IssueRow): LastAct => JSON.parse(row.last_act) as LastAct;

/** Label of the step that a last act did. */
export function verbLabel(verb: string): string {
  if (verb === 'raise') return '上报';
  if (verb === 'handDown') return '下发';
  if (verb === 'import') return '导入';
  return verbRow(verb as Verb)?.label ?? verb;
}

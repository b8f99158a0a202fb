import { type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Actor, Tx } from '../../../platform/index.ts';
import type { IssuesTables } from '../tables.ts';

export type IssuesBuilder = ExpressionBuilder<IssuesTables, 'issues'>;

/** One parameter however many ids there are. */
export const isOneOf = (ids: readonly string[]): RawBuilder<SqlBool> => sql`id = any (${[...ids]}::text[])`;

const VILLAGE_PREFIX = 12;
const TOWN_PREFIX = 9;

/**
 * The actor's reach once more, in a form that can use an index (row security stands behind it): the villages and the
 * problems one is party to, or the towns that hold everything; nothing for those who see the whole county.
 */
export async function reachOf(
  tx: Tx,
  actor: Actor,
): Promise<((of: IssuesBuilder) => Expression<SqlBool>) | null> {
  const narrowest = Math.min(...actor.prefixes.map((prefix) => prefix.length));
  if (actor.kinds.length > 0 || narrowest < TOWN_PREFIX) return null;
  const posts = sql`${[...actor.postIds]}::text[]`;
  if (narrowest >= VILLAGE_PREFIX) {
    const { rows } = await sql<{
      id: string;
    }>`select issues_of_parties(${actor.countyCode}, ${posts}) as id`.execute(tx);
    const within = (of: IssuesBuilder) =>
      actor.prefixes.map((prefix) =>
        of.and([of('place_code', '>=', prefix), of('place_code', '<', `${prefix}~`)]),
      );
    return (of) => of.or([...within(of), isOneOf(rows.map((row) => row.id))]);
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

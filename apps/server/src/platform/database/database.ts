import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { Reach } from '../actor.ts';
import type { PlatformTables } from '../tables.ts';
import { PreparingClient } from './prepared.ts';

pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

export type Database = Kysely<PlatformTables>;
export type Tx = Transaction<PlatformTables>;

/** Opens the application's pool. `application_name` carries the product's name for the database's administrator. */
export function openDatabase(applicationUrl: string, connections = 12): { db: Database; pool: pg.Pool } {
  const pool = new pg.Pool({
    connectionString: applicationUrl,
    Client: PreparingClient,
    max: connections,
    application_name: 'qingshan',
    idleTimeoutMillis: 30_000,
  });
  pool.on('error', () => undefined);
  return { db: new Kysely<PlatformTables>({ dialect: new PostgresDialect({ pool }) }), pool };
}

/** PostgreSQL array literal of texts, for the settings that row security reads. */
function arrayLiteral(items: readonly string[]): string {
  return `{${items.map((item) => `"${item.replace(/(["\\])/g, '\\$1')}"`).join(',')}}`;
}

/**
 * `eachTime`: planned with the values asked for, as lists and counts need, where a village and a county differ.
 * `once`: the plan may be kept, as for what is found by its key.
 */
export type Planned = 'eachTime' | 'once';

/**
 * One transaction inside a reach: the settings that row security reads hold until it ends. Everything the
 * application reads or writes passes through here; without it the database shows no row.
 */
export async function inReach<T>(
  db: Database,
  reach: Reach,
  work: (tx: Tx) => Promise<T>,
  planned: Planned = 'eachTime',
): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('app.county', ${reach.countyCode}, true), set_config('app.reach', ${arrayLiteral(reach.prefixes)}, true),
      set_config('app.kinds', ${arrayLiteral(reach.kinds)}, true), set_config('app.posts', ${arrayLiteral(reach.postIds)}, true),
      set_config('app.person', ${reach.personId}, true),
      set_config('plan_cache_mode', ${planned === 'once' ? 'auto' : 'force_custom_plan'}, true)`.execute(tx);
    return work(tx);
  });
}

import { sql } from 'kysely';
import type { App, ScheduledJob } from '../../platform/index.ts';
import { loginLogMonths } from './limits.table.ts';
import type { IdentityTables } from './tables.ts';

/** Removes sign-ins older than six months; the database refuses to remove younger ones. */
export async function pruneLoginLog(app: App): Promise<number> {
  const before = app.clock.now();
  before.setUTCMonth(before.getUTCMonth() - loginLogMonths);
  const { rows } = await sql<{ gone: string }>`select prune_login_log(${before}) as gone`.execute(app.db);
  return Number(rows[0]?.gone ?? 0);
}

/** Removes sessions and sign-in challenges that have ended. */
export async function pruneSessions(app: App): Promise<void> {
  const db = app.db.withTables<IdentityTables>();
  await db.deleteFrom('auth_session').where('expires_at', '<', sql<Date>`now()`).execute();
  await db.deleteFrom('auth_verification').where('expires_at', '<', sql<Date>`now()`).execute();
}

/** Nightly clearing up of this module. */
export function identityJobs(app: App): ScheduledJob[] {
  return [
    { name: 'prune-login-log', cron: '20 3 * * *', run: async () => void (await pruneLoginLog(app)) },
    { name: 'prune-sessions', cron: '50 3 * * *', run: () => pruneSessions(app) },
  ];
}

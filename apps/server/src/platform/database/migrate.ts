import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type pg from 'pg';
import { PgBoss } from 'pg-boss';
import { StartRefusal } from '../refusal.ts';
import { asOwner, checkDatabase, ensureApplicationRole } from './owner.ts';

const FOLDER = resolve(import.meta.dirname, '../../../migrations');
export const BOSS_SCHEMA = 'pgboss';

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(FOLDER, name), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

function checkApplied(
  applied: readonly { name: string; checksum: string }[],
  known: readonly Migration[],
): void {
  const byName = new Map(known.map((migration) => [migration.name, migration]));
  const newer = applied.find((row) => !byName.has(row.name));
  if (newer)
    throw new StartRefusal(
      `数据是更新版本的青山写成的（有本程序不认识的 ${newer.name}）：请升级程序，不要用旧程序打开`,
    );
  const changed = applied.find((row) => byName.get(row.name)?.checksum !== row.checksum);
  if (changed)
    throw new StartRefusal(`迁移 ${changed.name} 与当初执行的内容不同：请恢复原文件，改动写成新的迁移`);
}

async function applyOne(owner: pg.Client, migration: Migration): Promise<void> {
  await owner.query('begin');
  try {
    await owner.query(migration.sql);
    await owner.query('insert into schema_migrations (name, checksum) values ($1, $2)', [
      migration.name,
      migration.checksum,
    ]);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw new Error(`migration ${migration.name} failed: ${(error as Error).message}`, { cause: error });
  }
}

/** The job queue's own tables, made by its owner so that the application's role needs no right to create. */
async function migrateJobs(ownerUrl: string, owner: pg.Client): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: BOSS_SCHEMA,
    supervise: false,
    schedule: false,
    max: 2,
  });
  await boss.start();
  await boss.stop({ graceful: false });
  await owner.query(
    `grant usage on schema ${BOSS_SCHEMA} to qingshan_app; grant select, insert, update, delete on all tables in schema ${BOSS_SCHEMA} to qingshan_app; grant usage on all sequences in schema ${BOSS_SCHEMA} to qingshan_app; grant execute on all functions in schema ${BOSS_SCHEMA} to qingshan_app`,
  );
}

/**
 * Brings the database to this program's state, forward only; each file in one transaction, guarded by a lock.
 * @returns URL of the application's role and the names applied now.
 */
export async function migrate(ownerUrl: string): Promise<{ applicationUrl: string; applied: string[] }> {
  await checkDatabase(ownerUrl);
  const known = await readMigrations();
  const applied = await asOwner(ownerUrl, async (owner) => {
    await owner.query('select pg_advisory_lock(990121000)');
    await owner.query(
      'create table if not exists schema_migrations (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
    );
    const { rows } = await owner.query<{ name: string; checksum: string }>(
      'select name, checksum from schema_migrations',
    );
    checkApplied(rows, known);
    const done = new Set(rows.map((row) => row.name));
    const missing = known.filter((migration) => !done.has(migration.name));
    for (const migration of missing) await applyOne(owner, migration);
    if (missing.length > 0) await migrateJobs(ownerUrl, owner);
    return missing.map((migration) => migration.name);
  });
  return { applicationUrl: await ensureApplicationRole(ownerUrl), applied };
}

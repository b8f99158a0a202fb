import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { asOwner } from '../platform/database/owner.ts';
import { dropDatabase } from './cluster.ts';

const FOLDER = resolve(import.meta.dirname, '../../migrations');

/** A database as the migrations before this one left it, for seeing what the migration makes of old rows. */
export async function openDatabaseBefore(migration: string) {
  const cluster = process.env.QINGSHAN_TEST_CLUSTER ?? '';
  const name = `t_${randomBytes(6).toString('hex')}`;
  const url = new URL(cluster);
  url.pathname = '/postgres';
  await asOwner(url.href, (owner) =>
    owner.query(`create database ${name} encoding 'UTF8' locale 'C.UTF-8' template template0`),
  );
  url.pathname = `/${name}`;
  const run = async (names: readonly string[]) => {
    for (const file of names) {
      const sql = await readFile(join(FOLDER, file), 'utf8');
      await asOwner(url.href, (owner) => owner.query(sql));
    }
  };
  const all = (await readdir(FOLDER)).filter((file) => file.endsWith('.sql')).sort();
  await run(all.filter((file) => file < migration));
  return {
    query: (sql: string) => asOwner(url.href, async (owner) => (await owner.query(sql)).rows),
    migrate: () => run([migration]),
    close: () => dropDatabase(cluster, name),
  };
}

import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '../platform/database/embedded.ts';
import { migrate } from '../platform/database/migrate.ts';
import { asOwner, createDatabase } from '../platform/database/owner.ts';

export const TEMPLATE = 'qingshan_template';

/**
 * Once before all tests: a real PostgreSQL (built in, or the one of TEST_DATABASE_URL) with one migrated database
 * that every test file copies.
 */
export default async function openCluster(): Promise<() => Promise<void>> {
  const external = process.env.TEST_DATABASE_URL;
  const folder = await mkdtemp(join(tmpdir(), 'qingshan-test-'));
  await chmod(folder, 0o755);
  const embedded = external ? null : await openEmbedded(folder);
  const url = new URL(external ?? embedded?.ownerUrl ?? '');
  url.pathname = `/${TEMPLATE}`;
  process.env.QINGSHAN_TEST_CLUSTER = url.href;
  process.env.QINGSHAN_TEST_FOLDER = folder;
  await dropDatabase(url.href, TEMPLATE);
  await createDatabase(url.href);
  await migrate(url.href);
  return async () => {
    await dropDatabase(url.href, TEMPLATE);
    await embedded?.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

/** Drops a test's database and its log-in role. */
export async function dropDatabase(clusterUrl: string, name: string): Promise<void> {
  const url = new URL(clusterUrl);
  url.pathname = '/postgres';
  await asOwner(url.href, async (owner) => {
    await owner.query(`drop database if exists "${name}" with (force)`);
    await owner.query(`drop role if exists "qs_${name}"`);
  });
}

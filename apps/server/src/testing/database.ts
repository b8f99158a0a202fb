import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { asOwner, ensureApplicationRole } from '../platform/database/owner.ts';
import { type App, type Config, openDatabase, readConfig, StandingClock } from '../platform/index.ts';
import { noJobs } from '../platform/jobs/jobs.ts';
import { openLog } from '../platform/log.ts';
import { openMetrics } from '../platform/metrics.ts';
import { openNoticeHub } from '../platform/notices/hub.ts';
import { dropDatabase, TEMPLATE } from './cluster.ts';

export interface TestApp {
  readonly app: App;
  readonly pool: pg.Pool;
  readonly clock: StandingClock;
  /** Connection of the tables' owner, for catalogue tests and for tampering. */
  readonly ownerUrl: string;
  close(): Promise<void>;
}

/** A fresh migrated database with the application on it; the clock stands at 2026-05-06 09:00 Shanghai (a Wednesday). */
export async function openTestApp(other: Partial<Config> = {}): Promise<TestApp> {
  const cluster = process.env.QINGSHAN_TEST_CLUSTER;
  const folder = process.env.QINGSHAN_TEST_FOLDER;
  if (!cluster || !folder)
    throw new Error('no test cluster: run through vitest with the root vitest.config.ts');
  const name = `t_${randomBytes(6).toString('hex')}`;
  const url = new URL(cluster);
  url.pathname = '/postgres';
  await asOwner(url.href, (owner) => owner.query(`create database ${name} template ${TEMPLATE}`));
  url.pathname = `/${name}`;
  const applicationUrl = await ensureApplicationRole(url.href);
  const { db, pool } = openDatabase(applicationUrl, 6);
  const clock = new StandingClock('2026-05-06T09:00:00+08:00');
  const log = openLog(process.env.LOG_LEVEL ?? 'fatal');
  const notices = await openNoticeHub(applicationUrl, log);
  const filesFolder = await mkdtemp(join(folder, 'files-'));
  const config: Config = { ...readConfig({ QINGSHAN_DATA: filesFolder }), checkAnswers: true, ...other };
  const app: App = { config, clock, db, log, metrics: openMetrics(), notices, jobs: noJobs, filesFolder };
  return {
    app,
    pool,
    clock,
    ownerUrl: url.href,
    close: async () => {
      await notices.close();
      await db.destroy();
      await dropDatabase(cluster, name);
      await rm(filesFolder, { recursive: true, force: true });
    },
  };
}

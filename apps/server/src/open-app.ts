import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { ensureDataFolder } from './platform/data-folder.ts';
import { openEmbedded } from './platform/database/embedded.ts';
import { migrate } from './platform/database/migrate.ts';
import { createDatabase } from './platform/database/owner.ts';
import { type App, type Config, openDatabase, StartRefusal, systemClock } from './platform/index.ts';
import { openJobs } from './platform/jobs/jobs.ts';
import { openLog } from './platform/log.ts';
import { openMetrics } from './platform/metrics.ts';
import { openNoticeHub } from './platform/notices/hub.ts';

export interface OpenedApp {
  readonly app: App;
  readonly pool: pg.Pool;
  readonly applicationUrl: string;
  /** `npx qingshan …` beside a running server: the database is not ours to stop. */
  readonly besideServer: boolean;
  close(): Promise<void>;
}

type Progress = (sentence: string) => void;

async function openOwner(config: Config, progress: Progress) {
  await ensureDataFolder(config.dataFolder);
  if (config.databaseUrl)
    return { ownerUrl: config.databaseUrl, adopted: false, stop: async () => undefined };
  progress('启动内置数据库');
  const embedded = await openEmbedded(config.dataFolder);
  await createDatabase(embedded.ownerUrl);
  return embedded;
}

/** True while a server holds this database's server lock (a lock of its session: gone with the process). */
async function serverHolds(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ held: boolean }>(
    `select exists (select 1 from pg_locks where locktype = 'advisory' and classid = 990121 and objid = 3 and database = (select oid from pg_database where datname = current_database())) as held`,
  );
  return rows[0]?.held ?? false;
}

/** Takes the server lock for the life of the process; a second server of one data folder is refused. */
async function lockAsServer(pool: pg.Pool): Promise<pg.PoolClient> {
  const client = await pool.connect();
  const { rows } = await client.query<{ locked: boolean }>(
    'select pg_try_advisory_lock(990121, 3) as locked',
  );
  if (rows[0]?.locked) return client;
  client.release(true);
  throw new StartRefusal('这个数据文件夹已有一个青山正在运行：请直接使用它，或先把它停下');
}

/**
 * Opens database and application from the configuration: starts or takes over the built-in database, migrates,
 * connects as the application's role.
 * @param asServer takes the server lock (built-in database only; an external one may serve several processes)
 */
export async function openApp(
  config: Config,
  asServer: boolean,
  progress: Progress = () => undefined,
): Promise<OpenedApp> {
  const log = openLog(config.logLevel);
  const owner = await openOwner(config, progress);
  try {
    progress('检查数据表');
    const { applicationUrl, applied } = await migrate(owner.ownerUrl);
    if (applied.length > 0) progress(`建立数据表 ${applied.length} 组`);
    const { db, pool } = openDatabase(applicationUrl);
    const besideServer = !asServer && (await serverHolds(pool));
    const lock = asServer && !config.databaseUrl ? await lockAsServer(pool) : null;
    const metrics = openMetrics();
    const notices = await openNoticeHub(applicationUrl, log);
    const jobs = openJobs(applicationUrl, log, metrics);
    const filesFolder = join(config.dataFolder, 'files');
    await mkdir(filesFolder, { recursive: true });
    const close = async () => {
      await jobs.stop();
      await notices.close();
      lock?.release(true);
      await db.destroy();
      if (!besideServer) await owner.stop();
    };
    return {
      app: { config, clock: systemClock, db, log, metrics, notices, jobs, filesFolder },
      pool,
      applicationUrl,
      besideServer,
      close,
    };
  } catch (error) {
    if (!owner.adopted) await owner.stop();
    throw error;
  }
}

import { PgBoss } from 'pg-boss';
import { BOSS_SCHEMA } from '../database/migrate.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';

/** A job that runs by the clock. `run` is called by one process at a time; it must be safe to repeat. */
export interface ScheduledJob {
  readonly name: string;
  /** Cron of five fields, Asia/Shanghai. */
  readonly cron: string;
  readonly run: () => Promise<void>;
}

export interface Jobs {
  start(jobs: readonly ScheduledJob[]): Promise<void>;
  stop(): Promise<void>;
}

/** Job queue on the product's own database (pg-boss): schedules survive restarts and run once across processes. */
export function openJobs(applicationUrl: string, log: Log, metrics: Metrics): Jobs {
  const boss = new PgBoss({
    connectionString: applicationUrl,
    schema: BOSS_SCHEMA,
    migrate: false,
    createSchema: false,
    max: 3,
    reindex: false,
    monitorVacuum: false,
    application_name: 'qingshan-jobs',
  });
  boss.on('error', (error) => log.error({ error: error.message }, 'job queue'));
  let started = false;
  return {
    async start(jobs) {
      await boss.start();
      started = true;
      for (const job of jobs) {
        await boss.createQueue(job.name, { retryLimit: 3, retryBackoff: true, expireInSeconds: 600 });
        await boss.schedule(job.name, job.cron, {}, { tz: 'Asia/Shanghai' });
        await boss.work(job.name, { pollingIntervalSeconds: 5 }, async () => {
          try {
            await job.run();
            metrics.jobs.inc({ job: job.name, outcome: 'done' });
          } catch (error) {
            metrics.jobs.inc({ job: job.name, outcome: 'failed' });
            log.error({ job: job.name, error: (error as Error).stack }, 'job failed');
            throw error;
          }
        });
      }
    },
    async stop() {
      if (started) await boss.stop({ graceful: true, timeout: 5000 });
    },
  };
}

/** No queue: tests call jobs by name themselves. */
export const noJobs: Jobs = { start: async () => undefined, stop: async () => undefined };

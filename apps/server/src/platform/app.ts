import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Database } from './database/database.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { NoticeHub } from './notices/hub.ts';

/** What every action may use; made once at start, made anew by each test. */
export interface App {
  readonly config: Config;
  readonly clock: Clock;
  readonly db: Database;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly notices: NoticeHub;
  readonly jobs: Jobs;
  /** Folder of uploaded files, by content. */
  readonly filesFolder: string;
}

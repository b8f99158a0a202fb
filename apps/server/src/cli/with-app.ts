import type pg from 'pg';
import { openApp } from '../open-app.ts';
import { type App, readConfig } from '../platform/index.ts';

/** Opens the database for one command: beside a running server its database, otherwise it is started and stopped. */
export async function withApp<T>(work: (opened: { app: App; pool: pg.Pool }) => Promise<T>): Promise<T> {
  const opened = await openApp({ ...readConfig(), logLevel: process.env.LOG_LEVEL || 'warn' }, false);
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
}

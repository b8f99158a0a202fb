import pg from 'pg';
import type { Log } from '../log.ts';

type Listener = (notice: string) => void;

/** Passes new notices to open streams of this process; works across processes through LISTEN/NOTIFY. */
export interface NoticeHub {
  subscribe(personId: string, listener: Listener): () => void;
  close(): Promise<void>;
}

const CHANNEL = 'qingshan_notice';
const RETRY_MS = 2000;

/** Opens one listening connection; when it breaks it is opened again, and streams fall back to their own reading. */
export async function openNoticeHub(applicationUrl: string, log: Log): Promise<NoticeHub> {
  const listeners = new Map<string, Set<Listener>>();
  let client: pg.Client | null = null;
  let closed = false;

  const deliver = (payload: string | undefined) => {
    const { personId, notice } = JSON.parse(payload ?? '{}') as { personId: string; notice: unknown };
    for (const listener of listeners.get(personId) ?? []) listener(JSON.stringify(notice));
  };
  const connect = async (): Promise<void> => {
    client = new pg.Client({ connectionString: applicationUrl, application_name: 'qingshan-notices' });
    client.on('notification', (message) => deliver(message.payload));
    client.on('error', (error) => log.warn({ error: error.message }, 'notice connection broke'));
    client.on('end', () => {
      if (!closed)
        setTimeout(
          () =>
            connect().catch((error: Error) => log.warn({ error: error.message }, 'notice connection failed')),
          RETRY_MS,
        ).unref();
    });
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
  };
  await connect();

  return {
    subscribe(personId, listener) {
      const own = listeners.get(personId) ?? new Set();
      own.add(listener);
      listeners.set(personId, own);
      return () => {
        own.delete(listener);
        if (own.size === 0) listeners.delete(personId);
      };
    },
    async close() {
      closed = true;
      await client?.end();
    },
  };
}

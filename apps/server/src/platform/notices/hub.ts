import pg from 'pg';
import type { Log } from '../log.ts';

type Listener = (notice: string) => void;

/** An open stream: whose it is, what it writes, how it ends. */
export interface Subscriber {
  readonly personId: string;
  readonly sessionId: string;
  readonly notice: Listener;
  /** Called once the session has ended. */
  readonly end: () => void;
}

/** Passes new notices, and ends of sessions, to open streams of this process; works across processes through LISTEN/NOTIFY. */
export interface NoticeHub {
  subscribe(subscriber: Subscriber): () => void;
  close(): Promise<void>;
}

const CHANNEL = 'qingshan_notice';
const RETRY_MS = 2000;

/** Subscribers by one of their keys. */
class Register {
  readonly #of = new Map<string, Set<Subscriber>>();
  add(key: string, subscriber: Subscriber): void {
    this.#of.set(key, (this.#of.get(key) ?? new Set()).add(subscriber));
  }
  remove(key: string, subscriber: Subscriber): void {
    const of = this.#of.get(key);
    of?.delete(subscriber);
    if (of?.size === 0) this.#of.delete(key);
  }
  of(key: string | undefined): Subscriber[] {
    return [...(this.#of.get(key ?? '') ?? [])];
  }
  all(): Subscriber[] {
    return [...this.#of.values()].flatMap((of) => [...of]);
  }
}

interface Payload {
  readonly personId?: string;
  readonly notice?: unknown;
  readonly endedSession?: string;
}

/**
 * Opens one listening connection; when it breaks it is opened again. Streams then end and are opened anew by their
 * pages: what was told meanwhile, ends of sessions too, was missed.
 */
export async function openNoticeHub(applicationUrl: string, log: Log): Promise<NoticeHub> {
  const byPerson = new Register();
  const bySession = new Register();
  let client: pg.Client | null = null;
  let closed = false;

  const deliver = (payload: string | undefined) => {
    const { personId, notice, endedSession } = JSON.parse(payload ?? '{}') as Payload;
    for (const subscriber of bySession.of(endedSession)) subscriber.end();
    for (const subscriber of byPerson.of(personId)) subscriber.notice(JSON.stringify(notice));
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
    for (const subscriber of bySession.all()) subscriber.end();
  };
  await connect();

  return {
    subscribe(subscriber) {
      byPerson.add(subscriber.personId, subscriber);
      bySession.add(subscriber.sessionId, subscriber);
      return () => {
        byPerson.remove(subscriber.personId, subscriber);
        bySession.remove(subscriber.sessionId, subscriber);
      };
    },
    async close() {
      closed = true;
      await client?.end();
    },
  };
}

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import { Refusal } from '../refusal.ts';

const HEARTBEAT_MS = 25_000;
/** The stream ends after this; the page opens it again with its session checked anew. */
const LIFETIME_MS = 10 * 60_000;
const MAX_STREAMS_PER_PERSON = 6;

const open = new Map<string, number>();

/** Server-sent events: `notice` with the notice as JSON. Bounded in number and in life; ends with its session at once. */
export async function openStream(
  app: App,
  actor: Actor,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<undefined> {
  const count = open.get(actor.personId) ?? 0;
  if (count >= MAX_STREAMS_PER_PERSON)
    throw new Refusal('too-many-requests', '打开的页面太多，请关掉几个再试');
  open.set(actor.personId, count + 1);
  app.metrics.streams.inc();
  reply.hijack();
  const raw = reply.raw;
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    connection: 'keep-alive',
    'x-accel-buffering': 'no',
  });
  raw.write('retry: 3000\n\n');
  const unsubscribe = app.notices.subscribe({
    personId: actor.personId,
    sessionId: actor.sessionId,
    notice: (notice) => raw.write(`event: notice\ndata: ${notice}\n\n`),
    end: () => raw.end(),
  });
  const heartbeat = setInterval(() => raw.write(': still here\n\n'), HEARTBEAT_MS);
  const end = setTimeout(() => raw.end(), LIFETIME_MS);
  request.raw.on('close', () => {
    clearInterval(heartbeat);
    clearTimeout(end);
    unsubscribe();
    app.metrics.streams.dec();
    const left = (open.get(actor.personId) ?? 1) - 1;
    if (left > 0) open.set(actor.personId, left);
    else open.delete(actor.personId);
  });
  return undefined;
}

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const DIST = resolve(import.meta.dirname, '../../../../web/dist');
const PAGE_PATH = /^\/(?!api\/|assets\/|healthz|readyz|metrics)/;

/** Serves the built web; any page address answers the one HTML page, which finds its own way. */
export async function serveWeb(server: FastifyInstance): Promise<void> {
  if (!existsSync(resolve(DIST, 'index.html'))) return;
  await server.register(fastifyStatic, {
    root: DIST,
    wildcard: false,
    index: false,
    setHeaders: (reply, path) => {
      reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  server.get('/*', { logLevel: 'warn' }, (request, reply) => {
    if (!PAGE_PATH.test(request.url)) return reply.callNotFound();
    return reply.sendFile('index.html');
  });
}

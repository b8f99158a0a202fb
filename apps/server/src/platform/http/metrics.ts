import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { App } from '../app.ts';
import { Refusal } from '../refusal.ts';

const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];
const LOOPBACK = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;

/** From a program on this machine; what a proxy on this machine passes on comes from elsewhere, trusted or not. */
function isLocal({ socket, headers }: FastifyRequest): boolean {
  return LOOPBACK.test(socket.remoteAddress ?? '') && FORWARDED.every((name) => headers[name] === undefined);
}

const digest = (text: string) => createHash('sha256').update(text).digest();

function demandReader(token: string | null, request: FastifyRequest): void {
  if (token) {
    const shown = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if (timingSafeEqual(digest(shown), digest(token))) return;
    throw new Refusal(
      'not-signed-in',
      '查看运行指标要带上 QINGSHAN_METRICS_TOKEN 所设的令牌（Authorization: Bearer）',
    );
  }
  if (!isLocal(request))
    throw new Refusal('not-allowed', '运行指标只有本机的程序能看；要从别处看，请设置 QINGSHAN_METRICS_TOKEN');
}

/** Prometheus figures: for programs on this machine, or for who shows the configured token. */
export function addMetrics(server: FastifyInstance, app: App): void {
  const { registry } = app.metrics;
  server.get('/metrics', { logLevel: 'silent' }, async (request, reply) => {
    demandReader(app.config.metricsToken, request);
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

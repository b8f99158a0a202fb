import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import { newId } from '@qingshan/contract';
import fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
  LogController,
} from 'fastify';
import type { App } from '../app.ts';
import { notFound } from '../refusal.ts';
import { bindEndpoints, type ResolveActor } from './bind.ts';
import type { Handlers } from './handlers.ts';
import { addMetrics } from './metrics.ts';
import { openApiDocument } from './openapi.ts';
import { sendProblem } from './problem.ts';
import { readTls } from './tls.ts';
import { serveWeb } from './web.ts';

export const MAX_FILE_BYTES = 20 * 1024 * 1024;
const MAX_BODY_BYTES = 1024 * 1024;
const REQUEST_TIMEOUT_MS = 120_000;

const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data: blob:; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; connect-src 'self'; object-src 'none'; frame-ancestors 'none'; base-uri 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
};

function addHealth(server: FastifyInstance, app: App, isReady: () => Promise<boolean>): void {
  server.get('/healthz', { logLevel: 'silent' }, async () => ({ ok: true }));
  server.get('/readyz', { logLevel: 'silent' }, async (_request, reply) => {
    const ready = await isReady();
    return reply.status(ready ? 200 : 503).send({ ready });
  });
  addMetrics(server, app);
  const document = openApiDocument();
  server.get('/api/openapi.json', async () => document);
}

/** Half a year: browsers then come by HTTPS only. Sent where the operator has named the public address as HTTPS. */
const HSTS = { 'strict-transport-security': 'max-age=15552000' };

function observe(server: FastifyInstance, app: App): void {
  const staysHttps = app.config.publicUrl?.startsWith('https://') ?? false;
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id).headers(SECURITY_HEADERS);
    if (staysHttps && request.protocol === 'https') reply.headers(HSTS);
  });
  server.addHook('onResponse', async (request, reply) => {
    const operation = request.routeOptions.config.operation ?? 'page';
    app.metrics.requests.observe({ operation, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    request.log.info({ operation, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered');
  });
}

/** Builds the HTTP server: health, metrics, contract, every endpoint under /api, and the web pages. */
export async function buildServer(
  app: App,
  handlers: Handlers,
  resolveActor: ResolveActor,
  isReady: () => Promise<boolean>,
): Promise<FastifyInstance> {
  const tls = readTls(app.config);
  const options: FastifyServerOptions = {
    loggerInstance: app.log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => newId('000000').slice(7),
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    trustProxy: app.config.trustedProxy ?? false,
    forceCloseConnections: true,
    frameworkErrors: (error, request, reply) => {
      sendProblem(app, error, request as FastifyRequest, reply as FastifyReply);
    },
    routerOptions: { ignoreTrailingSlash: true },
  };
  const server: FastifyInstance = tls
    ? fastify({ ...options, https: tls } as FastifyServerOptions)
    : fastify(options);
  server.setErrorHandler((error: FastifyError, request, reply) => sendProblem(app, error, request, reply));
  await server.register(rateLimit, { global: false });
  await server.register(cookie);
  await server.register(compress, { global: true, encodings: ['gzip', 'identity'], threshold: 1024 });
  await server.register(multipart, { limits: { files: 1, fileSize: MAX_FILE_BYTES, fields: 5, parts: 6 } });
  observe(server, app);
  addHealth(server, app, isReady);
  bindEndpoints(server, app, handlers, resolveActor);
  await serveWeb(server);
  server.setNotFoundHandler((request, reply) => sendProblem(app, notFound('这个地址'), request, reply));
  return server;
}

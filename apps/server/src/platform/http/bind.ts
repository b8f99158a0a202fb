import { type Endpoint, endpoints, type OperationId, operationIds } from '@qingshan/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type Actor, demand } from '../actor.ts';
import type { App } from '../app.ts';
import { notFound, Refusal } from '../refusal.ts';
import type { Handlers, RequestContext } from './handlers.ts';

/** Finds the signed-in person of a request; null without a valid session. */
export type ResolveActor = (request: FastifyRequest) => Promise<Actor | null>;

const PUBLIC_REQUESTS_PER_MINUTE = 120;

type AnyHandler = (
  context: RequestContext,
  input: { params: unknown; query: unknown; body: unknown },
) => Promise<unknown>;

/** PostgreSQL stores no NUL character; found anywhere, the input is refused rather than failing later. */
const hasNul = (value: unknown): boolean => JSON.stringify(value ?? null).includes('\\u0000');

function parsePart(shape: z.ZodType | undefined, value: unknown, part: string): unknown {
  if (!shape) return undefined;
  if (hasNul(value)) throw new Refusal('invalid-input', '填写的内容含有不能保存的字符，请删去后再提交');
  const parsed = shape.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  if (part === 'params') throw notFound('这个地址');
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) fields[issue.path.join('.') || part] ??= sentenceOf(issue);
  throw new Refusal('invalid-input', `填写的内容有误：${Object.values(fields)[0]}`, { fields });
}

/** Messages written in the contract are Chinese already; the rest are zod's own. */
function sentenceOf(issue: z.core.$ZodIssue): string {
  if (/[\u4e00-\u9fff]/.test(issue.message)) return issue.message;
  if (issue.code === 'invalid_type') return '没有填写，或类型不对';
  if (issue.code === 'unrecognized_keys') return '有不认识的字段';
  if (issue.code === 'invalid_value') return '不在可选范围内';
  return '格式不对';
}

async function authorise(
  endpoint: Endpoint,
  request: FastifyRequest,
  resolveActor: ResolveActor,
): Promise<Actor | null> {
  // A public page shows more to someone who is signed in; a session that has ended shows no less than none.
  if (endpoint.permission === 'public')
    return endpoint.module === 'responsibility' ? resolveActor(request) : null;
  const actor = await resolveActor(request);
  if (!actor) throw new Refusal('not-signed-in', '登录已过期或还没有登录，请重新登录；填写的内容会保留');
  if (endpoint.permission !== 'signedIn') demand(actor, endpoint.permission);
  return actor;
}

/** Browsers say where a submission comes from; older ones only by Origin. Programs say neither and carry their own session. */
function refuseOtherSites(app: App, request: FastifyRequest): void {
  if (request.method === 'GET') return;
  const site = request.headers['sec-fetch-site'];
  const origin = request.headers.origin;
  const ours = [`${request.protocol}://${request.host}`, app.config.publicUrl?.replace(/\/$/, '')];
  const foreign =
    site === undefined
      ? origin !== undefined && !ours.includes(origin)
      : site !== 'same-origin' && site !== 'none';
  if (foreign) throw new Refusal('not-allowed', '不接受从其他网站发来的提交，请在本平台页面内操作');
}

function checkAnswer(app: App, operation: OperationId, endpoint: Endpoint, answer: unknown): void {
  if (!app.config.checkAnswers || !endpoint.answer || typeof endpoint.answer === 'string') return;
  const parsed = endpoint.answer.safeParse(answer);
  if (!parsed.success) throw new Error(`${operation} answers outside its contract: ${parsed.error.message}`);
}

/**
 * Registers every endpoint of the contract under /api: validation, session, permission, then the module's handler.
 * Errors: throws at start when an operation has no handler.
 */
export function bindEndpoints(
  server: FastifyInstance,
  app: App,
  handlers: Handlers,
  resolveActor: ResolveActor,
): void {
  for (const operation of operationIds) {
    const endpoint: Endpoint = endpoints[operation];
    const handler = handlers[operation] as unknown as AnyHandler | undefined;
    if (!handler) throw new Error(`no handler for ${operation}`);
    server.route({
      method: endpoint.method,
      url: `/api${endpoint.path}`,
      config: {
        operation,
        ...(endpoint.permission === 'public'
          ? { rateLimit: { max: PUBLIC_REQUESTS_PER_MINUTE, timeWindow: '1 minute' } }
          : {}),
      },
      handler: async (request: FastifyRequest, reply: FastifyReply) => {
        refuseOtherSites(app, request);
        const actor = await authorise(endpoint, request, resolveActor);
        const input = {
          params: parsePart(endpoint.params, request.params, 'params'),
          query: parsePart(endpoint.query, request.query, 'query'),
          body:
            endpoint.bodyKind === 'multipart' ? undefined : parsePart(endpoint.body, request.body, 'body'),
        };
        const answer = await handler({ app, request, reply, actor, address: request.ip }, input);
        if (reply.sent || endpoint.answer === 'stream' || endpoint.answer === 'file') return reply;
        checkAnswer(app, operation, endpoint, answer);
        if (!endpoint.answer) return reply.status(204).send();
        return answer;
      },
    });
  }
}

import type { Answer, Endpoint, Endpoints, OperationId, Parsed } from '@qingshan/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Operation id of the contract, for metrics and logs. */
    operation?: OperationId;
  }
}

/** What a handler knows of the request besides its validated input. */
export interface RequestContext {
  readonly app: App;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** null on public endpoints without a session. */
  readonly actor: Actor | null;
  /** Address of the caller, through trusted proxies only. */
  readonly address: string;
}

export interface SignedInContext extends RequestContext {
  readonly actor: Actor;
}

type ContextOf<E extends Endpoint> = E['permission'] extends 'public' ? RequestContext : SignedInContext;

/** One line of a module's routes: validated input in, answer out. Streams and files write to `reply` themselves. */
export type Handler<E extends Endpoint> = (context: ContextOf<E>, input: Parsed<E>) => Promise<Answer<E>>;

/** Handlers of some operations; together the modules must give all of them. */
export type Handlers<O extends OperationId = OperationId> = { readonly [K in O]: Handler<Endpoints[K]> };

/** Operations of one module. */
export type OperationsOf<M extends string> = {
  [K in OperationId]: Endpoints[K]['module'] extends M ? K : never;
}[OperationId];

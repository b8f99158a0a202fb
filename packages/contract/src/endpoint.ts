import type { z } from 'zod';
import type { Permission } from './permissions.table.ts';

type Shape = z.ZodType;

/**
 * One HTTP endpoint: the only place where its path, inputs, answer and permission are written.
 * `public`: no session needed; `signedIn`: any session; otherwise a permission of permissions.table.ts.
 */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path with `:name` parameters, below `/api`. */
  readonly path: `/${string}`;
  readonly module: string;
  readonly summary: string;
  readonly permission: 'public' | 'signedIn' | Permission;
  readonly params?: Shape;
  readonly query?: Shape;
  readonly body?: Shape;
  /** `stream`: server-sent events; `file`: bytes; absent: 204. */
  readonly answer?: Shape | 'stream' | 'file';
  /** `multipart`: the body is a form with one file. */
  readonly bodyKind?: 'json' | 'multipart';
}

type In<S> = S extends Shape ? z.input<S> : undefined;
type Out<S> = S extends Shape ? z.output<S> : undefined;

/** What a caller gives: only the parts that the endpoint declares. */
export type Input<E extends Endpoint> = (E['params'] extends Shape ? { params: In<E['params']> } : object) &
  (E['query'] extends Shape ? { query?: In<E['query']> } : object) &
  (E['body'] extends Shape ? { body: In<E['body']> } : object);

/** What the server's handler receives after validation. */
export interface Parsed<E extends Endpoint> {
  params: Out<E['params']>;
  query: Out<E['query']>;
  body: Out<E['body']>;
}

/** What the endpoint answers. */
export type Answer<E extends Endpoint> = E['answer'] extends Shape ? z.output<E['answer']> : undefined;

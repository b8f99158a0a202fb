import type { FastifyRequest } from 'fastify';
import type pg from 'pg';
import type { App } from '../../platform/index.ts';
import { type Auth, openAuth } from './auth.ts';
import { readSecret } from './secret.ts';
import { readSession, type Session } from './session.ts';

export interface Identity {
  readonly app: App;
  readonly auth: Auth;
  readonly secret: string;
  /** Session of a request; null: none, ended, or the account is disabled. */
  sessionOf(request: Pick<FastifyRequest, 'headers'>): Promise<Session | null>;
  /** Session that a Cookie header carries. */
  sessionOfCookie(cookie: string | null | undefined): Promise<Session | null>;
}

/** Opens accounts and sessions on the application's database connection. */
export async function openIdentity(app: App, pool: pg.Pool): Promise<Identity> {
  const secret = await readSecret(app.config.dataFolder);
  const auth = openAuth(app, pool, secret);
  await auth.$context;
  const sessionOfCookie = (cookie: string | null | undefined) =>
    readSession(pool, secret, cookie ?? undefined);
  return {
    app,
    auth,
    secret,
    sessionOfCookie,
    sessionOf: (request) => sessionOfCookie(request.headers.cookie),
  };
}

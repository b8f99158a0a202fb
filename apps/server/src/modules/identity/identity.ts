import type { FastifyRequest } from 'fastify';
import type pg from 'pg';
import type { App } from '../../platform/index.ts';
import { type Auth, openAuth, SESSION_COOKIE } from './auth.ts';
import { readSecret } from './secret.ts';

/** A valid session and whose it is. */
export interface Session {
  readonly sessionId: string;
  readonly personId: string;
  readonly countyCode: string;
  readonly account: string;
  readonly name: string;
  readonly twoFactorOn: boolean;
}

export interface Identity {
  readonly app: App;
  readonly auth: Auth;
  readonly secret: string;
  /** Session of a request, read anew from the database each time; null: none, ended, or the account is disabled. */
  sessionOf(request: Pick<FastifyRequest, 'headers'>): Promise<Session | null>;
}

type Found = NonNullable<Awaited<ReturnType<Auth['api']['getSession']>>>;

function sessionFrom({ session, user }: Found): Session {
  return {
    sessionId: session.id,
    personId: user.personId,
    countyCode: user.countyCode,
    account: user.displayUsername ?? user.username ?? '',
    name: user.name,
    twoFactorOn: user.twoFactorEnabled === true,
  };
}

/** Session that a Cookie header carries. */
export async function sessionOfCookie(auth: Auth, cookie: string | undefined): Promise<Session | null> {
  if (!cookie?.includes(`${SESSION_COOKIE}=`)) return null;
  const found = await auth.api.getSession({ headers: new Headers({ cookie }) });
  return found && !found.user.disabled ? sessionFrom(found) : null;
}

/** Opens accounts and sessions on the application's database connection. */
export async function openIdentity(app: App, pool: pg.Pool): Promise<Identity> {
  const secret = await readSecret(app.config.dataFolder);
  const auth = openAuth(app, pool, secret);
  await auth.$context;
  return { app, auth, secret, sessionOf: (request) => sessionOfCookie(auth, request.headers.cookie) };
}

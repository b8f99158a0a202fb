import { APIError } from 'better-auth/api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from '../../../platform/index.ts';
import { publicUrl, UNIFIED_SIGN_IN_REFUSED } from '../auth.ts';
import { authHeaders, passCookies, sessionCookieOf } from '../cookies.ts';
import type { Identity } from '../identity.ts';
import { callerOf, logLogin } from '../login-log.ts';
import { accountOfPerson, inCounty } from '../queries.ts';

const FIRST_PAGE = '/';

function demandProvider(identity: Identity, provider: string): void {
  if (identity.app.config.oidc?.id !== provider) throw notFound('这种登录方式');
}

/** Address of the provider's sign-in page with the cookies of this attempt; null when the provider cannot be reached. */
async function begin(identity: Identity, request: FastifyRequest, provider: string) {
  try {
    return await identity.auth.api.signInSocial({
      body: {
        provider,
        callbackURL: FIRST_PAGE,
        errorCallbackURL: UNIFIED_SIGN_IN_REFUSED,
        disableRedirect: true,
      },
      headers: authHeaders(request, ''),
      returnHeaders: true,
    });
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    request.log.warn({ provider, error: error.message }, 'unified sign-in cannot be reached');
    return null;
  }
}

/** Sends the browser to the county's unified sign-in (OIDC). */
export async function startUnifiedSignIn(
  identity: Identity,
  request: FastifyRequest,
  reply: FastifyReply,
  provider: string,
): Promise<undefined> {
  demandProvider(identity, provider);
  const begun = await begin(identity, request, provider);
  if (begun) passCookies(request, reply, begun.headers);
  await reply.redirect((begun && 'url' in begun.response && begun.response.url) || UNIFIED_SIGN_IN_REFUSED);
}

async function logStart(identity: Identity, request: FastifyRequest, headers: Headers): Promise<void> {
  const session = await identity.sessionOfCookie(sessionCookieOf(headers));
  if (!session) return;
  await inCounty(identity.app, session.countyCode, async (tx) => {
    const account = await accountOfPerson(tx, session.countyCode, session.personId);
    if (account)
      await logLogin(tx, identity, account, callerOf(request), {
        outcome: 'ok',
        kind: 'session.start',
        details: { by: 'oidc' },
      });
  });
}

/**
 * The browser comes back: better-auth checks state, nonce and signature; the account of that name is opened.
 * Whoever has no account here, or a disabled one, is sent to the sign-in page with the reason.
 */
export async function finishUnifiedSignIn(
  identity: Identity,
  request: FastifyRequest,
  reply: FastifyReply,
  provider: string,
): Promise<undefined> {
  demandProvider(identity, provider);
  const url = new URL(publicUrl(identity.app.config));
  url.pathname = `/api/auth/callback/${provider}`;
  url.search = new URL(request.url, url).search;
  const answered = await identity.auth.handler(new Request(url, { headers: authHeaders(request) }));
  passCookies(request, reply, answered.headers);
  await logStart(identity, request, answered.headers);
  await reply.redirect(answered.headers.get('location') ?? UNIFIED_SIGN_IN_REFUSED);
}

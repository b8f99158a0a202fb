import type { FastifyReply, FastifyRequest } from 'fastify';
import { ADDRESS_HEADER, SESSION_COOKIE } from './auth.ts';
import { callerOf } from './login-log.ts';

/** The cookie outlives idle sessions: the server alone decides when one has ended. */
const COOKIE_DAYS = 7;

/** Headers for better-auth: address and device of the caller, his cookies where the call acts on his session. */
export function authHeaders(
  request: FastifyRequest,
  cookie: string | undefined = request.headers.cookie,
): Headers {
  const { address, device } = callerOf(request);
  const headers = new Headers({ [ADDRESS_HEADER]: address, 'user-agent': device });
  if (cookie) headers.set('cookie', cookie);
  return headers;
}

/** Cookies that an answer of better-auth sets, as `name=value` for a following call. */
export function cookiePairs(headers: Headers): string {
  return headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0] ?? '')
    .join('; ');
}

/** Cookie header with the session that an answer of better-auth has begun; null when it began none. */
export function sessionCookieOf(headers: Headers): string | null {
  const line = headers.getSetCookie().findLast((cookie) => cookie.startsWith(`${SESSION_COOKIE}=`));
  const pair = line?.split(';', 1)[0] ?? '';
  return pair.length > SESSION_COOKIE.length + 1 ? pair : null;
}

function asSent(line: string, secure: boolean): string {
  const own = line.startsWith(`${SESSION_COOKIE}=`) && !/; Max-Age=0(;|$)/.test(line);
  const lasting = own ? line.replace(/; Max-Age=\d+/, `; Max-Age=${COOKIE_DAYS * 86_400}`) : line;
  return secure && !/; Secure(;|$)/.test(lasting) ? `${lasting}; Secure` : lasting;
}

/** Passes on the cookies of better-auth's answer; Secure also when only the proxy in front speaks HTTPS. */
export function passCookies(request: FastifyRequest, reply: FastifyReply, headers: Headers): void {
  const secure = request.protocol === 'https';
  for (const line of headers.getSetCookie()) reply.header('set-cookie', asSent(line, secure));
}

/** Passes on the session's cookie only. */
export function passSessionCookie(request: FastifyRequest, reply: FastifyReply, headers: Headers): void {
  const own = new Headers();
  for (const line of headers.getSetCookie())
    if (line.startsWith(`${SESSION_COOKIE}=`)) own.append('set-cookie', line);
  passCookies(request, reply, own);
}

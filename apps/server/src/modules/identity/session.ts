import { createHmac, timingSafeEqual } from 'node:crypto';
import type pg from 'pg';
import { SESSION_COOKIE } from './auth.ts';
import { sessionLimits } from './limits.table.ts';

/** A valid session and whose it is. */
export interface Session {
  readonly sessionId: string;
  readonly personId: string;
  readonly countyCode: string;
  readonly account: string;
  readonly name: string;
  readonly twoFactorOn: boolean;
}

const COOKIE_VALUE = new RegExp(`(?:^|;\\s*)${SESSION_COOKIE.replace('.', '\\.')}=([^;]{1,400})`);

/** Token of a Cookie header whose signature is ours; null otherwise. Form: `token.base64(HMAC-SHA256(token))`. */
function signedToken(cookie: string, secret: string): string | null {
  const value = COOKIE_VALUE.exec(cookie)?.[1];
  if (!value || /%(?![0-9a-f]{2})/i.test(value)) return null;
  const text = value.replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  const dot = text.lastIndexOf('.');
  const token = text.slice(0, Math.max(dot, 0));
  const given = Buffer.from(text.slice(dot + 1), 'base64');
  const own = createHmac('sha256', secret).update(token).digest();
  return token && given.length === own.length && timingSafeEqual(given, own) ? token : null;
}

const FIND = {
  name: 'identity-session',
  text: `select s.id as "sessionId", u.person_id as "personId", u.county_code as "countyCode",
      u.display_username as account, u.name, u.two_factor_enabled as "twoFactorOn",
      s.expires_at < now() + make_interval(hours => $2::int, mins => -$3::int) as "toRenew"
    from auth_session s join auth_user u on u.id = s.user_id
    where s.token = $1 and s.expires_at > now() and not u.disabled`,
};

const RENEW = {
  name: 'identity-session-renew',
  text: `update auth_session set expires_at = now() + make_interval(hours => $2::int), updated_at = now()
    where id = $1 and expires_at > now()`,
};

/**
 * Session that a Cookie header carries, read from the database each time: what has ended, or whose account is
 * disabled, is none at the next request. Its use moves its end.
 * Every request passes here, so it is one prepared query beside better-auth's own reading, which takes ten times as long.
 */
export async function readSession(
  pool: pg.Pool,
  secret: string,
  cookie: string | undefined,
): Promise<Session | null> {
  const token = cookie ? signedToken(cookie, secret) : null;
  if (!token) return null;
  const { idleHours, renewMinutes } = sessionLimits;
  const { rows } = await pool.query<Session & { toRenew: boolean }>({
    ...FIND,
    values: [token, idleHours, renewMinutes],
  });
  if (!rows[0]) return null;
  const { toRenew, ...session } = rows[0];
  if (toRenew) await pool.query({ ...RENEW, values: [session.sessionId, idleHours] });
  return session;
}

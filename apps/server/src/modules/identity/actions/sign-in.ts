import { APIError } from 'better-auth/api';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../../../platform/index.ts';
import {
  type Attempt,
  attemptFailed,
  attemptOpen,
  attemptSucceeded,
  beginAttempt,
  remaining,
} from '../attempts.ts';
import { DISABLED_CODE } from '../auth.ts';
import { authHeaders, cookiePairs, sessionCookieOf } from '../cookies.ts';
import type { Identity } from '../identity.ts';
import { triedAccount } from '../locks.ts';
import { callerOf, logLogin } from '../login-log.ts';
import { findAccount, inCounty, type KnownAccount } from '../queries.ts';
import { normaliseAccount } from '../rules.ts';
import type { Session } from '../session.ts';
import type { IdentityTables } from '../tables.ts';

export interface Credentials {
  readonly account: string;
  readonly password: string;
  readonly code?: string | undefined;
}

type Outcome =
  | { readonly step: 'wrong' | 'disabled' | 'code-needed' | 'code-wrong' }
  | { readonly step: 'ok'; readonly headers: Headers };

/** Password right, second factor awaited: the code or a backup code answers better-auth's challenge. */
async function checkCode(
  identity: Identity,
  request: FastifyRequest,
  challenge: Headers,
  code: string,
): Promise<Outcome> {
  const call = {
    body: { code },
    headers: authHeaders(request, cookiePairs(challenge)),
    returnHeaders: true,
  } as const;
  const { api } = identity.auth;
  const { headers } = await (/^\d{6}$/.test(code) ? api.verifyTOTP(call) : api.verifyBackupCode(call));
  return { step: 'ok', headers };
}

async function checkCredentials(
  identity: Identity,
  request: FastifyRequest,
  given: Credentials,
): Promise<Outcome> {
  let step: 'wrong' | 'code-wrong' = 'wrong';
  try {
    const { headers, response } = await identity.auth.api.signInUsername({
      body: { username: normaliseAccount(given.account), password: given.password },
      headers: authHeaders(request, ''),
      returnHeaders: true,
    });
    if (!('twoFactorRedirect' in response)) return { step: 'ok', headers };
    if (!given.code) return { step: 'code-needed' };
    step = 'code-wrong';
    return await checkCode(identity, request, headers, given.code);
  } catch (error) {
    if (!(error instanceof APIError) || error.statusCode >= 500) throw error;
    return { step: error.body?.code === DISABLED_CODE ? 'disabled' : step };
  }
}

async function refuse(
  identity: Identity,
  attempt: Attempt,
  step: Exclude<Outcome['step'], 'ok'>,
): Promise<Refusal> {
  const { account, caller } = attempt;
  if (step === 'code-needed' && !('mark' in account)) {
    await attemptOpen(identity, attempt);
    await inCounty(identity.app, account.countyCode, (tx) =>
      logLogin(tx, identity, account, caller, { outcome: 'two-factor' }),
    );
    return new Refusal('two-factor-needed', '请输入验证器里的 6 位动态码，或一个备用码');
  }
  await attemptFailed(identity, attempt, step === 'code-wrong' ? 'two-factor' : 'wrong');
  if (step === 'disabled') return new Refusal('not-allowed', '账号已停用，请联系管理员');
  return step === 'code-wrong'
    ? new Refusal('two-factor-needed', `动态码不对或已过期，${remaining(attempt)}`, {
        fields: { code: '动态码不对' },
      })
    : new Refusal('wrong-credentials', `账号或密码不对，${remaining(attempt)}`);
}

/** Last look before the session counts: password or state may have changed while the password was checked. */
async function settle(
  identity: Identity,
  attempt: Attempt,
  account: KnownAccount,
  session: Session,
): Promise<boolean> {
  return inCounty(identity.app, account.countyCode, async (tx) => {
    const db = tx.withTables<IdentityTables>();
    const current = await db
      .selectFrom('auth_user')
      .where('id', '=', account.userId)
      .where('disabled', '=', false)
      .where('credentials_version', '=', account.credentialsVersion)
      .select('id')
      .forShare()
      .executeTakeFirst();
    if (!current) {
      await db.deleteFrom('auth_session').where('id', '=', session.sessionId).execute();
      return false;
    }
    await logLogin(tx, identity, account, attempt.caller, { outcome: 'ok', kind: 'session.start' });
    return true;
  });
}

/**
 * Signs in by account and password, and code where the account has a second factor.
 * Errors: wrong-credentials (the same for an unknown account, in time too), account-locked, two-factor-needed.
 * @returns the session and the headers that carry its cookie
 */
export async function signIn(
  identity: Identity,
  request: FastifyRequest,
  given: Credentials,
): Promise<{ session: Session; headers: Headers }> {
  const normalised = normaliseAccount(given.account);
  const known = await findAccount(identity.app, normalised);
  const attempt = await beginAttempt(identity, triedAccount(known, normalised), callerOf(request));
  const outcome = await checkCredentials(identity, request, given);
  if (outcome.step !== 'ok') throw await refuse(identity, attempt, outcome.step);
  const session = await identity.sessionOfCookie(sessionCookieOf(outcome.headers));
  if (!known || !session || !(await settle(identity, attempt, known, session)))
    throw await refuse(identity, attempt, 'wrong');
  await attemptSucceeded(identity, attempt);
  return { session, headers: outcome.headers };
}

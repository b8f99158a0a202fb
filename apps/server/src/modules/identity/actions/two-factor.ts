import { APIError } from 'better-auth/api';
import type { FastifyRequest } from 'fastify';
import { Refusal, record } from '../../../platform/index.ts';
import { attemptFailed, attemptSucceeded, beginAttempt } from '../attempts.ts';
import { internalEmail } from '../auth.ts';
import { authHeaders } from '../cookies.ts';
import type { Identity } from '../identity.ts';
import { callerOf } from '../login-log.ts';
import { inCounty } from '../queries.ts';
import type { Session } from '../session.ts';
import { confirmPassword, ownAccount } from './password.ts';

async function recordChange(identity: Identity, session: Session, kind: string): Promise<void> {
  const { countyCode, personId } = session;
  await inCounty(identity.app, countyCode, (tx) =>
    record(tx, {
      countyCode,
      kind,
      subjectType: 'account',
      subjectId: personId,
      actorPersonId: personId,
      at: identity.app.clock.now(),
    }),
  );
}

/** Begins: a key for the authenticator and backup codes; nothing is asked at sign-in until the first code is confirmed. */
export async function startTwoFactor(
  identity: Identity,
  request: FastifyRequest,
  session: Session,
  password: string,
): Promise<{ uri: string; backupCodes: string[] }> {
  if (session.twoFactorOn)
    throw new Refusal('step-not-possible', '两步验证已经开启；要换验证器，请先关闭再开启');
  const account = await ownAccount(identity, session);
  await confirmPassword(identity, request, account, password, 'password');
  const begun = await identity.auth.api.enableTwoFactor({
    body: { password, method: 'totp' },
    headers: authHeaders(request),
  });
  if (begun.method !== 'totp') throw new Error('expected an authenticator key');
  const shown = encodeURIComponent(account.account);
  const uri = begun.totpURI.replace(encodeURIComponent(internalEmail(account.account)), shown);
  return { uri, backupCodes: begun.backupCodes };
}

/** The first code from the authenticator turns it on. @returns headers with the renewed session's cookie */
export async function confirmTwoFactor(
  identity: Identity,
  request: FastifyRequest,
  session: Session,
  code: string,
): Promise<Headers> {
  const attempt = await beginAttempt(identity, await ownAccount(identity, session), callerOf(request));
  try {
    const { headers } = await identity.auth.api.verifyTOTP({
      body: { code },
      headers: authHeaders(request),
      returnHeaders: true,
    });
    await attemptSucceeded(identity, attempt);
    await recordChange(identity, session, 'account.twoFactorOn');
    return headers;
  } catch (error) {
    if (!(error instanceof APIError) || error.statusCode >= 500) throw error;
    if (error.body?.code === 'TOTP_NOT_ENABLED')
      throw new Refusal('step-not-possible', '还没有开始设置，请先点“开启两步验证”');
    await attemptFailed(identity, attempt, 'two-factor');
    throw new Refusal('invalid-input', '动态码不对或已过期，请输入验证器上最新的 6 位数字', {
      fields: { code: '动态码不对' },
    });
  }
}

/** Turns it off, with the password. @returns headers with the renewed session's cookie */
export async function stopTwoFactor(
  identity: Identity,
  request: FastifyRequest,
  session: Session,
  password: string,
): Promise<Headers> {
  await confirmPassword(identity, request, await ownAccount(identity, session), password, 'password');
  const { headers } = await identity.auth.api.disableTwoFactor({
    body: { password },
    headers: authHeaders(request),
    returnHeaders: true,
  });
  await recordChange(identity, session, 'account.twoFactorOff');
  return headers;
}

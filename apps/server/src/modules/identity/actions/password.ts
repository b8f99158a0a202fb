import type { FastifyRequest } from 'fastify';
import { announceEndedSessions, Refusal, record } from '../../../platform/index.ts';
import { attemptFailed, attemptSucceeded, beginAttempt, remaining } from '../attempts.ts';
import { authHeaders } from '../cookies.ts';
import type { Identity } from '../identity.ts';
import { callerOf, logLogin } from '../login-log.ts';
import {
  accountOfPerson,
  inCounty,
  type KnownAccount,
  outdateCredentials,
  passwordHashOf,
  sessionIdsOf,
} from '../queries.ts';
import { passwordWeakness } from '../rules.ts';
import type { Session } from '../session.ts';

/** The account behind a session. */
export async function ownAccount(identity: Identity, session: Session): Promise<KnownAccount> {
  const account = await inCounty(identity.app, session.countyCode, (tx) =>
    accountOfPerson(tx, session.countyCode, session.personId),
  );
  if (account) return account;
  throw new Refusal('not-signed-in', '登录已失效，请重新登录');
}

/**
 * Asks for one's own password again before a change; wrong ones count and lock like those of a sign-in.
 * @param field where the form shows the refusal
 */
export async function confirmPassword(
  identity: Identity,
  request: FastifyRequest,
  account: KnownAccount,
  password: string,
  field: string,
): Promise<void> {
  const attempt = await beginAttempt(identity, account, callerOf(request));
  const hash = await passwordHashOf(identity.app, account.userId);
  const { password: passwords } = await identity.auth.$context;
  if (hash && (await passwords.verify({ hash, password }))) return attemptSucceeded(identity, attempt);
  await attemptFailed(identity, attempt, 'wrong');
  throw new Refusal('invalid-input', `密码不对，${remaining(attempt)}`, { fields: { [field]: '密码不对' } });
}

/** Errors: a sentence for the form when a new password is too weak. */
export function demandStrong(password: string, account: string, field: string): void {
  const weakness = passwordWeakness(password, account);
  if (weakness) throw new Refusal('invalid-input', weakness, { fields: { [field]: weakness } });
}

/**
 * Changes one's own password; every other session ends.
 * @returns headers with the cookie of the session that goes on
 */
export async function changePassword(
  identity: Identity,
  request: FastifyRequest,
  session: Session,
  { current, next }: { current: string; next: string },
): Promise<Headers> {
  const account = await ownAccount(identity, session);
  await confirmPassword(identity, request, account, current, 'current');
  if (current === next)
    throw new Refusal('invalid-input', '新密码与现在的相同，请换一个', { fields: { next: '与现在的相同' } });
  demandStrong(next, account.account, 'next');
  const { countyCode, personId } = session;
  const ending = await inCounty(identity.app, countyCode, async (tx) => {
    await outdateCredentials(tx, account.userId);
    return sessionIdsOf(tx, account.userId);
  });
  const { headers } = await identity.auth.api.changePassword({
    body: { currentPassword: current, newPassword: next, revokeOtherSessions: true },
    headers: authHeaders(request),
    returnHeaders: true,
  });
  await inCounty(identity.app, countyCode, async (tx) => {
    await announceEndedSessions(tx, ending);
    await logLogin(tx, identity, account, callerOf(request), { outcome: 'revoked' });
    await record(tx, {
      countyCode,
      kind: 'account.changePassword',
      subjectType: 'account',
      subjectId: personId,
      actorPersonId: personId,
      at: identity.app.clock.now(),
    });
  });
  return headers;
}

import { Refusal } from '../../platform/index.ts';
import type { Identity } from './identity.ts';
import { attemptLimits } from './limits.table.ts';
import {
  accountSubject,
  addressSubject,
  forgetAttempts,
  readAttempts,
  type Scope,
  type Subject,
  type TriedAccount,
  writeAttempts,
} from './locks.ts';
import { type Caller, logLogin } from './login-log.ts';
import { inCounty } from './queries.ts';
import { type Attempts, admitAttempt, lockEnd, minutesUntil, withoutAttempt } from './rules.ts';

/** An attempt under way: who, from where, begun when, and how many more the account bears after it. */
export interface Attempt {
  readonly account: TriedAccount;
  readonly caller: Caller;
  readonly begunAt: Date;
  readonly left: number;
}

async function admit(
  identity: Identity,
  subject: Subject,
  now: Date,
): Promise<{ admitted: boolean; attempts: Attempts }> {
  return inCounty(identity.app, subject.countyCode, async (tx) => {
    const decided = admitAttempt(await readAttempts(tx, subject, now), attemptLimits[subject.scope], now);
    await writeAttempts(tx, subject, decided.attempts, now);
    return decided;
  });
}

/** Takes one attempt of a subject back. */
async function release(identity: Identity, subject: Subject, begunAt: Date): Promise<void> {
  await inCounty(identity.app, subject.countyCode, async (tx) => {
    const attempts = await readAttempts(tx, subject, begunAt);
    if (attempts) await writeAttempts(tx, subject, withoutAttempt(attempts, begunAt), begunAt);
  });
}

function lockedRefusal(scope: Scope, until: Date, now: Date): Refusal {
  const minutes = minutesUntil(until, now);
  const details = { retryAfterSeconds: Math.ceil((until.getTime() - now.getTime()) / 1000) };
  return scope === 'account'
    ? new Refusal('account-locked', `密码连续输错，账号已锁定，请 ${minutes} 分钟后再试，或请管理员解锁`, {
        details,
      })
    : new Refusal('too-many-requests', `这个网络地址登录失败太多，请 ${minutes} 分钟后再试`, { details });
}

/**
 * Counts an attempt of an account from an address before its password is checked.
 * Errors: a refusal with the remaining time while either is locked.
 */
export async function beginAttempt(
  identity: Identity,
  account: TriedAccount,
  caller: Caller,
): Promise<Attempt> {
  const now = identity.app.clock.now();
  const byAddress = await admit(identity, addressSubject(caller), now);
  const subject = accountSubject(account);
  const decided = byAddress.admitted ? await admit(identity, subject, now) : byAddress;
  if (decided.admitted) {
    const left = attemptLimits.account.failures - decided.attempts.at.length;
    return { account, caller, begunAt: now, left };
  }
  await inCounty(identity.app, subject.countyCode, (tx) =>
    logLogin(tx, identity, account, caller, { outcome: 'locked' }),
  );
  throw lockedRefusal(byAddress.admitted ? 'account' : 'address', decided.attempts.lockedUntil ?? now, now);
}

/** The password (or the code) was wrong: logged; the last one borne locks the account. */
export async function attemptFailed(
  identity: Identity,
  { account, caller, left }: Attempt,
  outcome: 'wrong' | 'two-factor',
): Promise<void> {
  const now = identity.app.clock.now();
  const subject = accountSubject(account);
  await inCounty(identity.app, subject.countyCode, async (tx) => {
    const lock = left === 0 ? { kind: 'account.lock', actorPersonId: null } : {};
    await logLogin(tx, identity, account, caller, { outcome, ...lock });
    if (left > 0) return;
    const attempts = await readAttempts(tx, subject, now);
    const lockedUntil = lockEnd(attemptLimits.account, now);
    await writeAttempts(tx, subject, { at: attempts?.at ?? [], lockedUntil }, now);
  });
}

/** What remains after a failed attempt, for the sentence that tells it. */
export function remaining({ left }: Attempt): string {
  return left > 0 ? `还可再试 ${left} 次` : '账号已锁定，请稍后再试';
}

/** The attempt was right: the account starts anew, the address gets this attempt back. */
export async function attemptSucceeded(identity: Identity, attempt: Attempt): Promise<void> {
  await release(identity, addressSubject(attempt.caller), attempt.begunAt);
  const subject = accountSubject(attempt.account);
  await inCounty(identity.app, subject.countyCode, (tx) => forgetAttempts(tx, subject));
}

/** The attempt is open: right password, code not yet given. Earlier failures stay counted. */
export async function attemptOpen(identity: Identity, attempt: Attempt): Promise<void> {
  await release(identity, addressSubject(attempt.caller), attempt.begunAt);
  await release(identity, accountSubject(attempt.account), attempt.begunAt);
}

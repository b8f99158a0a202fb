import { createHash } from 'node:crypto';
import { Refusal, type Tx } from '../../platform/index.ts';
import type { Identity } from './identity.ts';
import { attemptLimits } from './limits.table.ts';
import { type Caller, logLogin, unknownAccountMark } from './login-log.ts';
import { inCounty, type KnownAccount, NO_COUNTY } from './queries.ts';
import { type Attempts, admitAttempt, lockEnd, minutesUntil } from './rules.ts';
import type { IdentityTables } from './tables.ts';

type Scope = keyof typeof attemptLimits;

interface Subject {
  readonly scope: Scope;
  readonly countyCode: string;
  readonly subject: string;
}

/** Who tries: the account (known or not) and the address. */
export interface Attempt {
  readonly account: KnownAccount | { mark: string };
  readonly caller: Caller;
  readonly failures: number;
}

function subjectOf(account: KnownAccount | { mark: string }): Subject {
  if ('mark' in account)
    return { scope: 'account', countyCode: NO_COUNTY, subject: `account:${account.mark}` };
  return { scope: 'account', countyCode: account.countyCode, subject: `account:${account.personId}` };
}

function addressOf(caller: Caller): Subject {
  const digest = createHash('sha256').update(caller.address).digest('hex').slice(0, 32);
  return { scope: 'address', countyCode: NO_COUNTY, subject: `address:${digest}` };
}

/** What is tried: a known account, or the mark of an unknown one, which behaves the same. */
export function triedAccount(
  known: KnownAccount | null,
  normalised: string,
): KnownAccount | { mark: string } {
  return known ?? { mark: unknownAccountMark(normalised) };
}

async function readLocked(tx: Tx, { countyCode, subject }: Subject, now: Date): Promise<Attempts | null> {
  const db = tx.withTables<IdentityTables>();
  const key = { county_code: countyCode, subject };
  const made = await db
    .insertInto('sign_in_locks')
    .values({ ...key, failures: 0, window_from: now, locked_until: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 1n) return null;
  const row = await db
    .selectFrom('sign_in_locks')
    .where('county_code', '=', countyCode)
    .where('subject', '=', subject)
    .selectAll()
    .forUpdate()
    .executeTakeFirst();
  return row ? { failures: row.failures, windowFrom: row.window_from, lockedUntil: row.locked_until } : null;
}

async function write(tx: Tx, { countyCode, subject }: Subject, attempts: Attempts): Promise<void> {
  const row = {
    failures: attempts.failures,
    window_from: attempts.windowFrom,
    locked_until: attempts.lockedUntil,
  };
  await tx
    .withTables<IdentityTables>()
    .insertInto('sign_in_locks')
    .values({ county_code: countyCode, subject, ...row })
    .onConflict((conflict) => conflict.columns(['county_code', 'subject']).doUpdateSet(row))
    .execute();
}

async function admit(
  identity: Identity,
  subject: Subject,
): Promise<{ admitted: boolean; attempts: Attempts }> {
  const now = identity.app.clock.now();
  return inCounty(identity.app, subject.countyCode, async (tx) => {
    const decided = admitAttempt(await readLocked(tx, subject, now), attemptLimits[subject.scope], now);
    await write(tx, subject, decided.attempts);
    return decided;
  });
}

/** Takes one attempt back; with `all` every earlier one of the subject too. */
async function release(identity: Identity, subject: Subject, all: boolean): Promise<void> {
  await inCounty(identity.app, subject.countyCode, async (tx) => {
    const db = tx.withTables<IdentityTables>();
    if (all) {
      await db
        .deleteFrom('sign_in_locks')
        .where('county_code', '=', subject.countyCode)
        .where('subject', '=', subject.subject)
        .execute();
      return;
    }
    await db
      .updateTable('sign_in_locks')
      .set((eb) => ({ failures: eb('failures', '-', 1) }))
      .where('county_code', '=', subject.countyCode)
      .where('subject', '=', subject.subject)
      .where('failures', '>', 0)
      .execute();
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
  account: KnownAccount | { mark: string },
  caller: Caller,
): Promise<Attempt> {
  const now = identity.app.clock.now();
  const address = addressOf(caller);
  const byAddress = await admit(identity, address);
  const byAccount = byAddress.admitted ? await admit(identity, subjectOf(account)) : byAddress;
  if (byAccount.admitted) return { account, caller, failures: byAccount.attempts.failures };
  const scope = byAddress.admitted ? 'account' : 'address';
  const county = 'mark' in account ? NO_COUNTY : account.countyCode;
  await inCounty(identity.app, county, (tx) =>
    logLogin(tx, identity, account, caller, { outcome: 'locked' }),
  );
  throw lockedRefusal(scope, byAccount.attempts.lockedUntil ?? now, now);
}

/** The password (or the code) was wrong: logged; the last one borne locks the account. @returns attempts left */
export async function attemptFailed(
  identity: Identity,
  attempt: Attempt,
  outcome: 'wrong' | 'two-factor',
): Promise<number> {
  const now = identity.app.clock.now();
  const limit = attemptLimits.account;
  const subject = subjectOf(attempt.account);
  const left = Math.max(0, limit.failures - attempt.failures);
  await inCounty(identity.app, subject.countyCode, async (tx) => {
    await logLogin(tx, identity, attempt.account, attempt.caller, {
      outcome,
      ...(left === 0 ? { kind: 'session.lock', actorPersonId: null } : {}),
    });
    if (left > 0) return;
    const lockedUntil = lockEnd(limit, now);
    await write(tx, subject, { failures: attempt.failures, windowFrom: now, lockedUntil });
  });
  return left;
}

/** The attempt was right: the account starts anew, the address gets this attempt back. */
export async function attemptSucceeded(identity: Identity, attempt: Attempt): Promise<void> {
  await release(identity, addressOf(attempt.caller), false);
  await release(identity, subjectOf(attempt.account), true);
}

/** The attempt is open: right password, code not yet given. Earlier failures stay counted. */
export async function attemptOpen(identity: Identity, attempt: Attempt): Promise<void> {
  await release(identity, addressOf(attempt.caller), false);
  await release(identity, subjectOf(attempt.account), false);
}

/** Lifts the lock of an account. */
export async function unlock(tx: Tx, account: KnownAccount): Promise<void> {
  const { countyCode, subject } = subjectOf(account);
  await tx
    .withTables<IdentityTables>()
    .deleteFrom('sign_in_locks')
    .where('county_code', '=', countyCode)
    .where('subject', '=', subject)
    .execute();
}

/** Key of an account's lock, for lists. */
export const lockSubject = (personId: string): string => `account:${personId}`;

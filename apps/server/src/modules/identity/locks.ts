import { createHash } from 'node:crypto';
import type { Tx } from '../../platform/index.ts';
import type { attemptLimits } from './limits.table.ts';
import { type Caller, unknownAccountMark } from './login-log.ts';
import { type KnownAccount, NO_COUNTY } from './queries.ts';
import type { Attempts } from './rules.ts';
import type { IdentityTables } from './tables.ts';

/** Account as it is tried: a known one, or the mark of an unknown one, which behaves the same. */
export type TriedAccount = KnownAccount | { readonly mark: string };

export type Scope = keyof typeof attemptLimits;

/** Whose attempts are counted together. */
export interface Subject {
  readonly scope: Scope;
  readonly countyCode: string;
  readonly subject: string;
}

export function triedAccount(known: KnownAccount | null, normalised: string): TriedAccount {
  return known ?? { mark: unknownAccountMark(normalised) };
}

/** Key of an account's lock. */
export const lockSubject = (personIdOrMark: string): string => `account:${personIdOrMark}`;

export function accountSubject(account: TriedAccount): Subject {
  return 'mark' in account
    ? { scope: 'account', countyCode: NO_COUNTY, subject: lockSubject(account.mark) }
    : { scope: 'account', countyCode: account.countyCode, subject: lockSubject(account.personId) };
}

export function addressSubject({ address }: Caller): Subject {
  const digest = createHash('sha256').update(address).digest('hex').slice(0, 32);
  return { scope: 'address', countyCode: NO_COUNTY, subject: `address:${digest}` };
}

/** Attempts of a subject, their row held until the transaction ends; null: none yet. */
export async function readAttempts(
  tx: Tx,
  { countyCode, subject }: Subject,
  now: Date,
): Promise<Attempts | null> {
  const db = tx.withTables<IdentityTables>();
  await db
    .insertInto('sign_in_locks')
    .values({ county_code: countyCode, subject, attempts: [], last_at: now, locked_until: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await db
    .selectFrom('sign_in_locks')
    .where('county_code', '=', countyCode)
    .where('subject', '=', subject)
    .select(['attempts', 'locked_until'])
    .forUpdate()
    .executeTakeFirst();
  return row ? { at: row.attempts, lockedUntil: row.locked_until } : null;
}

export async function writeAttempts(
  tx: Tx,
  { countyCode, subject }: Subject,
  { at, lockedUntil }: Attempts,
  now: Date,
): Promise<void> {
  const row = { attempts: [...at], last_at: now, locked_until: lockedUntil };
  await tx
    .withTables<IdentityTables>()
    .insertInto('sign_in_locks')
    .values({ county_code: countyCode, subject, ...row })
    .onConflict((conflict) => conflict.columns(['county_code', 'subject']).doUpdateSet(row))
    .execute();
}

/** Forgets a subject's attempts and lifts its lock. */
export async function forgetAttempts(tx: Tx, { countyCode, subject }: Subject): Promise<void> {
  await tx
    .withTables<IdentityTables>()
    .deleteFrom('sign_in_locks')
    .where('county_code', '=', countyCode)
    .where('subject', '=', subject)
    .execute();
}

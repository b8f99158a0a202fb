import { sql } from 'kysely';
import { type App, announceEndedSessions, inReach, systemReach, type Tx } from '../../platform/index.ts';
import type { IdentityTables } from './tables.ts';

/** County of what belongs to none: addresses, accounts that do not exist. */
export const NO_COUNTY = '000000';

export interface KnownAccount {
  readonly userId: string;
  readonly countyCode: string;
  readonly personId: string;
  readonly account: string;
  readonly disabled: boolean;
  readonly credentialsVersion: number;
}

const accountColumns = [
  'id as userId',
  'county_code as countyCode',
  'person_id as personId',
  'display_username as account',
  'disabled',
  'credentials_version as credentialsVersion',
] as const;

/** Work inside one county, on this module's tables and the journal. */
export function inCounty<T>(app: App, countyCode: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inReach(app.db, systemReach(countyCode), work);
}

/** Account by its normalised name, across counties. */
export async function findAccount(app: App, normalised: string): Promise<KnownAccount | null> {
  const found = await app.db
    .withTables<IdentityTables>()
    .selectFrom('auth_user')
    .where('username', '=', normalised)
    .select(accountColumns)
    .executeTakeFirst();
  return found ?? null;
}

/** Account of a person; null without one. */
export async function accountOfPerson(
  tx: Tx,
  countyCode: string,
  personId: string,
): Promise<KnownAccount | null> {
  const found = await tx
    .withTables<IdentityTables>()
    .selectFrom('auth_user')
    .where('county_code', '=', countyCode)
    .where('person_id', '=', personId)
    .select(accountColumns)
    .executeTakeFirst();
  return found ?? null;
}

/** Stored hash of an account's password. */
export async function passwordHashOf(app: App, userId: string): Promise<string | null> {
  const found = await app.db
    .withTables<IdentityTables>()
    .selectFrom('auth_account')
    .where('user_id', '=', userId)
    .where('provider_id', '=', 'credential')
    .select('password')
    .executeTakeFirst();
  return found?.password ?? null;
}

/** Ends every session of an account, or all but one, and their open streams. @returns how many */
export async function endSessions(tx: Tx, userId: string, exceptId?: string): Promise<number> {
  let ending = tx.withTables<IdentityTables>().deleteFrom('auth_session').where('user_id', '=', userId);
  if (exceptId) ending = ending.where('id', '!=', exceptId);
  const ended = await ending.returning('id').execute();
  await announceEndedSessions(
    tx,
    ended.map(({ id }) => id),
  );
  return ended.length;
}

/** Sessions of an account, by id. */
export async function sessionIdsOf(tx: Tx, userId: string): Promise<string[]> {
  const rows = await tx
    .withTables<IdentityTables>()
    .selectFrom('auth_session')
    .where('user_id', '=', userId)
    .select('id')
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Makes sign-ins that began before now fail at their end: they compare this version.
 * Call before or with every change of password or state.
 */
export async function outdateCredentials(tx: Tx, userId: string): Promise<void> {
  await tx
    .withTables<IdentityTables>()
    .updateTable('auth_user')
    .set({ credentials_version: sql`credentials_version + 1`, updated_at: sql`now()` })
    .where('id', '=', userId)
    .execute();
}

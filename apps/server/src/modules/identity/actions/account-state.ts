import { inReach, Refusal, record, type SignedInContext, type Tx } from '../../../platform/index.ts';
import { type AccountRow, accountInReach, accountRow } from '../accounts.ts';
import type { Identity } from '../identity.ts';
import { accountSubject, forgetAttempts } from '../locks.ts';
import { callerOf, logLogin } from '../login-log.ts';
import { endSessions, inCounty, type KnownAccount, outdateCredentials } from '../queries.ts';
import type { IdentityTables } from '../tables.ts';
import { hashPassword } from './create-account.ts';
import { demandStrong } from './password.ts';

/** Who changes an account: an administrator of its county, or null the command line. */
interface By {
  readonly actorPersonId: string | null;
  readonly caller: { address: string; device: string };
}

const byCommandLine: By = { actorPersonId: null, caller: { address: '', device: '' } };

/** Signs the account out everywhere and keeps pending sign-ins from finishing. */
async function shut(tx: Tx, identity: Identity, account: KnownAccount, by: By): Promise<void> {
  await outdateCredentials(tx, account.userId);
  const ended = await endSessions(tx, account.userId);
  if (ended === 0) return;
  await logLogin(tx, identity, account, by.caller, {
    outcome: 'revoked',
    kind: 'session.revoke',
    actorPersonId: by.actorPersonId,
    details: { ended },
  });
}

async function recordState(
  tx: Tx,
  identity: Identity,
  account: KnownAccount,
  by: By,
  kind: string,
  details: Record<string, unknown> = {},
): Promise<void> {
  await record(tx, {
    countyCode: account.countyCode,
    kind,
    subjectType: 'account',
    subjectId: account.personId,
    actorPersonId: by.actorPersonId,
    at: identity.app.clock.now(),
    details,
  });
}

async function setDisabled(tx: Tx, account: KnownAccount, disabled: boolean): Promise<void> {
  await tx
    .withTables<IdentityTables>()
    .updateTable('auth_user')
    .set({ disabled })
    .where('id', '=', account.userId)
    .execute();
}

/** Disables an account: no sign-in, every session ends at once. */
export async function disable(
  tx: Tx,
  identity: Identity,
  account: KnownAccount,
  reason: string,
  by: By = byCommandLine,
): Promise<void> {
  await setDisabled(tx, account, true);
  await shut(tx, identity, account, by);
  await recordState(tx, identity, account, by, 'account.disable', { reason });
}

/** Opens a disabled account again, and lifts a lock after wrong passwords. */
export async function enable(
  tx: Tx,
  identity: Identity,
  account: KnownAccount,
  by: By = byCommandLine,
): Promise<void> {
  await setDisabled(tx, account, false);
  await forgetAttempts(tx, accountSubject(account));
  await recordState(tx, identity, account, by, 'account.enable');
}

/** Stores a new password given by an administrator: sessions end, the lock is lifted. */
export async function replacePassword(
  tx: Tx,
  identity: Identity,
  account: KnownAccount,
  hash: string,
  by: By = byCommandLine,
): Promise<void> {
  await tx
    .withTables<IdentityTables>()
    .updateTable('auth_account')
    .set({ password: hash, updated_at: identity.app.clock.now() })
    .where('user_id', '=', account.userId)
    .where('provider_id', '=', 'credential')
    .execute();
  await shut(tx, identity, account, by);
  await forgetAttempts(tx, accountSubject(account));
  await recordState(tx, identity, account, by, 'account.resetPassword');
}

/** Removes the second factor of someone who lost authenticator and backup codes. */
export async function dropTwoFactor(tx: Tx, identity: Identity, account: KnownAccount): Promise<void> {
  const db = tx.withTables<IdentityTables>();
  await db.deleteFrom('auth_two_factor').where('user_id', '=', account.userId).execute();
  await db
    .updateTable('auth_user')
    .set({ two_factor_enabled: false })
    .where('id', '=', account.userId)
    .execute();
  await recordState(tx, identity, account, byCommandLine, 'account.twoFactorOff');
}

type Change = (tx: Tx, account: KnownAccount, by: By) => Promise<void>;

async function changeAccount(
  identity: Identity,
  { actor, request }: SignedInContext,
  personId: string,
  change: Change,
): Promise<AccountRow> {
  return inReach(identity.app.db, actor, async (tx) => {
    const account = await accountInReach(tx, actor, personId);
    await change(tx, account, { actorPersonId: actor.personId, caller: callerOf(request) });
    return accountRow(tx, actor, personId, identity.app.clock.now());
  });
}

export function disableAccount(
  identity: Identity,
  context: SignedInContext,
  personId: string,
  reason: string,
): Promise<AccountRow> {
  if (personId === context.actor.personId)
    throw new Refusal('step-not-possible', '不能停用自己的账号，请由另一位管理员操作');
  return changeAccount(identity, context, personId, (tx, account, by) =>
    disable(tx, identity, account, reason, by),
  );
}

export function enableAccount(
  identity: Identity,
  context: SignedInContext,
  personId: string,
): Promise<AccountRow> {
  return changeAccount(identity, context, personId, (tx, account, by) => enable(tx, identity, account, by));
}

export async function resetPassword(
  identity: Identity,
  context: SignedInContext,
  personId: string,
  password: string,
): Promise<AccountRow> {
  const { actor } = context;
  const known = await inCounty(identity.app, actor.countyCode, (tx) => accountInReach(tx, actor, personId));
  demandStrong(password, known.account, 'password');
  const hash = await hashPassword(identity, password);
  return changeAccount(identity, context, personId, (tx, account, by) =>
    replacePassword(tx, identity, account, hash, by),
  );
}

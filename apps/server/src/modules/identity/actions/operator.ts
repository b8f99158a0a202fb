import { newId } from '@qingshan/contract';
import { inReach, Refusal, record, systemReach } from '../../../platform/index.ts';
import type { Identity } from '../identity.ts';
import { savePerson } from '../people.ts';
import { findAccount, inCounty, type KnownAccount } from '../queries.ts';
import { normaliseAccount } from '../rules.ts';
import { disable, dropTwoFactor, enable, replacePassword } from './account-state.ts';
import { createAccount, hashPassword } from './create-account.ts';
import { demandStrong } from './password.ts';

export interface NewUser {
  readonly countyCode: string;
  readonly account: string;
  readonly name: string;
  readonly placeCode: string;
  readonly password: string;
}

async function knownAccount(identity: Identity, account: string): Promise<KnownAccount> {
  const known = await findAccount(identity.app, normaliseAccount(account));
  if (known) return known;
  throw new Refusal('not-found', `没有账号“${account}”，请检查写法`);
}

/**
 * What whoever runs the machine does at the command line: registers a person and opens the account.
 * An account of this name in this county is left as it is.
 */
export async function addUser(
  identity: Identity,
  user: NewUser,
): Promise<{ personId: string; outcome: 'added' | 'unchanged' }> {
  const { countyCode, account, name, placeCode, password } = user;
  const known = await findAccount(identity.app, normaliseAccount(account));
  if (known?.countyCode === countyCode) return { personId: known.personId, outcome: 'unchanged' };
  if (known)
    throw new Refusal('already-exists-with-other-content', `账号“${account}”已被另一个县使用，请换一个`);
  demandStrong(password, account, 'password');
  const personId = newId(countyCode, identity.app.clock.now().getTime());
  await inReach(identity.app.db, systemReach(countyCode), async (tx) => {
    await savePerson(tx, { countyCode, id: personId, name, phone: null, placeCode });
    await record(tx, {
      countyCode,
      kind: 'person.save',
      subjectType: 'person',
      subjectId: personId,
      actorPersonId: null,
      placeCode,
      at: identity.app.clock.now(),
    });
  });
  return { personId, outcome: await createAccount(identity, { countyCode, personId, account, password }) };
}

/** Disables an account by its name and signs it out. */
export async function disableUser(identity: Identity, account: string, reason: string): Promise<void> {
  const known = await knownAccount(identity, account);
  await inCounty(identity.app, known.countyCode, (tx) => disable(tx, identity, known, reason));
}

/** Opens a disabled or locked account again. */
export async function enableUser(identity: Identity, account: string): Promise<void> {
  const known = await knownAccount(identity, account);
  await inCounty(identity.app, known.countyCode, (tx) => enable(tx, identity, known));
}

/** Gives an account a new password; with `dropSecondFactor` for someone who lost authenticator and backup codes. */
export async function replaceUserPassword(
  identity: Identity,
  account: string,
  password: string,
  dropSecondFactor: boolean,
): Promise<void> {
  const known = await knownAccount(identity, account);
  demandStrong(password, known.account, 'password');
  const hash = await hashPassword(identity, password);
  await inCounty(identity.app, known.countyCode, async (tx) => {
    await replacePassword(tx, identity, known, hash);
    if (dropSecondFactor) await dropTwoFactor(tx, identity, known);
  });
}

import { Refusal, record, type Tx } from '../../../platform/index.ts';
import { internalEmail } from '../auth.ts';
import type { Identity } from '../identity.ts';
import { inCounty } from '../queries.ts';
import { normaliseAccount } from '../rules.ts';
import type { IdentityTables } from '../tables.ts';

export interface AccountInput {
  readonly countyCode: string;
  readonly personId: string;
  readonly account: string;
  /** The password, or its hash made once by `hashPassword` where many accounts share one (demo). */
  readonly password: string | { readonly hash: string };
  /** Who opens it; absent: the system (command line, seeds). */
  readonly actorPersonId?: string;
}

/** Hash of a password as it is stored; slow on purpose. */
export async function hashPassword(identity: Identity, password: string): Promise<string> {
  return (await identity.auth.$context).password.hash(password);
}

interface Existing {
  readonly county_code: string;
  readonly person_id: string;
  readonly username: string;
}

const UNIQUE_VIOLATION = '23505';

function nameTaken(): Refusal {
  return new Refusal('already-exists-with-other-content', '账号名已被使用，请换一个，例如加上镇名或数字', {
    fields: { account: '已被使用' },
  });
}

/** True when exactly this account is there already. Errors: the name or the person is taken otherwise. */
async function alreadyOpen(tx: Tx, { countyCode, personId, account }: AccountInput): Promise<boolean> {
  const username = normaliseAccount(account);
  const existing: Existing[] = await tx
    .withTables<IdentityTables>()
    .selectFrom('auth_user')
    .where((eb) =>
      eb.or([
        eb('username', '=', username),
        eb.and([eb('county_code', '=', countyCode), eb('person_id', '=', personId)]),
      ]),
    )
    .select(['county_code', 'person_id', 'username'])
    .execute();
  const own = existing.find((row) => row.county_code === countyCode && row.person_id === personId);
  if (own?.username === username) return true;
  if (own)
    throw new Refusal(
      'already-exists-with-other-content',
      '这个人已有账号，不能再开一个；可以重设密码或停用',
      {
        fields: { personId: '已有账号' },
      },
    );
  if (existing.length > 0) throw nameTaken();
  return false;
}

async function insertAccount(identity: Identity, tx: Tx, input: AccountInput, name: string, hash: string) {
  const { generateId } = await identity.auth.$context;
  const at = identity.app.clock.now();
  const stamps = { created_at: at, updated_at: at };
  const userId = generateId({ model: 'user' }) || crypto.randomUUID();
  const db = tx.withTables<IdentityTables>();
  await db
    .insertInto('auth_user')
    .values({
      id: userId,
      name,
      email: internalEmail(input.account),
      username: normaliseAccount(input.account),
      display_username: input.account.normalize('NFKC').trim(),
      county_code: input.countyCode,
      person_id: input.personId,
      ...stamps,
    })
    .execute();
  await db
    .insertInto('auth_account')
    .values({
      id: generateId({ model: 'account' }) || crypto.randomUUID(),
      account_id: userId,
      provider_id: 'credential',
      user_id: userId,
      password: hash,
      ...stamps,
    })
    .execute();
}

/**
 * Opens an account for a person. The same account for the same person again changes nothing, its password neither.
 * Errors: no such person; account name taken; the person has another account.
 */
export async function createAccount(identity: Identity, input: AccountInput): Promise<'added' | 'unchanged'> {
  const { countyCode, personId } = input;
  const hash =
    typeof input.password === 'string' ? await hashPassword(identity, input.password) : input.password.hash;
  const opened = inCounty(identity.app, countyCode, async (tx) => {
    const person = await tx
      .withTables<IdentityTables>()
      .selectFrom('people')
      .where('county_code', '=', countyCode)
      .where('id', '=', personId)
      .where('erased_at', 'is', null)
      .select('name')
      .forUpdate()
      .executeTakeFirst();
    if (!person) throw new Refusal('not-found', '没有找到这个人，请先在人员里登记');
    if (await alreadyOpen(tx, input)) return 'unchanged' as const;
    await insertAccount(identity, tx, input, person.name, hash);
    await record(tx, {
      countyCode,
      kind: 'account.create',
      subjectType: 'account',
      subjectId: personId,
      actorPersonId: input.actorPersonId ?? null,
      at: identity.app.clock.now(),
    });
    return 'added' as const;
  });
  return opened.catch((error: { code?: string }) => {
    throw error.code === UNIQUE_VIOLATION ? nameTaken() : error;
  });
}

import type { Answer, Endpoints } from '@qingshan/contract';
import { sql } from 'kysely';
import { type Actor, notFound, type Tx } from '../../platform/index.ts';
import { lockSubject } from './locks.ts';
import { accountOfPerson, type KnownAccount } from './queries.ts';
import type { IdentityTables } from './tables.ts';

export type AccountRow = Answer<Endpoints['listAccounts']>['items'][number];
type LoginRow = Answer<Endpoints['listLogins']>['items'][number];

const LOGINS_PER_PAGE = 50;
const literal = (text: string) => text.replace(/[\\%_]/g, '\\$&');

/** People inside the actor's reach, as the right side of `like any`. */
const reachPatterns = (actor: Actor) =>
  sql`any(${actor.prefixes.map((prefix) => `${literal(prefix)}%`)}::text[])`;

function accountsInReach(tx: Tx, actor: Actor) {
  return tx
    .withTables<IdentityTables>()
    .selectFrom('auth_user as u')
    .innerJoin('people as p', (join) =>
      join.onRef('p.county_code', '=', 'u.county_code').onRef('p.id', '=', 'u.person_id'),
    )
    .where('u.county_code', '=', actor.countyCode)
    .where('p.county_code', '=', actor.countyCode)
    .where(sql<boolean>`p.place_code like ${reachPatterns(actor)}`);
}

interface AccountSearch {
  /** Part of the account or of the name. */
  readonly q?: string | undefined;
  readonly personId?: string;
  readonly page: number;
  readonly size: number;
}

function searchAccounts(tx: Tx, actor: Actor, { q, personId }: AccountSearch) {
  const found = accountsInReach(tx, actor);
  if (personId) return found.where('u.person_id', '=', personId);
  if (!q) return found;
  const part = `%${literal(q.trim())}%`;
  return found.where((eb) => eb.or([eb('u.username', 'ilike', part), eb('p.name', 'ilike', part)]));
}

/** Accounts of the county with last sign-in and lock; by account, searched by account or name. */
export async function listAccounts(
  tx: Tx,
  actor: Actor,
  search: AccountSearch,
  now: Date,
): Promise<{ items: AccountRow[]; total: number }> {
  const found = searchAccounts(tx, actor, search);
  const counted = await found.select((eb) => eb.fn.countAll<string>().as('total')).executeTakeFirstOrThrow();
  const lockKey = sql<string>`${lockSubject('')} || u.person_id`;
  const rows = await found
    .leftJoin('sign_in_locks as l', (join) =>
      join.onRef('l.county_code', '=', 'u.county_code').on('l.subject', '=', lockKey),
    )
    .select((eb) => [
      'u.person_id as personId',
      'u.display_username as account',
      'u.name',
      'u.disabled',
      'u.two_factor_enabled as twoFactorOn',
      'l.locked_until as lockedUntil',
      eb
        .selectFrom('login_log as g')
        .whereRef('g.county_code', '=', 'u.county_code')
        .whereRef('g.account', '=', 'u.display_username')
        .where('g.outcome', '=', 'ok')
        .select((log) => log.fn.max('g.at').as('at'))
        .as('lastSignInAt'),
    ])
    .orderBy('u.username')
    .limit(search.size)
    .offset((search.page - 1) * search.size)
    .execute();
  const items = rows.map((row) => ({
    ...row,
    lastSignInAt: row.lastSignInAt?.toISOString() ?? null,
    lockedUntil: row.lockedUntil && row.lockedUntil > now ? row.lockedUntil.toISOString() : null,
  }));
  return { items, total: Number(counted.total) };
}

/** One account as the list shows it. Errors: not found, also outside the actor's reach. */
export async function accountRow(tx: Tx, actor: Actor, personId: string, now: Date): Promise<AccountRow> {
  const { items } = await listAccounts(tx, actor, { personId, page: 1, size: 1 }, now);
  if (items[0]) return items[0];
  throw notFound('这个账号');
}

/** The account of a person inside the actor's reach. Errors: not found. */
export async function accountInReach(tx: Tx, actor: Actor, personId: string): Promise<KnownAccount> {
  const inside = await accountsInReach(tx, actor)
    .where('u.person_id', '=', personId)
    .select('u.id')
    .executeTakeFirst();
  const account = inside && (await accountOfPerson(tx, actor.countyCode, personId));
  if (account) return account;
  throw notFound('这个账号');
}

/** The log of sign-ins, latest first. */
export async function listLogins(
  tx: Tx,
  actor: Actor,
  search: { account?: string | undefined; page: number },
): Promise<{ items: LoginRow[]; total: number }> {
  let found = tx
    .withTables<IdentityTables>()
    .selectFrom('login_log as g')
    .innerJoin('people as p', (join) =>
      join.onRef('p.county_code', '=', 'g.county_code').onRef('p.id', '=', 'g.person_id'),
    )
    .where('g.county_code', '=', actor.countyCode)
    .where(sql<boolean>`p.place_code like ${reachPatterns(actor)}`);
  if (search.account) found = found.where('g.account', 'ilike', literal(search.account.trim()));
  const { total } = await found
    .select((eb) => eb.fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await found
    .select(['g.at', 'g.account', 'g.outcome', 'g.address', 'g.device'])
    .orderBy('g.at', 'desc')
    .orderBy('g.id', 'desc')
    .limit(LOGINS_PER_PAGE)
    .offset((search.page - 1) * LOGINS_PER_PAGE)
    .execute();
  return { items: rows.map((row) => ({ ...row, at: row.at.toISOString() })), total: Number(total) };
}

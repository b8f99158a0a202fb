import { sql } from 'kysely';
import type { Tx } from '../../platform/index.ts';
import { endSessions } from './queries.ts';
import type { IdentityTables } from './tables.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly placeCode: string;
  /** Account name, null without one. */
  readonly account: string | null;
  readonly erased: boolean;
}

export interface PersonInput {
  readonly countyCode: string;
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly placeCode: string;
}

export interface PeopleSearch {
  /** Part of a name, or at least four digits of a phone number. */
  readonly q?: string | undefined;
  readonly placePrefix?: string | undefined;
  readonly page: number;
  readonly size: number;
}

/** What an erased person is shown as. */
export const erasedName = '（已注销）';

const literal = (text: string) => text.replace(/[\\%_]/g, '\\$&');

function selectPeople(tx: Tx, countyCode: string) {
  return tx
    .withTables<IdentityTables>()
    .selectFrom('people as p')
    .leftJoin('auth_user as u', (join) =>
      join.onRef('u.county_code', '=', 'p.county_code').onRef('u.person_id', '=', 'p.id'),
    )
    .where('p.county_code', '=', countyCode)
    .select([
      'p.id',
      sql<string>`case when p.erased_at is null then p.name else ${erasedName} end`.as('name'),
      'p.phone',
      'p.place_code as placeCode',
      'u.display_username as account',
      sql<boolean>`p.erased_at is not null`.as('erased'),
    ]);
}

/**
 * Adds a person or changes name, phone and place; the same content again changes nothing.
 * The caller records the event, without name and phone.
 */
export async function savePerson(tx: Tx, person: PersonInput): Promise<'added' | 'changed' | 'unchanged'> {
  const { countyCode, id, name, phone, placeCode } = person;
  const db = tx.withTables<IdentityTables>();
  const row = { county_code: countyCode, id, name, phone, place_code: placeCode };
  const stored = await db
    .insertInto('people')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['county_code', 'id'])
        .doUpdateSet({ name, phone, place_code: placeCode, erased_at: null })
        .where(
          sql<boolean>`(people.name, people.phone, people.place_code) is distinct from (${name}, ${phone}, ${placeCode}) or people.erased_at is not null`,
        ),
    )
    .returning(sql<boolean>`xmax = 0`.as('added'))
    .executeTakeFirst();
  if (!stored) return 'unchanged';
  if (stored.added) return 'added';
  await db
    .updateTable('auth_user')
    .set({ name })
    .where('county_code', '=', countyCode)
    .where('person_id', '=', id)
    .execute();
  return 'changed';
}

/** Erases name and phone after their retention; the id stays, the account is closed and signed out. */
export async function erasePerson(tx: Tx, countyCode: string, id: string, at: Date): Promise<void> {
  const db = tx.withTables<IdentityTables>();
  await db
    .updateTable('people')
    .set({ name: '', phone: null, erased_at: at })
    .where('county_code', '=', countyCode)
    .where('id', '=', id)
    .execute();
  const account = await db
    .updateTable('auth_user')
    .set((eb) => ({ name: '', disabled: true, credentials_version: eb('credentials_version', '+', 1) }))
    .where('county_code', '=', countyCode)
    .where('person_id', '=', id)
    .returning('id')
    .executeTakeFirst();
  if (account) await endSessions(tx, account.id);
}

/** People of a county by part of the name or phone and by place; by place, then name. */
export async function findPeople(
  tx: Tx,
  countyCode: string,
  search: PeopleSearch,
): Promise<{ items: Person[]; total: number }> {
  const { q, placePrefix, page, size } = search;
  let found = selectPeople(tx, countyCode);
  if (placePrefix) found = found.where('p.place_code', 'like', `${literal(placePrefix)}%`);
  if (q) {
    const byName = sql<boolean>`p.name ilike ${`%${literal(q)}%`}`;
    const byPhone = sql<boolean>`p.phone like ${`%${literal(q)}%`}`;
    found = found.where(/^\d{4,}$/.test(q) ? sql<boolean>`(${byName} or ${byPhone})` : byName);
  }
  const counted = await found
    .clearSelect()
    .select((eb) => eb.fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow();
  const items = await found
    .orderBy('p.place_code')
    .orderBy('p.name')
    .orderBy('p.id')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return { items, total: Number(counted.total) };
}

/** Names of people by id; unknown ids are missing from the answer. */
export async function personNames(
  tx: Tx,
  countyCode: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .withTables<IdentityTables>()
    .selectFrom('people')
    .where('county_code', '=', countyCode)
    .where('id', '=', sql<string>`any(${[...new Set(ids)]})`)
    .select(['id', 'name', 'erased_at'])
    .execute();
  return new Map(rows.map((row) => [row.id, row.erased_at ? erasedName : row.name]));
}

/** One person; null when the county has none with this id. */
export async function personById(tx: Tx, countyCode: string, id: string): Promise<Person | null> {
  return (await selectPeople(tx, countyCode).where('p.id', '=', id).executeTakeFirst()) ?? null;
}

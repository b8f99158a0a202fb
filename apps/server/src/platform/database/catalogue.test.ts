import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../testing/database.ts';
import { asOwner } from './owner.ts';

/** Tables without a county key, each with its reason; on Citus they are reference tables or stay on one node. */
const REFERENCE_TABLES: Readonly<Record<string, string>> = {
  schema_migrations: 'which migrations were applied',
  divisions: 'the divisions of all China, the same for every county',
  division_editions: 'which editions of the divisions are in',
  auth_user: 'an account is looked up before its county is known',
  auth_session: 'a session is looked up before its county is known',
  auth_account: 'belongs to auth_user',
  auth_verification: 'belongs to auth_user',
  auth_two_factor: 'belongs to auth_user',
};

let opened: TestApp;
beforeAll(async () => {
  opened = await openTestApp();
});
afterAll(() => opened.close());

async function ask<T extends object>(sql: string): Promise<T[]> {
  return asOwner(opened.ownerUrl, async (owner) => (await owner.query<T>(sql)).rows);
}

const OURS = `c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace`;

test('every table that grows has county_code char(6), not null', async () => {
  const tables = await ask<{
    name: string;
    type: string | null;
  }>(`select c.relname as name, case when a.attnotnull then format_type(a.atttypid, a.atttypmod) end as type
    from pg_class c left join pg_attribute a on a.attrelid = c.oid and a.attname = 'county_code' where ${OURS}`);
  expect(tables.length).toBeGreaterThan(15);
  const lacking = tables.filter(
    (table) => !(table.name in REFERENCE_TABLES) && table.type !== 'character(6)',
  );
  expect(lacking).toEqual([]);
  const gone = Object.keys(REFERENCE_TABLES).filter((name) => !tables.some((table) => table.name === name));
  expect(gone).toEqual([]);
});

test('the county is part of every primary key, unique constraint, unique index, exclusion and foreign key', async () => {
  const keys = await ask<{ table: string; name: string; columns: string[] }>(`
    select c.relname as table, k.conname as name, (select array_agg(a.attname::text) from pg_attribute a where a.attrelid = c.oid and a.attnum = any (k.conkey)) as columns
    from pg_constraint k join pg_class c on c.oid = k.conrelid where ${OURS} and k.contype in ('p', 'u', 'f', 'x')
    union all
    select c.relname, i.indexrelid::regclass::text, (select array_agg(a.attname::text) from pg_attribute a where a.attrelid = c.oid and a.attnum = any (i.indkey::int2[]))
    from pg_index i join pg_class c on c.oid = i.indrelid where ${OURS} and i.indisunique`);
  const lacking = keys.filter(
    (key) => !(key.table in REFERENCE_TABLES) && !key.columns.includes('county_code'),
  );
  expect(lacking).toEqual([]);
});

test('row security stands on every table with a county', async () => {
  const open = await ask<{ name: string }>(
    `select c.relname as name from pg_class c where ${OURS} and not c.relrowsecurity`,
  );
  expect(open.map((table) => table.name).filter((name) => !(name in REFERENCE_TABLES))).toEqual([]);
});

test('the application owns nothing, is no superuser and does not pass by row security', async () => {
  const { rows } = await opened.pool.query<{
    rolsuper: boolean;
    rolbypassrls: boolean;
    rolcreaterole: boolean;
    rolcreatedb: boolean;
  }>('select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user');
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }]);
  const owned = await opened.pool.query(
    `select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname in (current_user, 'qingshan_app')`,
  );
  expect(owned.rows).toEqual([]);
});

test('of the journal the application may only add and read', async () => {
  const granted = await ask<{ table: string; privilege: string }>(
    `select table_name as table, privilege_type as privilege from information_schema.role_table_grants where grantee = 'qingshan_app' and table_name like 'journal%' order by 1, 2`,
  );
  expect(new Set(granted.map((grant) => grant.privilege))).toEqual(new Set(['INSERT', 'SELECT']));
});

test('without a reach the application sees no row of any table with a county', async () => {
  const tables = await ask<{ name: string }>(
    `select c.relname as name from pg_class c where ${OURS} and c.relrowsecurity`,
  );
  await asOwner(opened.ownerUrl, (owner) =>
    owner.query(`insert into county_settings values ('990121', 'shown', 'no')`),
  );
  for (const { name } of tables) {
    const { rows } = await opened.pool.query<{ count: string }>(`select count(*) from ${name}`);
    expect([name, rows[0]?.count]).toEqual([name, '0']);
  }
});

import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openTestApp, type TestApp } from '../../testing/database.ts';
import { asOwner } from '../database/owner.ts';
import { inReach, record, systemReach } from '../index.ts';
import { sealCounty } from './seal.ts';
import { exportAnchors, verifyCounty } from './verify.ts';

const COUNTY = '990121';
let opened: TestApp;

async function note(subject: string): Promise<void> {
  await inReach(opened.app.db, systemReach(COUNTY), (tx) =>
    record(tx, {
      countyCode: COUNTY,
      kind: 'test.note',
      subjectType: 'test',
      subjectId: subject,
      actorPersonId: null,
      at: opened.clock.now(),
      details: { text: '河岸垃圾' },
    }),
  );
}
/** Transactions of other databases on the same server hold the horizon back too: waits until none is older. */
const settled = () =>
  vi.waitFor(
    async () => {
      const held = await asOwner(opened.ownerUrl, (owner) =>
        owner.query('select 1 from journal where xid >= pg_snapshot_xmin(pg_current_snapshot()) limit 1'),
      );
      expect(held.rowCount).toBe(0);
    },
    { timeout: 20_000, interval: 100 },
  );
const sealNow = () => sealCounty(opened.app.db, COUNTY, 'sha256', opened.clock.now());
const seal = async () => {
  await settled();
  return sealNow();
};
const tamper = (sql: string) => asOwner(opened.ownerUrl, (owner) => owner.query(sql));

beforeAll(async () => {
  opened = await openTestApp();
  for (const subject of ['a', 'b', 'c']) await note(subject);
  await seal();
  for (const subject of ['d', 'e']) await note(subject);
  await seal();
});
afterAll(() => opened.close());

async function afterTampering(sql: string, undo: string): Promise<readonly string[]> {
  await tamper(sql);
  const { findings } = await verifyCounty(opened.app.db, COUNTY);
  await tamper(undo);
  return findings;
}

test('an untouched journal verifies, and nothing new makes no batch', async () => {
  expect(await seal()).toBeNull();
  expect(await verifyCounty(opened.app.db, COUNTY)).toEqual({ ok: true, rows: 5, batches: 2, findings: [] });
});

test('a changed row is named', async () => {
  const findings = await afterTampering(
    `update journal set details = '{"text":"干净"}' where seq = 2`,
    `update journal set details = '{"text":"河岸垃圾"}' where seq = 2`,
  );
  expect(findings).toEqual(['第 1 批：第 2 行的内容被改动']);
});

test('a moved microsecond is noticed', async () => {
  const findings = await afterTampering(
    `update journal set at = at + interval '1 microsecond' where seq = 4`,
    `update journal set at = at - interval '1 microsecond' where seq = 4`,
  );
  expect(findings).toEqual(['第 2 批：第 4 行的内容被改动']);
});

test('a removed row is named', async () => {
  await tamper(`create table kept as select * from journal where seq = 3; delete from journal where seq = 3`);
  const { findings } = await verifyCounty(opened.app.db, COUNTY);
  await tamper('insert into journal overriding system value select * from kept; drop table kept');
  expect(findings).toEqual(['第 1 批：第 3 行被删除']);
});

test('a row inserted into a sealed past is named', async () => {
  await tamper(`insert into journal (county_code, seq, xid, kind, subject_type, subject_id, at, details) overriding system value
    select county_code, 900, xid, 'test.forged', 'test', 'x', at, '{}' from journal where seq = 1`);
  const { findings } = await verifyCounty(opened.app.db, COUNTY);
  await tamper('delete from journal where seq = 900');
  expect(findings).toEqual(['第 1 批：第 900 行是封存之后插入的']);
});

test('a chain rewritten from end to end is found only by roots kept elsewhere', async () => {
  const anchors = await exportAnchors(opened.app.db, COUNTY);
  await tamper(`create table kept_batches as select * from journal_batches; create table kept_leaves as select * from journal_leaves;
    delete from journal_batches; delete from journal_leaves; update journal set details = '{"text":"干净"}' where seq = 2`);
  await seal();
  expect((await verifyCounty(opened.app.db, COUNTY)).ok).toBe(true);
  const { findings } = await verifyCounty(opened.app.db, COUNTY, anchors);
  expect(findings).toContain('第 1 批：与外存的根不符，整条链被重写过');
  expect(findings).toContain('第 2 批：外存的根里有这一批，库里没有，日志尾部被删去');
});

test('the application may neither change nor remove a journal row', async () => {
  await expect(opened.pool.query(`update journal set kind = 'x'`)).rejects.toThrow(/permission denied/);
  await expect(opened.pool.query('delete from journal')).rejects.toThrow(/permission denied/);
  await expect(
    opened.pool.query(
      `insert into journal (county_code, xid, kind, subject_type, subject_id, at, details) values ('990121', '1', 'x', 'x', 'x', now(), '{}')`,
    ),
  ).rejects.toThrow(/permission denied/);
});

test('rows of a transaction still running are left for the next batch', async () => {
  const client = await opened.pool.connect();
  await client.query('begin');
  await client.query(
    `select set_config('app.county', '990121', true), set_config('app.reach', '{""}', true)`,
  );
  await client.query(
    `insert into journal (county_code, kind, subject_type, subject_id, at, details) values ('990121', 'test.slow', 'test', 'slow', now(), '{}')`,
  );
  await note('fast');
  const early = await sealNow();
  await client.query('commit');
  client.release();
  const late = await seal();
  expect((early?.rowCount ?? 0) + (late?.rowCount ?? 0)).toBe(2);
  expect((await verifyCounty(opened.app.db, COUNTY)).ok).toBe(true);
});

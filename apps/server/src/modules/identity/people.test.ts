import { newId } from '@qingshan/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inReach, systemReach, type Tx } from '../../platform/index.ts';
import {
  erasedName,
  erasePerson,
  findPeople,
  identityJobs,
  personById,
  personNames,
  savePerson,
} from './index.ts';
import { COUNTY, loginsOf, type Office, openOffice } from './office.testing.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office?.close());
const inCounty = <T>(work: (tx: Tx) => Promise<T>) => inReach(office.app.db, systemReach(COUNTY), work);
const person = (id: string, name: string, placeCode: string, phone: string | null = null) => ({
  countyCode: COUNTY,
  id,
  name,
  phone,
  placeCode,
});

test('saving a person again with the same content changes nothing', async () => {
  const id = newId(COUNTY);
  const save = (name: string) => inCounty((tx) => savePerson(tx, person(id, name, '990121101001')));
  expect([await save('李四'), await save('李四'), await save('李四光')]).toEqual([
    'added',
    'unchanged',
    'changed',
  ]);
  expect(await inCounty((tx) => personById(tx, COUNTY, id))).toMatchObject({ name: '李四光', account: null });
});

test('finds people by part of the name, by phone, by place, in pages', async () => {
  await inCounty(async (tx) => {
    for (let n = 0; n < 30; n++)
      await savePerson(tx, person(newId(COUNTY), `欧阳${n}`, `99012120${n % 3}001`, `1380000${1000 + n}`));
    await savePerson(tx, person(newId(COUNTY), '100%_好', '990121209001'));
  });
  const find = (search: { q?: string; placePrefix?: string; page?: number }) =>
    inCounty((tx) => findPeople(tx, COUNTY, { page: 1, size: 20, ...search }));
  expect((await find({ q: '欧阳' })).total).toBe(30);
  expect((await find({ q: '欧阳', page: 2 })).items).toHaveLength(10);
  expect((await find({ q: '欧阳', placePrefix: '990121201' })).total).toBe(10);
  expect((await find({ q: '1007' })).items.map((row) => row.name)).toEqual(['欧阳7']);
  expect((await find({ q: '%_' })).items.map((row) => row.name)).toEqual(['100%_好']);
});

test('a new name shows at once for signed-in people; erasing ends account and sessions', async () => {
  const id = await office.hire('feng', '冯九');
  const feng = office.browser();
  await feng.signIn('feng');
  await inCounty((tx) => savePerson(tx, person(id, '冯久', '990121101000')));
  expect((await feng.ask('GET', '/me')).body.name).toBe('冯久');
  await inCounty((tx) => erasePerson(tx, COUNTY, id, office.clock.now()));
  expect((await feng.ask('GET', '/me')).status).toBe(401);
  expect((await inCounty((tx) => personNames(tx, COUNTY, [id, id, 'x']))).get(id)).toBe(erasedName);
  expect(await inCounty((tx) => personById(tx, COUNTY, id))).toMatchObject({ phone: null, erased: true });
});

test('the log of sign-ins is kept six months and no longer; ended sessions go', async () => {
  await office.hire('old', '老周');
  office.clock.moveTo('2025-10-01T09:00:00+08:00');
  await office.browser().signIn('old');
  office.clock.moveTo('2026-03-31T09:00:00+08:00');
  await office.browser().signIn('old');
  const run = async () => {
    for (const job of identityJobs(office.app)) await job.run();
    return (await loginsOf(office)).filter((row) => row.account === 'old').length;
  };
  expect(await run()).toBe(2);
  office.clock.moveTo('2026-04-02T09:00:00+08:00');
  expect(await run()).toBe(1);
  await office.pool.query(`update auth_session set expires_at = now() - interval '1 minute'`);
  await run();
  expect((await office.pool.query('select 1 from auth_session')).rowCount).toBe(0);
});

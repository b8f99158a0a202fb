import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  GAOSHAN,
  id,
  LIUWAN,
  openTown,
  personId,
  postId,
  QINGXI,
  TAOYUAN,
  type Town,
  termId,
} from '../../testing/townspeople.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const get = async (who: Parameters<Town['inject']>[0], url: string) =>
  town.inject(who, { method: 'GET', url });

it('a stranger asks who answers for a village and sees names, no phones, no ids of people', async () => {
  const answer = await get(null, `/api/places/${LIUWAN}/responsible`);
  expect(answer.statusCode).toBe(200);
  expect(answer.body).toContain('王大山');
  expect(answer.body).not.toMatch(/138\d{8}/);
  expect(answer.json().posts[0].holders[0].personId).toBeNull();
});

it('the office decides to show phones, and takes it back', async () => {
  const decide = (shown: boolean) =>
    town.inject('office', { method: 'PUT', url: `/api/places/${QINGXI}/phones`, payload: { shown } });
  expect((await decide(true)).json()).toEqual({ townCode: QINGXI, shown: true });
  expect((await get(null, `/api/places/${LIUWAN}/responsible`)).body).toContain('13800000000');
  await decide(false);
  expect((await get(null, `/api/places/${LIUWAN}/responsible`)).body).not.toContain('13800000000');
  const other = await town.inject('yunlingOffice', {
    method: 'PUT',
    url: `/api/places/${QINGXI}/phones`,
    payload: { shown: true },
  });
  expect(other.statusCode).toBe(404);
});

it('a page outside of the reach is as if it did not exist', async () => {
  expect((await get('secretary', `/api/places/${LIUWAN}`)).statusCode).toBe(200);
  expect((await get('secretary', `/api/places/${TAOYUAN}`)).statusCode).toBe(404);
  expect((await get('secretary', `/api/places/${GAOSHAN}`)).statusCode).toBe(404);
  expect((await get('zoneHead', `/api/places/${TAOYUAN}`)).statusCode).toBe(200);
  expect((await get('inspector', '/api/places/990121')).statusCode).toBe(200);
});

it('every list answers within its contract', async () => {
  for (const url of [
    '/api/posts?vacant=false&q=柳湾',
    `/api/posts/${postId('secretary')}`,
    '/api/people?q=王',
    `/api/zones?town=${QINGXI}`,
    '/api/reaches',
    '/api/places?q=柳湾&within=990121',
    '/api/places?parent=990121',
    '/api/places/at?lon=102.05&lat=27.05&county=990121',
    '/api/basemap?county=990121',
  ])
    expect([url, (await get('admin', url)).statusCode]).toEqual([url, 200]);
});

it('a handover through the desk moves rights at once', async () => {
  const start = await town.inject('office', {
    method: 'POST',
    url: `/api/posts/${postId('taoyuan')}/hand-over`,
    payload: {
      termId: termId('taoyuan'),
      newTermId: id(900),
      toPersonId: personId('colleague'),
      on: '2026-05-06',
      reason: '换届',
    },
  });
  expect(start.json()).toMatchObject({
    ended: { to: '2026-05-05' },
    started: { name: '林芳' },
    openIssuesPassed: 0,
  });
  expect((await get('taoyuan', `/api/places/${TAOYUAN}`)).statusCode).toBe(403);
  const who = await get(null, `/api/places/${TAOYUAN}/responsible?on=2026-05-05`);
  expect(who.body).toContain('许桃');
});

it('a person is added by the administrator inside the county only', async () => {
  const save = (placeCode: string) =>
    town.inject('admin', {
      method: 'PUT',
      url: `/api/people/${id(901)}`,
      payload: { name: '新人', placeCode },
    });
  expect((await save(LIUWAN)).json()).toMatchObject({ name: '新人', placeName: '柳湾村', posts: [] });
  expect((await save('110101001001')).statusCode).toBe(422);
});

it('a zone takes villages of its own town only', async () => {
  const save = (villages: string[]) =>
    town.inject('office', {
      method: 'PUT',
      url: `/api/zones/${id(902)}`,
      payload: { name: '果岭片', kind: '果园', townCode: QINGXI, villages, moveVillages: true },
    });
  expect((await save([TAOYUAN])).json()).toMatchObject({ villages: [{ name: '桃源村' }], head: null });
  expect((await save([TAOYUAN, GAOSHAN])).statusCode).toBe(403);
});

it('a sheet is uploaded by the office, for its own villages', async () => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('组').addRows([
    ['类型', '所属村', '名称'],
    ['组', '柳湾村', '1组'],
    ['组', '高山村', '1组'],
  ]);
  const bytes = Buffer.from(await book.xlsx.writeBuffer());
  const payload = Buffer.concat([
    Buffer.from('--b\r\ncontent-disposition: form-data; name="file"; filename="组.xlsx"\r\n\r\n'),
    bytes,
    Buffer.from('\r\n--b--\r\n'),
  ]);
  const send = (body: Buffer) =>
    town.inject('office', {
      method: 'POST',
      url: '/api/places/import',
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
      payload: body,
    });
  expect((await send(payload)).json()).toMatchObject({ added: 1, refused: [{ row: 3, column: '所属村' }] });
  const holding = (content: Buffer) =>
    Buffer.concat([
      payload.subarray(0, payload.indexOf('\r\n\r\n') + 4),
      content,
      Buffer.from('\r\n--b--\r\n'),
    ]);
  for (const other of ['类型,所属村,名称', '', '%PDF-1.7', 'PK\x05\x06', `PK\x05\x06${'\0'.repeat(18)}`]) {
    const refused = await send(holding(Buffer.from(other)));
    expect([other, refused.json().code, refused.json().title]).toEqual([
      other,
      'file-type-refused',
      expect.stringContaining('不是 Excel 文件（.xlsx）'),
    ]);
  }
  const tooLarge = Buffer.concat([
    payload.subarray(0, 90),
    Buffer.alloc(6 * 1024 * 1024),
    Buffer.from('\r\n--b--\r\n'),
  ]);
  expect((await send(tooLarge)).statusCode).toBe(413);
});

import { newId } from '@qingshan/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asOwner } from '../../platform/database/owner.ts';
import { storeUpload } from '../../platform/files/upload.ts';
import { inReach, systemReach } from '../../platform/index.ts';
import { uploadPhoto, uploadScene } from '../../testing/photos.ts';
import { COUNTY, GAOSHAN, LIUWAN_GRID } from '../../testing/townspeople.ts';
import { raiseInside } from './actions/raise.ts';
import { openWalk, refusal, systemActor, type Walk } from './walk.testing.ts';

let town: Walk['town'];
let photo: Walk['photo'];
let raise: Walk['raise'];
let act: Walk['act'];
beforeAll(async () => {
  ({ town, photo, raise, act } = await openWalk());
});
afterAll(() => town.close());

describe('evidence that proves nothing', () => {
  async function rectifying() {
    const { id: issueId } = await raise('keeper', { photos: [await photo()] });
    await act('office', issueId, 'accept');
    await act('office', issueId, 'assign');
    await act('riverChief', issueId, 'rectify', { measure: '清运' });
    return issueId;
  }

  test('a photo that another problem carries too cannot carry a verification', async () => {
    const used = await photo();
    await raise('keeper', { photos: [used] });
    town.clock.advance(1);
    const issueId = await rectifying();
    await act('riverChief', issueId, 'reportBack', { message: '已清运', photos: [used] });
    const refused = await refusal(act('discipline', issueId, 'verify', { message: '好' }));
    expect(refused.code).toBe('evidence-missing');
    expect((await act('discipline', issueId, 'sendBack', { reason: '照片不是这里的' })).state).toBe(
      'rectifying',
    );
  });

  test('a paper is no photo', async () => {
    const paper = await storeUpload(
      town.app,
      systemReach(COUNTY),
      Buffer.from('%PDF-1.4\n%%EOF'),
      '照片.pdf',
    );
    const issueId = await rectifying();
    const refused = await refusal(
      act('riverChief', issueId, 'reportBack', { message: '好了', photos: [paper.sha256] }),
    );
    expect(refused.fields?.photos).toContain('整改后照片');
  });

  test('knowing the digest of a photo of another town gives no right to it', async () => {
    const theirs = await uploadPhoto(
      town.app,
      { ...systemReach(COUNTY), personId: 'someone' },
      'of another town',
    );
    const id = newId(COUNTY);
    const body = {
      id,
      title: '山上垃圾',
      kind: 'rubbish',
      source: 'village',
      placeCode: GAOSHAN,
      photos: [theirs],
    } as const;
    await inReach(town.app.db, systemReach(COUNTY), (tx) =>
      raiseInside(
        tx,
        systemActor(),
        { ...body, source: 'system', fields: { origin: 'test' }, description: '', photos: [theirs] },
        town.clock.now(),
      ),
    );
    expect((await refusal(raise('keeper', { photos: [theirs] }))).title).toContain('已用在别的问题上');
    expect((await town.inject('keeper', { method: 'GET', url: `/api/files/${theirs}` })).statusCode).toBe(
      404,
    );
  });
});

describe('an old picture proves nothing again', () => {
  const scene = (seed: string, saved: { quality?: number; width?: number } = {}) =>
    uploadScene(town.app, systemReach(COUNTY), seed, saved);
  async function rectifying(before: string) {
    const { id: issueId } = await raise('keeper', { photos: [before] });
    await act('office', issueId, 'accept');
    await act('office', issueId, 'assign');
    await act('riverChief', issueId, 'rectify', { measure: '清运' });
    return issueId;
  }
  const report = (issueId: string, ...photos: string[]) =>
    refusal(act('riverChief', issueId, 'reportBack', { message: '好了', photos }));

  test('sent back, the pictures of the first report do not carry the second', async () => {
    const issueId = await rectifying(await scene('river before'));
    const first = [await scene('river after 1'), await scene('river after 2')];
    expect((await report(issueId, ...first)).code).toBe('done');
    await act('discipline', issueId, 'sendBack', { reason: '没有清完' });
    expect((await report(issueId, ...first)).fields).toHaveProperty('photos');
    expect((await report(issueId, await scene('river after 3'), await scene('river after 4'))).code).toBe(
      'done',
    );
  });

  test('the picture from before, saved anew or made smaller, is no picture from after', async () => {
    const issueId = await rectifying(await scene('bank before'));
    const again = await scene('bank before', { quality: 60 });
    const smaller = await scene('bank before', { width: 200 });
    expect((await report(issueId, again, smaller)).fields).toHaveProperty('photos');
  });

  test('a picture of another problem, saved anew, carries no verification, and the checker is told', async () => {
    const other = await rectifying(await scene('other before'));
    expect((await report(other, await scene('other after 1'), await scene('other after 2'))).code).toBe(
      'done',
    );
    const issueId = await rectifying(await scene('mine before'));
    const copies = [
      await scene('other after 1', { quality: 70 }),
      await scene('other after 2', { width: 250 }),
    ];
    expect((await report(issueId, ...copies)).code).toBe('done');
    const refused = await refusal(act('discipline', issueId, 'verify', { message: '看过' }));
    expect(refused.code).toBe('evidence-missing');
    const { photos } = await town.as('discipline').call('getIssue', { params: { id: issueId } });
    const { number } = await town.as('discipline').call('getIssue', { params: { id: other } });
    const remarks = photos.filter((photo) => photo.phase === 'after').flatMap((photo) => photo.remarks);
    expect(remarks).toContain(`与${number}的照片是同一画面`);
  });
});

describe('bad input', () => {
  test.each([
    ['title', { title: 'x'.repeat(10_000) }],
    ['title', { title: '\u200b\u200b' }],
    ['foundAt', { foundAt: '1901-01-01T00:00:00+08:00' }],
    ['kind', { kind: 'witchcraft' as never }],
    ['position', { position: { lon: 0, lat: 0, how: 'gps' } as const }],
    ['placeCode', { placeCode: '990121101999' }],
  ])('a bad %s is told beside its field', async (field, more) => {
    expect(Object.keys((await refusal(raise('keeper', more))).fields ?? {})).toContain(field);
  });

  test('the same id with the same content is one problem, with other content or from another person refused', async () => {
    const body = {
      id: newId(COUNTY),
      title: '双击',
      kind: 'rubbish',
      source: 'village',
      placeCode: LIUWAN_GRID,
    } as const;
    const answers = await Promise.all([1, 2, 3].map(() => town.as('keeper').call('raiseIssue', { body })));
    expect(new Set(answers.map((answer) => answer.number)).size).toBe(1);
    expect(
      (await refusal(town.as('keeper').call('raiseIssue', { body: { ...body, title: '别的' } }))).code,
    ).toBe('already-exists-with-other-content');
    expect((await refusal(town.as('secretary').call('raiseIssue', { body }))).code).toBe(
      'already-exists-with-other-content',
    );
  });

  test('a file of the wrong kind, an empty one and one of 21 MB are refused', async () => {
    const send = (bytes: Buffer, name: string) => {
      const edge = 'edge-of-the-form';
      const head = `--${edge}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: image/jpeg\r\n\r\n`;
      return town.inject('keeper', {
        method: 'POST',
        url: '/api/files',
        headers: { 'content-type': `multipart/form-data; boundary=${edge}` },
        payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${edge}--\r\n`)]),
      });
    };
    expect((await send(Buffer.from('not a photo at all'), 'a.jpg')).statusCode).toBe(415);
    expect((await send(Buffer.alloc(0), 'a.jpg')).statusCode).toBe(415);
    expect((await send(Buffer.alloc(21 * 1024 * 1024, 1), 'a.jpg')).statusCode).toBe(413);
  });

  test('words find whatever their order, a bare serial number finds its problem', async () => {
    const raised = await raise('keeper', { title: '步道边散落垃圾', description: '柳湾一带' });
    const found = async (q: string) =>
      (await town.as('office').call('listIssues', { query: { q } })).items.map((item) => item.id);
    expect(await found('垃圾 柳湾')).toContain(raised.id);
    expect(await found(String(Number(raised.number.slice(-5))))).toContain(raised.id);
    expect(await found(raised.number)).toEqual([raised.id]);
    expect(await found('100%_')).toEqual([]);
  });

  test('a word in more problems than are looked up at once is still found under every other condition', async () => {
    const { id: wanted } = await raise('keeper', { title: '堆料场扬尘，独此一件', kind: 'dust' });
    await asOwner(town.ownerUrl, (owner) =>
      owner.query(
        `insert into issues select (jsonb_populate_record(i, jsonb_build_object('id', '990121-' || gen_random_uuid(), 'kind', 'noise', 'number_serial', 1000 + n,
           'follow_token', 'x' || n, 'raised_at', i.raised_at + interval '1 hour'))).* from issues i, generate_series(1, 600) n where i.id = $1`,
        [wanted],
      ),
    );
    const found = await town.as('office').call('listIssues', { query: { q: '扬尘 堆料', kind: 'dust' } });
    expect(found.items.map((issue) => issue.id)).toEqual([wanted]);
    const all = await town.as('office').call('listIssues', { query: { q: '料场' } });
    expect(all.total).toBe(601);
    const elsewhere = await town.as('yunlingOffice').call('listIssues', { query: { q: '料场' } });
    expect(elsewhere.total).toBe(0);
    await asOwner(town.ownerUrl, (owner) => owner.query('delete from issues where number_serial > 1000'));
  });

  test('every figure of the overview equals the list that it opens', async () => {
    for (const who of ['office', 'zoneHead', 'inspector', 'secretary'] as const) {
      const overview = await town.as(who).call('getOverview', {});
      const figures = [
        overview.total,
        overview.open,
        overview.overdue,
        overview.dueSoon,
        overview.reopened,
        ...overview.byState.map((row) => row.figure),
        ...overview.bySource.flatMap((row) => [row.total, row.open, row.closed]),
        ...overview.byCategory.map((row) => row.total),
        ...overview.byPlace.flatMap((row) => [row.total, row.overdue]),
      ];
      for (const figure of figures) {
        const list = await town.inject(who, { method: 'GET', url: `/api/issues?${figure.query}` });
        expect([who, figure.query, list.json().total]).toEqual([who, figure.query, figure.count]);
      }
    }
  });
});

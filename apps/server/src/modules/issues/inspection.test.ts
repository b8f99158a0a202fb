import { newId } from '@qingshan/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inReach, record, systemReach } from '../../platform/index.ts';
import { COUNTY, LIUWAN, postId } from '../../testing/townspeople.ts';
import { remindDeadlines } from './jobs.ts';
import { ledger } from './tables.ts';
import { openWalk, refusal, type Walk } from './walk.testing.ts';

let town: Walk['town'];
let photo: Walk['photo'];
let raise: Walk['raise'];
let act: Walk['act'];
beforeAll(async () => {
  ({ town, photo, raise, act } = await openWalk());
});
afterAll(() => town.close());

describe('a problem handed down by county inspectors', () => {
  async function handedDown() {
    const issueId = newId(COUNTY);
    const item = {
      id: issueId,
      title: '养殖场粪污直排',
      kind: 'livestock_manure',
      source: 'inspection',
      placeCode: LIUWAN,
      fields: {
        documentNumber: '青督〔2026〕7号',
        inspectionLevel: 'county',
        requirement: '限期建成收集池',
        dueOn: '2026-06-30',
      },
    } as const;
    const answer = await town.as('inspector').call('handDown', { body: { items: [item] } });
    expect(answer.results[0]?.ok).toBe(true);
    await act('office', issueId, 'accept');
    await act('office', issueId, 'assign', { ownerPostId: postId('station') });
    await act('station', issueId, 'rectify', { measure: '建收集池', photos: [await photo()] });
    await act('station', issueId, 'reportBack', { message: '已建成', photos: [await photo()] });
    await act('discipline', issueId, 'verify', { message: '到场看过' });
    return issueId;
  }

  test('keeps the deadline of the inspectors and is never closed by the town', async () => {
    town.clock.moveTo('2026-05-06T09:00:00+08:00');
    const issueId = await handedDown();
    const detail = await town.as('office').call('getIssue', { params: { id: issueId } });
    expect(detail.dueAt).toBe('2026-06-30T15:59:59.000Z');
    expect(detail.may).not.toContain('close');
    expect((await refusal(act('office', issueId, 'close', { message: '销号' }))).code).toBe(
      'step-not-possible',
    );
  });

  test('goes 申请销号 → 验收 → 公示 for five working days → 销号', async () => {
    town.clock.moveTo('2026-05-06T09:00:00+08:00');
    const issueId = await handedDown();
    await act('office', issueId, 'applyClose', { message: '请予验收' });
    expect((await refusal(act('office', issueId, 'inspect', { message: '好' }))).code).toBe('not-allowed');
    await act('inspector', issueId, 'inspect', { message: '复查合格' });
    expect(Object.keys((await refusal(act('inspector', issueId, 'publicize'))).fields ?? {})).toEqual([
      'publicTitle',
      'message',
    ]);
    const publicized = await act('inspector', issueId, 'publicize', {
      publicTitle: '柳湾村畜禽粪污整改公示',
      message: '已建成收集池，现予公示',
    });
    expect(publicized.publicityUntil).toBe('2026-05-12');
    expect(publicized.next).toMatchObject({
      verb: 'close',
      enabled: false,
      why: '公示到 2026-05-12 结束，之后才能销号',
    });
    town.clock.moveTo('2026-05-12T20:00:00+08:00');
    expect((await refusal(act('inspector', issueId, 'close', { message: '销号' }))).code).toBe(
      'publicity-not-over',
    );
    town.clock.moveTo('2026-05-13T08:00:00+08:00');
    const closed = await act('inspector', issueId, 'close', { message: '公示无异议' });
    expect(closed.state).toBe('closed');
    expect(closed.timeline.map((step) => step.label)).toEqual([
      '下发',
      '受理',
      '交办',
      '整改',
      '反馈',
      '核查通过',
      '申请销号',
      '验收通过',
      '公示',
      '销号',
    ]);
    town.clock.moveTo('2026-05-06T09:00:00+08:00');
  });

  test('the deadline is met on the day the town applies, however long inspectors and public notice take', async () => {
    town.clock.moveTo('2026-06-29T09:00:00+08:00');
    const issueId = await handedDown();
    await act('office', issueId, 'applyClose', { message: '请予验收' });
    town.clock.moveTo('2026-07-06T09:00:00+08:00');
    await remindDeadlines(town.app, COUNTY);
    const waiting = await act('inspector', issueId, 'inspect', { message: '复查合格' });
    expect(waiting).toMatchObject({ overdue: false, urgency: 'green' });
    expect(waiting.timeline.map((step) => step.kind)).not.toContain('issue.overdue');
    const overdue = await town.as('office').call('listIssues', { query: { overdue: 'true' } });
    expect(overdue.items.map((issue) => issue.id)).not.toContain(issueId);
    const figures = await town.as('office').call('getOverview', { query: {} });
    expect(figures.overdue.count).toBe(overdue.total);
    await act('inspector', issueId, 'publicize', { publicTitle: '整改公示', message: '公示' });
    town.clock.moveTo('2026-07-14T09:00:00+08:00');
    const closed = await act('inspector', issueId, 'close', { message: '无异议' });
    expect(closed.timeline.at(-1)?.lines).toContainEqual({ label: '时限', text: '按期办结' });
  });

  test('sent back by the inspectors its deadline runs again', async () => {
    town.clock.moveTo('2026-06-29T09:00:00+08:00');
    const issueId = await handedDown();
    await act('office', issueId, 'applyClose', { message: '请予验收' });
    town.clock.moveTo('2026-07-06T09:00:00+08:00');
    const back = await act('inspector', issueId, 'rejectClose', { reason: '收集池漏水' });
    expect(back).toMatchObject({ state: 'rectifying', overdue: true, urgency: 'red' });
  });

  test('what is put on public notice is read by anyone, and nothing else of the problem', async () => {
    town.clock.moveTo('2026-05-06T09:00:00+08:00');
    const issueId = await handedDown();
    await act('office', issueId, 'applyClose', { message: '请予验收' });
    await act('inspector', issueId, 'inspect', { message: '复查合格' });
    const read = async (place: string) =>
      (await town.as(null).call('listPublicity', { query: { place } })).notices.filter(
        (notice) => notice.text === '粪污已收集利用',
      );
    expect(await read(COUNTY)).toEqual([]);
    const words = { publicTitle: '柳湾村畜禽粪污整改公示', message: '粪污已收集利用' };
    const withPhone = { ...words, message: '有异议请找张三，13800001234' };
    expect(await refusal(act('inspector', issueId, 'publicize', withPhone))).toMatchObject({
      code: 'invalid-input',
      fields: { message: '里面有手机号，任何人都能看到，请删去后再公示' },
    });
    const done = await act('inspector', issueId, 'publicize', words);
    expect(done.timeline.at(-1)?.lines).toContainEqual({
      label: '公示标题',
      text: '柳湾村畜禽粪污整改公示',
    });
    expect(await read(LIUWAN)).toEqual([
      {
        title: '柳湾村畜禽粪污整改公示',
        kind: '畜禽粪污',
        placeName: '清溪镇·柳湾村',
        inspection: '县级督查 · 青督〔2026〕7号',
        text: '粪污已收集利用',
        from: '2026-05-06',
        until: '2026-05-12',
        over: false,
        closed: false,
      },
    ]);
    expect(await read('990121102000')).toEqual([]);
    town.clock.moveTo('2026-06-12T09:00:00+08:00');
    expect(await read(COUNTY)).toEqual([]);
  });

  test('a notice from before it had a title of its own goes by its kind', async () => {
    town.clock.moveTo('2026-05-06T09:00:00+08:00');
    const issueId = await handedDown();
    await act('office', issueId, 'applyClose', { message: '请予验收' });
    await act('inspector', issueId, 'inspect', { message: '复查合格' });
    await inReach(town.app.db, systemReach(COUNTY), async (tx) => {
      await ledger(tx)
        .updateTable('issues')
        .set({ state: 'publicized', publicity_until: '2026-05-11' })
        .where('county_code', '=', COUNTY)
        .where('id', '=', issueId)
        .execute();
      await record(tx, {
        countyCode: COUNTY,
        kind: 'issue.publicize',
        subjectType: 'issue',
        subjectId: issueId,
        actorPersonId: null,
        placeCode: LIUWAN,
        at: town.clock.now(),
        details: { message: '张三，身份证 510101199001011234' },
      });
    });
    const { notices } = await town.as(null).call('listPublicity', { query: { place: LIUWAN } });
    expect(notices.find((notice) => notice.until === '2026-05-11')).toMatchObject({
      title: '畜禽粪污',
      text: null,
    });
  });

  test('a town office cannot hand down, and the fields of an inspection are demanded', async () => {
    const item = {
      id: newId(COUNTY),
      title: '检查',
      kind: 'dust',
      source: 'inspection',
      placeCode: LIUWAN,
    } as const;
    expect((await refusal(town.as('office').call('handDown', { body: { items: [item] } }))).code).toBe(
      'not-allowed',
    );
    const lacking = await refusal(town.as('inspector').call('raiseIssue', { body: item }));
    expect(Object.keys(lacking.fields ?? {}).sort()).toEqual([
      'fields.documentNumber',
      'fields.dueOn',
      'fields.inspectionLevel',
      'fields.requirement',
    ]);
  });
});

describe('deadlines pass', () => {
  test('a warning before and a breach after, each once, and a notice to owner and leaders', async () => {
    town.clock.moveTo('2026-05-06T09:00:00+08:00');
    const { id: issueId } = await raise('keeper', { title: '到期提醒' });
    await act('office', issueId, 'accept');
    await act('office', issueId, 'assign');
    town.clock.moveTo('2026-05-11T10:00:00+08:00');
    await remindDeadlines(town.app, COUNTY);
    town.clock.moveTo('2026-05-13T00:00:01+08:00');
    await remindDeadlines(town.app, COUNTY);
    expect(await remindDeadlines(town.app, COUNTY)).toEqual({ warned: 0, breached: 0 });
    const detail = await town.as('office').call('getIssue', { params: { id: issueId } });
    expect(detail.timeline.filter((step) => step.actorName === null).map((step) => step.label)).toEqual([
      '临期提醒',
      '超期',
    ]);
    expect(detail.overdue).toBe(true);
    const notices = await town.as('mayor').call('listNotices', { query: {} });
    expect(
      notices.items.some((notice) => notice.issueId === issueId && notice.text.startsWith('已超期')),
    ).toBe(true);
    town.clock.moveTo('2026-05-06T09:00:00+08:00');
  });
});

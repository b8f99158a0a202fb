import {
  type ActOnIssue,
  type IssueDetail,
  newId,
  type RaiseIssue,
  ServerRefusal,
  type Verb,
} from '@qingshan/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asOwner } from '../../platform/database/owner.ts';
import { storeUpload } from '../../platform/files/upload.ts';
import { type Actor, inReach, systemReach } from '../../platform/index.ts';
import { uploadPhoto } from '../../testing/photos.ts';
import {
  COUNTY,
  GAOSHAN,
  id,
  LIUWAN,
  LIUWAN_GRID,
  openTown,
  postId,
  type Town,
  type TownsmanKey,
} from '../../testing/townspeople.ts';
import { raiseInside } from './actions/raise.ts';
import { remindDeadlines } from './jobs.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

let photoCount = 0;
const photo = () => uploadPhoto(town.app, systemReach(COUNTY), `photo ${photoCount++}`);

async function raise(who: TownsmanKey, more: Partial<RaiseIssue> = {}) {
  const body = {
    id: newId(COUNTY),
    title: '河边堆放垃圾',
    kind: 'river_dumping',
    source: 'village',
    placeCode: LIUWAN_GRID,
    ...more,
  } as RaiseIssue;
  return town.as(who).call('raiseIssue', { body });
}
const act = (
  who: TownsmanKey,
  issueId: string,
  verb: Verb,
  body: Partial<ActOnIssue> = {},
): Promise<IssueDetail> => town.as(who).call('actOnIssue', { params: { id: issueId, verb }, body });
const refusal = async (
  promise: Promise<unknown>,
): Promise<{
  code: string;
  title: string;
  fields?: Record<string, string> | undefined;
  details?: Record<string, unknown> | undefined;
}> =>
  promise.then(
    () => ({ code: 'done', title: '' }),
    (error: unknown) => {
      if (error instanceof ServerRefusal) return error.problem;
      throw error;
    },
  );

/** The system itself, which finds problems by stations and patrols. */
const systemActor = (): Actor => ({
  ...systemReach(COUNTY),
  account: '',
  name: '',
  roles: [],
  posts: [],
  sessionId: '',
});

/** Raised by the keeper, accepted and assigned to the river chief, put right and reported back. */
async function reportedBack(kind: RaiseIssue['kind'] = 'river_dumping') {
  const { id: issueId } = await raise('keeper', { kind, photos: [await photo()] });
  await act('office', issueId, 'accept');
  await act('office', issueId, 'assign');
  await act('riverChief', issueId, 'rectify', { measure: '组织清运，设置围挡' });
  await act('riverChief', issueId, 'reportBack', {
    message: '已清运干净',
    photos: [await photo(), await photo()],
  });
  return issueId;
}

describe('the closed loop', () => {
  test('a problem found by the keeper walks all steps by five people and each step is on record', async () => {
    const issueId = await reportedBack();
    await act('discipline', issueId, 'verify', { message: '到现场看过，确已清理' });
    await act('colleague', issueId, 'close', { message: '符合销号条件' });
    await act('mayor', issueId, 'rate', { score: 5 });
    const detail = await act('office', issueId, 'review', {
      cause: { cause: '收集点太远', improvement: '增设垃圾池', similarChecked: true },
    });
    expect(detail.state).toBe('reviewed');
    expect(detail.timeline.map((step) => step.label)).toEqual([
      '上报',
      '受理',
      '交办',
      '整改',
      '反馈',
      '核查通过',
      '销号',
      '评价',
      '复盘',
    ]);
    expect(new Set(detail.timeline.map((step) => step.actorName)).size).toBeGreaterThanOrEqual(5);
    expect(detail.next).toBeNull();
  });

  test('the owner is found from place and kind, and the deadline set at acceptance by the rule in force', async () => {
    town.clock.moveTo('2026-05-06T09:00:00+08:00');
    const { id: issueId } = await raise('keeper');
    const accepted = await act('office', issueId, 'accept');
    // Five working days after Wednesday 6 May 2026; Saturday the 9th is worked.
    expect(accepted.dueAt).toBe('2026-05-12T15:59:59.000Z');
    expect(accepted.deadlineRule).toContain('2026 年版');
    const assigned = await act('office', issueId, 'assign');
    expect(assigned.ownerPostId).toBe(postId('riverChief'));
    expect(assigned.ownerName).toContain('李水生');
  });

  test('numbers are gapless and follow each other within county and year', async () => {
    const first = await raise('keeper');
    await refusal(raise('keeper', { kind: 'not-a-kind' as never }));
    await refusal(raise('keeper', { placeCode: '990121101999' }));
    const second = await raise('keeper');
    expect(Number(second.number.slice(-5))).toBe(Number(first.number.slice(-5)) + 1);
    expect(first.number).toMatch(/^990121-2026-\d{5}$/);
  });

  test('a step that is not due is refused and says who did the last one', async () => {
    const { id: issueId } = await raise('keeper');
    await act('office', issueId, 'accept');
    const refused = await refusal(act('colleague', issueId, 'accept'));
    expect(refused.code).toBe('step-not-possible');
    expect(refused.title).toContain('陈静');
    expect(refused.title).toContain('受理');
  });

  test('of two people acting on what both saw, the second is told who was first', async () => {
    const seen = await raise('keeper');
    const [a, b] = await Promise.all([
      refusal(act('office', seen.id, 'accept', { version: seen.version })),
      refusal(act('colleague', seen.id, 'accept', { version: seen.version })),
    ]);
    const codes = [a.code, b.code].sort();
    expect(codes).toEqual(['done', 'someone-was-first']);
    const late = a.code === 'done' ? b : a;
    expect(late.details?.by).toBe(a.code === 'done' ? '陈静' : '林芳');
  });

  test('the same act sent twice is one act', async () => {
    const { id: issueId } = await raise('keeper');
    const actId = newId(COUNTY);
    const [one, two] = await Promise.all([
      act('office', issueId, 'accept', { actId, version: 1 }),
      act('office', issueId, 'accept', { actId, version: 1 }),
    ]);
    expect(one.version).toBe(2);
    expect(two.version).toBe(2);
    expect((await refusal(act('office', issueId, 'decline', { actId, reason: '重复' }))).code).toBe(
      'already-exists-with-other-content',
    );
  });
});

describe('who may verify and close', () => {
  test('the fixer, and whoever stands above or below the fixer, cannot verify', async () => {
    const issueId = await reportedBack();
    const zone = await refusal(act('zoneHead', issueId, 'verify', { message: '看过' }));
    expect(zone.code).toBe('verifier-not-independent');
    expect((await refusal(act('riverChief', issueId, 'verify', { message: '看过' }))).code).toBe(
      'not-allowed',
    );
    expect((await act('office', issueId, 'verify', { message: '看过' })).state).toBe('verified');
  });

  test('a fixer of the office cannot verify or close what he put right himself', async () => {
    const { id: issueId } = await raise('keeper', { kind: 'noise' });
    await act('office', issueId, 'accept');
    await act('office', issueId, 'assign', { ownerPostId: postId('office') });
    await act('office', issueId, 'rectify', { measure: '劝止' });
    await act('office', issueId, 'reportBack', { message: '已停' });
    expect((await refusal(act('office', issueId, 'verify', { message: '好' }))).code).toBe(
      'verifier-not-independent',
    );
    await act('discipline', issueId, 'verify', { message: '好' });
    expect((await refusal(act('office', issueId, 'close', { message: '销' }))).code).toBe(
      'verifier-not-independent',
    );
    expect((await act('colleague', issueId, 'close', { message: '销' })).state).toBe('closed');
  });

  test('reporting back without photos of the time after is refused by field, and with the photo from before as well', async () => {
    const before = await photo();
    const { id: issueId } = await raise('keeper', { photos: [before] });
    await act('office', issueId, 'accept');
    await act('office', issueId, 'assign');
    await act('riverChief', issueId, 'rectify', { measure: '清运' });
    const none = await refusal(act('riverChief', issueId, 'reportBack', { message: '好了' }));
    expect(none).toMatchObject({ code: 'evidence-missing', fields: { photos: '请上传至少 1 张整改后照片' } });
    const same = await refusal(
      act('riverChief', issueId, 'reportBack', { message: '好了', photos: [before] }),
    );
    expect(same.title).toContain('同一张');
  });

  test('work does not begin without a photo of the time before', async () => {
    const { id: issueId } = await raise('keeper');
    await act('office', issueId, 'accept');
    await act('office', issueId, 'assign');
    expect(
      (await refusal(act('riverChief', issueId, 'rectify', { measure: '清运' }))).fields?.photos,
    ).toContain('整改前照片');
    expect(
      (await act('riverChief', issueId, 'rectify', { measure: '清运', photos: [await photo()] })).state,
    ).toBe('rectifying');
  });

  test('sent back by verification it is put right again; only the second report passes', async () => {
    const issueId = await reportedBack();
    expect((await refusal(act('discipline', issueId, 'sendBack'))).fields?.reason).toBe('请写明理由');
    expect((await act('discipline', issueId, 'sendBack', { reason: '河里还有漂浮物' })).state).toBe(
      'rectifying',
    );
    await act('riverChief', issueId, 'reportBack', { message: '再次清理', photos: [await photo()] });
    expect((await act('discipline', issueId, 'verify', { message: '干净了' })).state).toBe('verified');
  });
});

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
    const publicized = await act('inspector', issueId, 'publicize');
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

describe('branches of the loop', () => {
  test('declined with a reason it rests; reopened it has the same number and a new deadline', async () => {
    const raised = await raise('keeper');
    expect((await refusal(act('office', raised.id, 'decline'))).code).toBe('evidence-missing');
    await act('office', raised.id, 'decline', { reason: '不属于环境问题' });
    const reopened = await act('discipline', raised.id, 'reopen', { reason: '群众再次反映' });
    expect(reopened).toMatchObject({ number: raised.number, state: 'accepted', reopenedTimes: 1 });
    expect(reopened.dueAt).not.toBeNull();
  });

  test('an extension is asked by the owner and moves the deadline only when approved', async () => {
    const { id: issueId } = await raise('keeper');
    await act('office', issueId, 'accept');
    const assigned = await act('office', issueId, 'assign');
    expect(
      (await refusal(act('riverChief', issueId, 'requestExtension', { dueOn: '2026-05-01', reason: '下雨' })))
        .code,
    ).toBe('date-out-of-range');
    const asked = await act('riverChief', issueId, 'requestExtension', {
      dueOn: '2026-06-01',
      reason: '连日下雨',
    });
    expect(asked.dueAt).toBe(assigned.dueAt);
    expect(asked.extension).toMatchObject({ dueOn: '2026-06-01', requestedBy: '李水生' });
    expect((await refusal(act('riverChief', issueId, 'approveExtension'))).code).toBe('not-allowed');
    const approved = await act('mayor', issueId, 'approveExtension');
    expect(approved).toMatchObject({ dueAt: '2026-06-01T15:59:59.000Z', extension: null });
  });

  test('an owner gives it back with a reason, it is handed to another; a vacant post is refused', async () => {
    const { id: issueId } = await raise('keeper');
    await act('office', issueId, 'accept');
    await act('office', issueId, 'assign');
    const back = await act('riverChief', issueId, 'returnBack', { reason: '属于上游村' });
    expect(back).toMatchObject({ state: 'accepted', ownerPostId: null });
    expect((await refusal(act('office', issueId, 'assign', { ownerPostId: id(999) }))).code).toBe(
      'owner-not-found',
    );
    expect(
      (await act('zoneHead', issueId, 'assign', { ownerPostId: postId('secretary') })).ownerName,
    ).toContain('王大山');
    expect(
      (await act('office', issueId, 'reassign', { ownerPostId: postId('riverChief'), reason: '河道内' }))
        .ownerName,
    ).toContain('李水生');
  });

  test('a duplicate points at the one that goes on', async () => {
    const goes = await raise('keeper');
    const again = await raise('secretary');
    expect(
      (await refusal(act('office', again.id, 'merge', { targetId: again.id, reason: '同一处' }))).code,
    ).toBe('invalid-input');
    const merged = await act('office', again.id, 'merge', { targetId: goes.id, reason: '同一处' });
    expect(merged).toMatchObject({ state: 'merged', mergedInto: { id: goes.id, number: goes.number } });
    expect((await town.as('office').call('getIssue', { params: { id: goes.id } })).duplicates).toHaveLength(
      1,
    );
  });

  test('split into parts with their own numbers and owners', async () => {
    const whole = await raise('keeper');
    const parts = [
      { id: newId(COUNTY), title: '上段垃圾' },
      { id: newId(COUNTY), title: '下段菜地', kind: 'river_occupation' as const },
    ];
    const split = await act('office', whole.id, 'split', { parts, reason: '两处责任不同' });
    expect(split.state).toBe('split');
    expect(split.parts.map((part) => [part.title, part.state])).toEqual([
      ['上段垃圾', 'reported'],
      ['下段菜地', 'reported'],
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

describe('what others may see', () => {
  test('a problem outside one’s reach is as if it did not exist', async () => {
    const raised = await raise('keeper');
    expect(
      (await refusal(town.as('yunlingOffice').call('getIssue', { params: { id: raised.id } }))).code,
    ).toBe('not-found');
    expect((await refusal(town.as('taoyuan').call('getIssue', { params: { id: raised.id } }))).code).toBe(
      'not-found',
    );
    expect((await refusal(act('yunlingOffice', raised.id, 'accept'))).code).toBe('not-found');
    expect((await refusal(raise('keeper', { placeCode: GAOSHAN }))).code).toBe('unknown-place');
  });

  test('handed to a post elsewhere it becomes visible there', async () => {
    const raised = await raise('keeper');
    await act('office', raised.id, 'accept');
    await act('office', raised.id, 'assign', { ownerPostId: postId('taoyuan') });
    expect((await town.as('taoyuan').call('getIssue', { params: { id: raised.id } })).may).toContain(
      'rectify',
    );
    const mine = await town.as('taoyuan').call('listIssues', { query: { mine: 'owned' } });
    expect(mine.items.map((item) => item.id)).toContain(raised.id);
  });

  test('the reporter’s name and phone are for the office only and never in the journal', async () => {
    const raised = await raise('secretary', {
      source: 'public',
      fields: { channel: 'phone', reporterName: '张老三', reporterPhone: '13912345678' },
    });
    const office = await town.as('office').call('getIssue', { params: { id: raised.id } });
    expect(office.fields).toMatchObject({ reporterName: '张老三', reporterPhone: '13912345678' });
    const village = await town.as('secretary').call('getIssue', { params: { id: raised.id } });
    expect(village.fields).not.toHaveProperty('reporterName');
    const stored = await asOwner(town.ownerUrl, (owner) =>
      owner.query('select details from journal where subject_id = $1', [raised.id]),
    );
    expect(stored.rowCount).toBe(1);
    expect(JSON.stringify(stored.rows)).not.toContain('13912345678');
    const journal = await town.as('auditor').call('listJournal', { query: { subjectId: raised.id } });
    expect(JSON.stringify(journal)).not.toContain('13912345678');
    expect(JSON.stringify(journal)).not.toContain('张老三');
  });

  test('with the follow link a stranger sees the steps and rates once after closing', async () => {
    const { id: issueId } = await raise('secretary', {
      source: 'public',
      kind: 'noise',
      fields: { channel: 'phone' },
    });
    await act('office', issueId, 'accept');
    await act('office', issueId, 'assign', { ownerPostId: postId('secretary') });
    await act('secretary', issueId, 'rectify', { measure: '劝止' });
    await act('secretary', issueId, 'reportBack', { message: '好了' });
    await act('discipline', issueId, 'verify', { message: '好' });
    const closed = await act('office', issueId, 'close', { message: '销号' });
    const token = closed.followPath?.split('/').at(-1) ?? '';
    const stranger = town.as(null);
    const seen = await stranger.call('followIssue', { params: { token } });
    expect(seen).toMatchObject({ state: 'closed', mayRate: true });
    expect(JSON.stringify(seen)).not.toContain('王大山');
    expect(await stranger.call('rateByReporter', { params: { token }, body: { score: 4 } })).toMatchObject({
      state: 'rated',
    });
    expect(
      (await refusal(stranger.call('rateByReporter', { params: { token }, body: { score: 1 } }))).title,
    ).toContain('已经评价过');
    expect(
      (await refusal(stranger.call('followIssue', { params: { token: `${token.slice(0, -1)}x` } }))).code,
    ).toBe('not-found');
  });
});

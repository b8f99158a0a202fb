import { newId } from '@qingshan/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COUNTY, id, postId, TAOYUAN } from '../../testing/townspeople.ts';
import { openWalk, refusal, type Walk } from './walk.testing.ts';

let town: Walk['town'];
let photo: Walk['photo'];
let raise: Walk['raise'];
let act: Walk['act'];
let reportedBack: Walk['reportedBack'];
beforeAll(async () => {
  ({ town, photo, raise, act, reportedBack } = await openWalk());
});
afterAll(() => town.close());

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
    expect(none).toMatchObject({
      code: 'evidence-missing',
      fields: { photos: '请上传至少 1 张新拍的整改后照片，与以前交过的是同一张的不算' },
    });
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

  test('an open problem 200 m away is told as a possible duplicate, across the village border too', async () => {
    const near = { how: 'map', lon: 102.1999, lat: 27.05 } as const;
    const { id: there } = await raise('keeper', { kind: 'sewage', position: near });
    const beyond = { ...near, lon: 102.2019 };
    const { id: here } = await raise('office', {
      kind: 'sewage',
      source: 'town',
      placeCode: TAOYUAN,
      position: beyond,
    });
    const { nearby } = await town.as('office').call('getIssue', { params: { id: here } });
    expect(nearby.map((issue) => issue.id)).toEqual([there]);
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

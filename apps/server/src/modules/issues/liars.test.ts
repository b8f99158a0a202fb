import { newId } from '@qingshan/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COUNTY, LIUWAN, postId, type TownsmanKey } from '../../testing/townspeople.ts';
import { openWalk, refusal, type Walk } from './walk.testing.ts';

let town: Walk['town'];
let photo: Walk['photo'];
let raise: Walk['raise'];
let act: Walk['act'];
beforeAll(async () => {
  ({ town, photo, raise, act } = await openWalk());
});
afterAll(() => town.close());

async function assignedTo(who: TownsmanKey) {
  const { id: issueId } = await raise('keeper', { photos: [await photo()] });
  await act('office', issueId, 'accept');
  await act('office', issueId, 'assign', { ownerPostId: postId(who) });
  return issueId;
}
const extension = { dueOn: '2026-06-30', reason: '连续降雨' };
const todo = async (who: TownsmanKey) =>
  (await town.as(who).call('getToday', {})).tasks.map((task) => [task.issue.id, task.verb]);

test('nobody judges the extension he asked for, nor that of the post he holds; whoever judges finds it in his list', async () => {
  const issueId = await assignedTo('office');
  await act('office', issueId, 'requestExtension', extension);
  expect((await refusal(act('office', issueId, 'approveExtension'))).code).toBe('not-allowed');
  expect(await todo('colleague')).toContainEqual([issueId, 'approveExtension']);
  expect(await todo('office')).not.toContainEqual([issueId, 'approveExtension']);
  await act('colleague', issueId, 'approveExtension');
});

test('a deadline that has passed stays passed, and two extensions are the most', async () => {
  town.clock.moveTo('2026-05-06T09:00:00+08:00');
  const late = await assignedTo('riverChief');
  town.clock.moveTo('2026-05-20T09:00:00+08:00');
  expect((await refusal(act('riverChief', late, 'requestExtension', extension))).title).toContain('期限已过');
  const issueId = await assignedTo('riverChief');
  for (const dueOn of ['2026-06-30', '2026-07-31']) {
    await act('riverChief', issueId, 'requestExtension', { dueOn, reason: '连续降雨' });
    await act('office', issueId, 'approveExtension');
  }
  const third = await refusal(
    act('riverChief', issueId, 'requestExtension', { dueOn: '2026-08-31', reason: '连续降雨' }),
  );
  expect(third.title).toContain('已延期 2 次');
});

test('a town does not decline, merge or split what its inspectors handed down', async () => {
  const ids = [newId(COUNTY), newId(COUNTY)] as const;
  const items = ids.map((id) => ({
    id,
    title: '养殖场粪污直排',
    kind: 'livestock_manure' as const,
    source: 'inspection' as const,
    placeCode: LIUWAN,
    fields: {
      documentNumber: '青督〔2026〕7号',
      inspectionLevel: 'county' as const,
      requirement: '整改',
      dueOn: '2026-12-31',
    },
  }));
  await town.as('inspector').call('handDown', { body: { items } });
  const reason = '重复';
  const parts = [1, 2].map((n) => ({ id: newId(COUNTY), title: `第${n}处` }));
  for (const [verb, body] of [
    ['decline', { reason }],
    ['merge', { reason, targetId: ids[1] }],
    ['split', { reason, parts }],
  ] as const)
    expect((await refusal(act('office', ids[0], verb, body))).title).toContain('不走');
});

test('the same problem handed down twice at once is one problem', async () => {
  const item = {
    id: newId(COUNTY),
    title: '采石场夜间作业',
    kind: 'noise' as const,
    source: 'inspection' as const,
    placeCode: LIUWAN,
    fields: {
      documentNumber: '青督〔2026〕8号',
      inspectionLevel: 'county' as const,
      requirement: '停工',
      dueOn: '2026-12-31',
    },
  };
  const send = () => town.as('inspector').call('handDown', { body: { items: [item] } });
  const answers = await Promise.all([send(), send(), send()]);
  expect(new Set(answers.map((answer) => answer.results[0]?.number)).size).toBe(1);
});

test('of two problems merged into each other at once one goes on', async () => {
  const { id: a } = await raise('keeper');
  const { id: b } = await raise('keeper');
  const merge = (from: string, targetId: string) =>
    refusal(act('office', from, 'merge', { targetId, reason: '同一处' }));
  const codes = (await Promise.all([merge(a, b), merge(b, a)])).map((refused) => refused.code);
  expect(codes.toSorted()).toEqual(['done', 'step-not-possible']);
});

test('only posts that put things right are given a problem', async () => {
  const { id: issueId } = await raise('keeper');
  await act('office', issueId, 'accept');
  for (const who of ['admin', 'auditor', 'inspector', 'mayor', 'discipline'] as const)
    expect((await refusal(act('office', issueId, 'assign', { ownerPostId: postId(who) }))).code).toBe(
      'owner-not-found',
    );
});

test('whoever put it right does not rate it', async () => {
  const issueId = await assignedTo('zoneHead');
  await act('zoneHead', issueId, 'rectify', { measure: '清运' });
  await act('zoneHead', issueId, 'reportBack', { message: '好了', photos: [await photo(), await photo()] });
  await act('discipline', issueId, 'verify', { message: '看过' });
  await act('colleague', issueId, 'close', { message: '销号' });
  expect((await refusal(act('zoneHead', issueId, 'rate', { score: 5 }))).code).toBe('not-allowed');
  await act('mayor', issueId, 'rate', { score: 4 });
});

import { newId } from '@qingshan/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asOwner } from '../../platform/database/owner.ts';
import { COUNTY, GAOSHAN, postId } from '../../testing/townspeople.ts';
import { openWalk, refusal, type Walk } from './walk.testing.ts';

let town: Walk['town'];
let raise: Walk['raise'];
let act: Walk['act'];
beforeAll(async () => {
  ({ town, raise, act } = await openWalk());
});
afterAll(() => town.close());

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

  async function closedComplaint() {
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
    return act('office', issueId, 'close', { message: '销号' });
  }

  test('with the follow link a stranger sees the steps and rates once after closing', async () => {
    const closed = await closedComplaint();
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

  test('reviewed before anyone rated it, the reporter is not told to have rated', async () => {
    const { id: issueId, followPath } = await closedComplaint();
    await act('office', issueId, 'review', {
      cause: { cause: '夜间施工', improvement: '定时巡查', similarChecked: true },
    });
    const params = { token: followPath?.split('/').at(-1) ?? '' };
    const refused = await refusal(town.as(null).call('rateByReporter', { params, body: { score: 1 } }));
    expect(refused.code).toBe('step-not-possible');
    expect(refused.title).toContain('请再次反映');
    expect(refused.title).not.toContain('已经评价过');
  });

  const follow = (path: string | null | undefined) =>
    town.as(null).call('followIssue', { params: { token: path?.split('/').at(-1) ?? '' } });
  const linkOf = async (who: 'secretary' | 'office' | 'riverChief', id: string) =>
    (await town.as(who).call('getIssue', { params: { id } })).followPath;
  const complaint = () =>
    raise('secretary', { source: 'public', kind: 'noise', fields: { channel: 'visit' } });

  test('who registered it has the follow link, the neighbour in the village has not', async () => {
    const { id } = await complaint();
    expect(await linkOf('secretary', id)).toBe(await linkOf('office', id));
    expect(await linkOf('riverChief', id)).toBeNull();
  });

  test('the follow page tells why it was declined', async () => {
    const { id } = await complaint();
    const path = await linkOf('office', id);
    await act('office', id, 'decline', { reason: '属邻县航道工程，已函告邻县' });
    expect(await follow(path)).toMatchObject({
      state: 'declined',
      declinedBecause: '属邻县航道工程，已函告邻县',
      successors: [],
    });
    await act('office', id, 'reopen', { reason: '再次反映' });
    expect((await follow(path)).declinedBecause).toBeNull();
    await act('office', id, 'assign', { ownerPostId: postId('secretary') });
  });

  test('merged or split, the follow page leads on to where it is worked on', async () => {
    const goes = await complaint();
    const again = await complaint();
    await act('office', again.id, 'merge', { targetId: goes.id, reason: '同一处' });
    const merged = await follow(await linkOf('office', again.id));
    expect(merged.successors.map((each) => each.number)).toEqual([goes.number]);
    expect(await follow(merged.successors[0]?.path)).toMatchObject({ number: goes.number });
    const parts = [
      { id: newId(COUNTY), title: '上段' },
      { id: newId(COUNTY), title: '下段' },
    ];
    await act('office', goes.id, 'split', { parts, reason: '两处' });
    const split = await follow(await linkOf('office', goes.id));
    expect(split.successors.map((each) => each.title)).toEqual(['上段', '下段']);
  });
});

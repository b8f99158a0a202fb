import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asOwner } from '../../platform/database/owner.ts';
import { GAOSHAN, postId } from '../../testing/townspeople.ts';
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

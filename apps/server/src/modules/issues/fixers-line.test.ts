import { newId } from '@qingshan/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inReach, systemReach } from '../../platform/index.ts';
import { COUNTY, LIUWAN, personId, postId, termId } from '../../testing/townspeople.ts';
import { ledger } from './tables.ts';
import { openWalk, refusal, type Walk } from './walk.testing.ts';

let walk: Walk;
beforeAll(async () => {
  walk = await openWalk();
});
afterAll(() => walk.town.close());

const reportsTo = (superior: string | null) =>
  walk.town.as('office').call('savePost', {
    params: { id: postId('riverChief') },
    body: {
      kind: 'river_chief',
      title: '柳湾村村级河长',
      placeCode: LIUWAN,
      zoneId: null,
      reachId: null,
      reportsToId: superior,
    },
  });
const verify = (issueId: string) => refusal(walk.act('zoneHead', issueId, 'verify', { message: '看过' }));

describe('the line of command of the moment when it was put right', () => {
  test('still binds the zone head when the office takes the superior away afterwards', async () => {
    const issueId = await walk.reportedBack();
    await reportsTo(null);
    expect((await verify(issueId)).code).toBe('verifier-not-independent');
    const shown = await walk.town.as('zoneHead').call('getIssue', { params: { id: issueId } });
    expect(shown.may).not.toContain('verify');
    await reportsTo(postId('zoneHead'));
  });

  test('grows with every time it is put right, and loses nobody', async () => {
    const issueId = await walk.reportedBack();
    await walk.act('office', issueId, 'sendBack', { reason: '还有垃圾' });
    await reportsTo(null);
    await walk.act('riverChief', issueId, 'reportBack', {
      message: '已清运干净',
      photos: [await walk.photo(), await walk.photo()],
    });
    expect((await verify(issueId)).code).toBe('verifier-not-independent');
    const rows = await inReach(walk.town.app.db, systemReach(COUNTY), (tx) =>
      ledger(tx).selectFrom('issue_fixers').select('in_line').where('issue_id', '=', issueId).execute(),
    );
    expect(rows.map((row) => row.in_line.toSorted())).toEqual([
      [personId('mayor'), personId('zoneHead'), personId('riverChief')].toSorted(),
    ]);
    await reportsTo(postId('zoneHead'));
  });

  test('still binds the zone head after the fixer handed the post over', async () => {
    const issueId = await walk.reportedBack();
    await walk.town.as('office').call('handOver', {
      params: { id: postId('riverChief') },
      body: {
        termId: termId('riverChief'),
        newTermId: newId(COUNTY),
        toPersonId: personId('colleague'),
        on: '2026-05-06',
        reason: '轮岗',
      },
    });
    expect((await verify(issueId)).code).toBe('verifier-not-independent');
    expect((await walk.act('office', issueId, 'verify', { message: '看过' })).state).toBe('verified');
  });
});

test('functions that look past row security answer for the county of the reach only', async () => {
  const photo = await walk.photo();
  const first = await walk.raise('keeper', { photos: [photo] });
  walk.town.clock.moveTo('2026-05-06T10:00:00+08:00');
  const second = await walk.raise('keeper', { photos: [photo] });
  const asked = (county: string) =>
    inReach(walk.town.app.db, systemReach(county), async (tx) => {
      const parties = [postId('keeper'), postId('secretary'), postId('riverChief'), postId('office')];
      const count = async (call: ReturnType<typeof sql>) =>
        (await sql`select * from ${call} answer`.execute(tx)).rows.length > 0;
      return [
        await count(sql`issues_with_words(${COUNTY}, ${['垃圾']}::text[], 10)`),
        await count(sql`towns_of_parties(${COUNTY}, ${parties}::text[])`),
        await count(sql`issues_of_parties(${COUNTY}, ${parties}::text[])`),
        await count(sql`files_used_before(${COUNTY}, ${second.id}, ${[photo]}::text[])`),
        await count(sql`file_uses(${COUNTY}, ${[photo]}::text[], ${first.id})`),
      ];
    });
  expect(await asked(COUNTY)).toEqual([true, true, true, true, true]);
  expect(await asked('990122')).toEqual([false, false, false, false, false]);
});

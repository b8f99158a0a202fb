import { overviewQuery } from '@qingshan/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COUNTY, LIUWAN, postId, QINGXI } from '../../testing/townspeople.ts';
import { openWalk, refusal, type Walk } from './walk.testing.ts';

let town: Walk['town'];
let raise: Walk['raise'];
let act: Walk['act'];
beforeAll(async () => {
  ({ town, raise, act } = await openWalk());
  await raise('keeper');
  await raise('secretary', { placeCode: LIUWAN });
  await raise('office', { placeCode: LIUWAN, source: 'town' });
  await raise('office', { placeCode: QINGXI, source: 'town' });
  await closed('2026-05-07T09:00:00+08:00');
  await closed('2026-05-29T09:00:00+08:00');
});
afterAll(() => town.close());

/** Accepted on 6 May, due a few working days later. */
async function closed(at: string) {
  town.clock.moveTo('2026-05-06T09:00:00+08:00');
  const { id } = await raise('secretary', { kind: 'noise' });
  await act('office', id, 'accept');
  await act('office', id, 'assign', { ownerPostId: postId('secretary') });
  await act('secretary', id, 'rectify', { measure: '劝止' });
  await act('secretary', id, 'reportBack', { message: '好了' });
  await act('discipline', id, 'verify', { message: '好' });
  town.clock.moveTo(at);
  await act('office', id, 'close', { message: '销号' });
}

const listed = async (query: string) =>
  town.as('office').call('listIssues', { query: Object.fromEntries(new URLSearchParams(query)) });
const overview = (place?: string) => town.as('office').call('getOverview', { query: place ? { place } : {} });

test.each([
  ['a village', LIUWAN, '村本级'],
  ['a town', QINGXI, '镇本级'],
])('the rows of %s add up to the whole, with what lies at the place itself', async (_, place, name) => {
  const { total, open, byPlace } = await overview(place);
  const sum = (key: 'total' | 'open') => byPlace.reduce((all, row) => all + row[key].count, 0);
  expect(sum('total')).toBe(total.count);
  expect(sum('open')).toBe(open.count);
  const own = byPlace.at(-1);
  expect(own).toMatchObject({ name, total: { count: place === LIUWAN ? 2 : 1 } });
  for (const row of byPlace) {
    expect((await listed(row.total.query)).total).toBe(row.total.count);
    expect((await listed(row.open.query)).total).toBe(row.open.count);
  }
});

test('late and judged figures open the lists that they count, and a line tells how it was closed', async () => {
  const { judged, late, onTimePercent } = await overview();
  expect([judged.count, late.count, onTimePercent]).toEqual([2, 1, 50]);
  expect((await listed(judged.query)).items.map((issue) => issue.closedInTime).toSorted()).toEqual([
    false,
    true,
  ]);
  expect((await listed(late.query)).items.map((issue) => issue.closedInTime)).toEqual([false]);
  expect((await listed('inTime=true')).items.map((issue) => issue.closedInTime)).toEqual([true]);
  expect((await listed('state=open')).items.every((issue) => issue.closedInTime === null)).toBe(true);
});

test('a place that is none is refused', async () => {
  for (const place of ['abc', '99', '%'])
    expect((await refusal(town.as('office').call('getOverview', { query: { place } }))).code).toMatch(
      /^(invalid-input|not-found)$/,
    );
  // The client leaves empty texts out; one typed into the address is refused by the contract.
  expect(overviewQuery.safeParse({ place: '' }).success).toBe(false);
  const unknown = town.as('office').call('getOverview', { query: { place: `${QINGXI.slice(0, 9)}987` } });
  expect((await refusal(unknown)).code).toBe('not-found');
  expect((await overview(COUNTY).catch((error) => error.problem)).code).toBe('not-found');
});

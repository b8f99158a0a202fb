import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  GAOSHAN,
  id,
  LIUWAN,
  openTown,
  postId,
  TAOYUAN,
  type Town,
  type TownsmanKey,
} from '../../testing/townspeople.ts';

let town: Town;
const REACH = id(80);
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const save = (who: TownsmanKey, more: Record<string, unknown> = {}, reach = REACH) =>
  town.inject(who, {
    method: 'PUT',
    url: `/api/reaches/${reach}`,
    payload: { river: '清溪河', name: '柳湾段', villages: [LIUWAN], ...more },
  });
const line = (...coordinates: [number, number][]) => ({ type: 'LineString', coordinates });

it('a reach is set up by the office, its length comes from the line', async () => {
  // 0.1° of latitude are 11.1 km.
  const answer = await save('office', { line: line([102.1, 27], [102.1, 27.1]) });
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toMatchObject({ lengthKm: 11.1, villages: [{ name: '柳湾村' }], mayEdit: true });
  expect((await save('office')).json()).toMatchObject({ lengthKm: null, line: null });
  const listed = await town.as('secretary').call('listReaches', {});
  expect(listed.items.map((reach) => [reach.name, reach.mayEdit])).toEqual([['柳湾段', false]]);
});

it('a river chief bound to it sees and answers for its villages, at once', async () => {
  const place = `/api/places/${TAOYUAN}`;
  const sees = async () => (await town.inject('riverChief', { method: 'GET', url: place })).statusCode;
  expect(await sees()).toBe(404);
  const post = await town.as('office').call('getPost', { params: { id: postId('riverChief') } });
  await save('office', { villages: [LIUWAN, TAOYUAN] });
  await town.as('office').call('savePost', {
    params: { id: post.id },
    body: {
      kind: post.kind,
      title: '柳湾段河长',
      placeCode: LIUWAN,
      reachId: REACH,
      reportsToId: post.reportsToId,
    },
  });
  expect(await sees()).toBe(200);
  const answer = await town
    .as(null)
    .call('getResponsible', { params: { code: TAOYUAN }, query: { about: 'water' } });
  expect(answer.posts.find((one) => one.postId === answer.first[0])?.title).toBe('柳湾村柳湾段河长');
  const [reach] = (await town.as('office').call('listReaches', {})).items;
  expect(reach?.chiefs).toEqual([{ title: '柳湾段河长', name: '李水生' }]);
});

it('is refused without villages, with a line that is none, along villages of another town', async () => {
  for (const [more, sentence] of [
    [{ villages: [] }, '至少选一个'],
    [{ villages: ['990121101999'] }, '涉及您管辖范围以外|没有代码'],
    [{ line: line([102.1, 27]) }, '至少有两个点'],
    [{ line: { type: 'Point', coordinates: [102, 27] } }, '至少有两个点'],
    [{ line: line(...Array.from({ length: 2001 }, (): [number, number] => [102, 27])) }, '最多 2000 个'],
  ] as const) {
    const answer = await save('office', more, id(81));
    expect([answer.statusCode >= 400, answer.json().title]).toEqual([true, expect.stringMatching(sentence)]);
  }
  expect((await save('office', { villages: [LIUWAN, GAOSHAN] }, id(81))).statusCode).toBe(403);
  expect((await save('admin', { villages: [LIUWAN, GAOSHAN] }, id(81))).statusCode).toBe(200);
  // A reach through both towns is the county's: the office of one of them may not change it.
  expect((await save('office', {}, id(81))).statusCode).toBe(403);
  const mine = (await town.as('office').call('listReaches', {})).items.find((reach) => reach.id === id(81));
  expect(mine?.mayEdit).toBe(false);
});

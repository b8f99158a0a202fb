import type { Category } from '@qingshan/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inReach, publicReach, Refusal, type SignedInContext } from '../../platform/index.ts';
import {
  COUNTY,
  idOf,
  LIUWAN,
  openTestCounty,
  QINGXI,
  TAOYUAN,
  type TestCounty,
  YUNLING,
} from '../../testing/county.ts';
import {
  actorOf,
  childrenOf,
  describeMe,
  findOwner,
  locate,
  type OpenWork,
  placeNames,
  placePosition,
  responsibilityRoutes,
  savePlace,
  saveTownSetting,
  saveZone,
  villagesOf,
} from './index.ts';

let county: TestCounty;
const GROUP = `${LIUWAN}G01`;
const HOUSEHOLD = `${GROUP}H001`;
const GRID = `${LIUWAN}W01`;
const work: OpenWork = {
  byPost: async () => new Map(),
  byPlace: async (_tx, _county, prefixes) =>
    new Map(prefixes.map((prefix) => [prefix, { open: 2, overdue: 1 }])),
};
const routes = responsibilityRoutes(work);
const posts = { keeper: '', secretary: '', head: '', mayor: '', river: '', department: '' };

const openContext = () => ({ app: county.app, actor: null }) as unknown as SignedInContext;
async function contextOf(personId: string): Promise<SignedInContext> {
  const session = { personId, countyCode: COUNTY, account: 'a', name: 'n', sessionId: 's' };
  return { app: county.app, actor: await actorOf(county.app, session) } as unknown as SignedInContext;
}
const ask = (code: string, query: { on?: string; about?: Category } = {}) =>
  routes.getResponsible(openContext(), { params: { code }, query, body: undefined });
const ownerOf = (
  code: string,
  kinds: Parameters<typeof findOwner>[3],
  issueKind?: string,
  on = '2026-05-06',
) => county.asSystem((tx) => findOwner(tx, COUNTY, code, kinds, on, issueKind));
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );

function refusedSentence(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  throw error;
}

beforeAll(async () => {
  county = await openTestCounty();
  await county.asSystem(async (tx) => {
    await savePlace(tx, county.author, { code: GRID, kind: 'grid', name: '沿河网格' });
    await savePlace(tx, county.author, { code: GROUP, kind: 'group', name: '1组', gridCode: GRID });
    await savePlace(tx, county.author, { code: HOUSEHOLD, kind: 'household', name: '张家' });
    await saveZone(tx, county.author, {
      id: idOf('zone', 1),
      name: '滨河片',
      kind: 'riverside',
      townCode: QINGXI,
      villages: [LIUWAN, TAOYUAN],
    });
  });
  posts.keeper = await county.post(1, 'grid_keeper', GRID);
  posts.secretary = await county.post(2, 'village_secretary', LIUWAN, { title: '柳湾村党支部书记' });
  posts.head = await county.post(3, 'zone_head', QINGXI, { zoneId: idOf('zone', 1) });
  posts.mayor = await county.post(4, 'town_mayor', QINGXI);
  posts.department = await county.post(5, 'town_department', QINGXI, {
    title: '镇执法队',
    issueKinds: ['air'],
  });
  const people: [string, string][] = [
    [posts.keeper, '周网格'],
    [posts.secretary, '孙书记'],
    [posts.head, '何片长'],
    [posts.mayor, '马镇长'],
    [posts.department, '罗队长'],
  ];
  for (const [at, [post, name]] of people.entries())
    await county.appoint(
      at + 1,
      await county.person(at + 1, name, `1390000000${at}`),
      post,
      '2026-01-01',
      at === 0 ? '2026-05-03' : null,
    );
});
afterAll(() => county.close());

describe('who answers', () => {
  it('is asked without login, for any place, up the whole chain, without phones', async () => {
    const answer = await ask(HOUSEHOLD);
    expect(answer.path.map((step) => step.name)).toEqual(['青山县', '清溪镇', '柳湾村', '1组']);
    expect(
      answer.posts.map((post) => [post.title, post.holders.map((holder) => holder.name), post.vacant]),
    ).toEqual(
      [
        ['沿河网格网格员', [], true],
        ['柳湾村党支部书记', ['孙书记'], false],
        ['清溪镇片长', ['何片长'], false],
        ['镇执法队', ['罗队长'], false],
        ['清溪镇镇长', ['马镇长'], false],
      ].map((row) => (row[0] === '镇执法队' ? ['清溪镇镇执法队', ...row.slice(1)] : row)),
    );
    expect(JSON.stringify(answer)).not.toMatch(/1390000|-01920000-0000-7000-8000-00000000100/);
  });

  it('on a past day names who held the post then', async () => {
    const answer = await ask(GROUP, { on: '2026-05-03' });
    expect(answer.posts[0]).toMatchObject({ vacant: false, holders: [{ name: '周网格', to: '2026-05-03' }] });
  });

  it('shows phones once the town decides so', async () => {
    const phoneOfSecretary = async () =>
      (await ask(LIUWAN)).posts.find((post) => post.kind === 'village_secretary')?.holders[0]?.phone;
    await county.asSystem((tx) =>
      saveTownSetting(tx, county.author, { townCode: QINGXI, showsPhones: true }),
    );
    expect(await phoneOfSecretary()).toBe('13900000001');
    await county.asSystem((tx) =>
      saveTownSetting(tx, county.author, { townCode: QINGXI, showsPhones: false }),
    );
    expect(await phoneOfSecretary()).toBeNull();
  });

  it('of a village: its grid keepers too; first whom one would call, by the kind of problem', async () => {
    const titles = async (...asked: Parameters<typeof ask>) => {
      const { posts: all, first } = await ask(...asked);
      return first.map((postId) => all.find((post) => post.postId === postId)?.title);
    };
    const on = '2026-05-03';
    const { posts: all } = await ask(LIUWAN, { on });
    expect(all.map((post) => [post.level, post.kindLabel])).toEqual([
      ['group', '网格员'],
      ['village', '村支书'],
      ['zone', '片长'],
      ['town', '镇部门站所'],
      ['town', '镇长'],
    ]);
    expect(await titles(LIUWAN, { on })).toEqual(['柳湾村党支部书记', '沿河网格网格员', '清溪镇片长']);
    expect(await titles(LIUWAN, { on, about: 'industry' })).toEqual([
      '柳湾村党支部书记',
      '沿河网格网格员',
      '清溪镇片长',
    ]);
    expect(await titles(LIUWAN, { on, about: 'air' })).toEqual([
      '沿河网格网格员',
      '柳湾村党支部书记',
      '清溪镇镇执法队',
    ]);
    // Vacant on this day: passed over, still in the list.
    expect(await titles(LIUWAN, { on: '2026-05-06' })).not.toContain('沿河网格网格员');
    expect((await ask(LIUWAN, { on: '2026-05-06' })).posts[0]).toMatchObject({
      kind: 'grid_keeper',
      vacant: true,
    });
    expect(await titles(QINGXI, { on })).toEqual(['清溪镇镇长']);
  });

  it('for a place that is not there is refused', async () => {
    expect(await codeOf(ask('990121101999'))).toBe('not-found');
  });
});

describe('the owner of a problem', () => {
  const kinds = ['grid_keeper', 'group_head', 'village_secretary', 'zone_head'] as const;

  it('is the first kind that is held, from the smallest place up; vacancies are told', async () => {
    const owner = await ownerOf(HOUSEHOLD, kinds);
    expect(owner).toMatchObject({ postId: posts.secretary, name: '柳湾村党支部书记 孙书记' });
    expect(owner.why).toBe('沿河网格网格员空缺，由柳湾村党支部书记负责');
    expect((await ownerOf(HOUSEHOLD, kinds, undefined, '2026-05-03')).postId).toBe(posts.keeper);
  });

  it('is the head of the zone where a village has no one', async () => {
    expect((await ownerOf(TAOYUAN, kinds)).postId).toBe(posts.head);
  });

  it('is the department that names the kind or its category', async () => {
    expect((await ownerOf(LIUWAN, ['town_department', 'village_secretary'], 'dust')).postId).toBe(
      posts.department,
    );
    expect((await ownerOf(LIUWAN, ['town_department', 'village_secretary'], 'outfall')).postId).toBe(
      posts.secretary,
    );
  });

  it('is nobody where no post is set up, and the sentence says so', async () => {
    const owner = await ownerOf('990121102201', kinds);
    expect([owner.postId, owner.candidates, owner.why]).toEqual([
      null,
      [],
      expect.stringContaining('还没有设置'),
    ]);
  });
});

describe('places', () => {
  it('have names with their path, positions from above, children', async () => {
    await county.asSystem(async (tx) => {
      const names = await placeNames(tx, [GROUP, QINGXI, `${COUNTY}000000`, '990121101777']);
      expect(names.get(GROUP)).toEqual({ name: '1组', pathName: '清溪镇·柳湾村·1组' });
      expect(names.get(`${COUNTY}000000`)?.pathName).toBe('青山县');
      expect(names.has('990121101777')).toBe(false);
      expect(await placePosition(tx, HOUSEHOLD)).toEqual({ lon: 102.1, lat: 27.1 });
      expect((await childrenOf(tx, LIUWAN)).map((place) => place.code)).toEqual([GROUP, GRID]);
      expect((await villagesOf(tx, QINGXI)).map((place) => place.name)).toEqual(['柳湾村', '桃源村']);
    });
  });

  it('are found by position: smallest polygon, edge inside, else the nearest', async () => {
    const at = (lon: number, lat: number) => county.asSystem((tx) => locate(tx, COUNTY, lon, lat));
    expect(await at(102.05, 27.05)).toEqual({ code: LIUWAN, exact: true });
    expect(await at(102.2, 27.1)).toEqual({ code: LIUWAN, exact: true });
    expect(await at(102.45, 27.45)).toEqual({ code: QINGXI, exact: true });
    expect(await at(101.95, 27.1)).toEqual({ code: LIUWAN, exact: false });
    expect(await at(110, 30)).toEqual({ code: null, exact: false });
  });

  it("of another reach do not exist on the page; above one's own no counts are told of the others", async () => {
    const keeper = await contextOf(idOf('person', 2));
    const page = (context: SignedInContext, code: string) =>
      routes.getPlace(context, { params: { code }, query: undefined, body: undefined });
    const own = await page(keeper, LIUWAN);
    expect(own).toMatchObject({
      zone: { name: '滨河片' },
      mayEdit: false,
      children: [{ open: 2 }, { open: 2 }],
    });
    expect(await codeOf(page(keeper, TAOYUAN))).toBe('not-found');
    const town = await page(keeper, QINGXI);
    expect(town.children.map((child) => child.open)).toEqual([2, 0]);
  });

  it('are searched by name and within', async () => {
    const search = (query: { q?: string; within?: string; parent?: string }) =>
      routes.searchPlaces(openContext(), {
        params: undefined,
        query: { limit: 50, ...query },
        body: undefined,
      });
    expect((await search({ q: '湾', within: COUNTY })).items.map((place) => place.pathName)).toEqual([
      '清溪镇·柳湾村',
    ]);
    expect((await search({ parent: LIUWAN })).items).toHaveLength(2);
    expect((await search({ q: '100%', within: COUNTY })).items).toEqual([]);
  });

  it('show nothing of a county to a transaction without its key', async () => {
    const seen = await inReach(county.app.db, publicReach('990122'), (tx) => childrenOf(tx, LIUWAN));
    expect(seen).toEqual([]);
  });

  it('lie in their village where its boundary is known, a few metres of drawing aside', async () => {
    const save = (village: string, corners: [number, number][], position?: { lon: number; lat: number }) =>
      county
        .asSystem((tx) =>
          savePlace(tx, county.author, {
            code: `${village}W31`,
            kind: 'grid',
            name: '画的网格',
            position: position ?? null,
            boundary: { type: 'Polygon', coordinates: [[...corners, corners[0]]] },
          }),
        )
        .then(() => '收下', refusedSentence);
    const from = (west: number): [number, number][] => [
      [west, 27.05],
      [102.1, 27.05],
      [102.1, 27.1],
      [west, 27.1],
    ];
    expect(await save(LIUWAN, from(102.01))).toBe('收下');
    // 0.00008° of longitude are about 8 m here, 0.0003° about 30 m.
    expect(await save(LIUWAN, from(101.99992))).toBe('收下');
    expect(await save(LIUWAN, from(101.9997))).toMatch(/边界有一处.*超出柳湾村边界约 30 米/);
    expect(await save(LIUWAN, from(110))).toMatch(/超出柳湾村边界约 \d+\.\d 公里/);
    expect(await save(LIUWAN, from(102.01), { lon: 102.3, lat: 27.05 })).toMatch(/^位置.*超出柳湾村边界/);
    expect(await save('990121102201', from(110))).toBe('收下');
  });

  it('are refused with the wrong letter, without a parent, with an open ring', async () => {
    const save = (input: Parameters<typeof savePlace>[2]) =>
      codeOf(county.asSystem((tx) => savePlace(tx, county.author, input)));
    expect(await save({ code: `${LIUWAN}W09`, kind: 'group', name: '9组' })).toBe('invalid-input');
    expect(await save({ code: `${LIUWAN}G09H001`, kind: 'household', name: '李家' })).toBe('unknown-place');
    expect(await save({ code: '990121101777G01', kind: 'group', name: '1组' })).toBe('unknown-place');
    const open = {
      type: 'Polygon',
      coordinates: [
        [
          [102, 27],
          [102.1, 27],
          [102.1, 27.1],
          [102, 27.1],
        ],
      ],
    };
    expect(await save({ code: `${LIUWAN}W02`, kind: 'grid', name: '二网格', boundary: open })).toBe(
      'invalid-input',
    );
  });
});

it('me: posts, rights and the area where maps open', async () => {
  const session = {
    personId: idOf('person', 3),
    countyCode: COUNTY,
    account: 'he',
    name: '何片长',
    sessionId: 's',
  };
  expect(await describeMe(county.app, session)).toMatchObject({
    countyName: '青山县',
    roles: ['zone'],
    reach: [LIUWAN, TAOYUAN],
    area: [102, 27, 102.4, 27.2],
  });
});

it('a town office does not appoint who oversees it, nor anyone in another town', async () => {
  const office = await county.post(60, 'town_office', QINGXI);
  const yao = await county.person(60, '姚主任');
  await county.appoint(60, yao, office);
  const context = await contextOf(yao);
  const save = (number: number, kind: 'town_admin' | 'group_head' | 'county_department', placeCode: string) =>
    codeOf(
      routes.savePost(context, {
        params: { id: idOf('post', number) },
        query: undefined,
        body: { kind, title: '岗位', placeCode, zoneId: null, reachId: null, reportsToId: null },
      }),
    );
  expect(await save(61, 'town_admin', QINGXI)).toBe('not-allowed');
  expect(await save(62, 'group_head', YUNLING)).toBe('not-found');
  expect(await save(63, 'county_department', QINGXI)).toBe('invalid-input');
  expect(await save(64, 'group_head', GROUP)).toBeNull();
});

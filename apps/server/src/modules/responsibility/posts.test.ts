import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asOwner } from '../../platform/database/owner.ts';
import { Refusal } from '../../platform/index.ts';
import {
  COUNTY,
  idOf,
  LIUWAN,
  openTestCounty,
  QINGXI,
  TAOYUAN,
  type TestCounty,
} from '../../testing/county.ts';
import {
  actorOf,
  endTerm,
  handOver,
  holdersOf,
  lineOfCommand,
  personsInLine,
  postLabels,
  savePost,
  startTerm,
} from './index.ts';
import { findPosts } from './queries/posts.ts';

let county: TestCounty;
let wang: string;
let li: string;
let zhao: string;
const noWork = async () => new Map<string, number>();

beforeAll(async () => {
  county = await openTestCounty();
  wang = await county.person(1, '王建国', '13800000001');
  li = await county.person(2, '李秀英');
  zhao = await county.person(3, '赵铁柱');
});
afterAll(() => county.close());

const session = (personId: string) => ({
  personId,
  countyCode: COUNTY,
  account: 'a',
  name: 'n',
  sessionId: 's',
});
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof Refusal ? error : Promise.reject(error)),
  );

describe('a post marked single', () => {
  it('refuses a second holder and says who holds it', async () => {
    const post = await county.post(1, 'village_secretary', LIUWAN);
    await county.appoint(1, wang, post);
    const refused = await refusal(county.appoint(2, li, post, '2026-03-01'));
    expect(refused?.code).toBe('post-already-held');
    expect(refused?.message).toContain('王建国');
  });

  it('refuses one of two that come at the same moment', async () => {
    const post = await county.post(2, 'river_chief', LIUWAN);
    const outcomes = await Promise.all([
      refusal(county.appoint(3, wang, post)),
      refusal(county.appoint(4, li, post)),
    ]);
    expect(outcomes.map((one) => one?.code ?? 'held').sort()).toEqual(['held', 'post-already-held']);
  });

  it('is refused by the database itself, without our code', async () => {
    const insert = county.asSystem((tx) =>
      tx
        .withTables<{ terms: Record<string, unknown> }>()
        .insertInto('terms')
        .values({
          county_code: COUNTY,
          id: idOf('term', 99),
          post_id: idOf('post', 1),
          person_id: li,
          single: true,
          during: '[2026-02-01,)',
        })
        .execute(),
    );
    await expect(insert).rejects.toThrow(/terms_one_holder/);
  });

  it('lets several hold a post that is not single, but no one twice', async () => {
    const post = await county.post(3, 'ranger', LIUWAN);
    await county.appoint(5, wang, post);
    await county.appoint(6, li, post);
    expect((await refusal(county.appoint(7, li, post)))?.code).toBe('post-already-held');
  });
});

describe('terms', () => {
  it('started twice with the same content is one; with other content it is refused', async () => {
    const post = await county.post(4, 'zone_head', QINGXI);
    await county.appoint(10, zhao, post);
    await county.appoint(10, zhao, post);
    expect((await refusal(county.appoint(10, li, post)))?.code).toBe('already-exists-with-other-content');
  });

  it('refuses days in 1901 and an end before the beginning', async () => {
    const post = idOf('post', 4);
    expect((await refusal(county.appoint(11, li, post, '1901-01-01')))?.code).toBe('date-out-of-range');
    expect((await refusal(county.appoint(11, li, post, '2026-05-02', '2026-05-01')))?.code).toBe(
      'date-out-of-range',
    );
  });

  it('give rights that end with the term', async () => {
    const chen = await county.person(4, '陈长河');
    const post = await county.post(5, 'grid_keeper', LIUWAN);
    await county.appoint(12, chen, post, '2026-05-06', '2026-05-07');
    expect((await actorOf(county.app, session(chen))).prefixes).toEqual([LIUWAN]);
    county.clock.moveTo('2026-05-07T23:59:00+08:00');
    expect((await actorOf(county.app, session(chen))).roles).toEqual(['keeper']);
    county.clock.moveTo('2026-05-08T00:00:00+08:00');
    const after = await actorOf(county.app, session(chen));
    expect([after.roles, after.prefixes, after.posts]).toEqual([[], [], []]);
    county.clock.moveTo('2026-05-06T09:00:00+08:00');
  });

  it('end on a day, and the post shows as vacant since the next', async () => {
    const post = idOf('post', 1);
    await county.asSystem((tx) =>
      endTerm(tx, county.author, { postId: post, termId: idOf('term', 1), to: '2026-05-03', reason: '调任' }),
    );
    const found = await county.asSystem((tx) =>
      findPosts(
        tx,
        COUNTY,
        { vacant: 'true', kind: 'village_secretary', page: 1, size: 10 },
        '2026-05-06',
        noWork,
      ),
    );
    expect(found).toMatchObject({
      total: 1,
      vacantTotal: 1,
      items: [{ id: post, vacantSince: '2026-05-04' }],
    });
    const on = (day: string) => county.asSystem((tx) => holdersOf(tx, COUNTY, post, day));
    expect([await on('2026-05-03'), await on('2026-05-04')]).toEqual([[wang], []]);
  });
});

describe('handover', () => {
  it('ends one term, begins the next and tells the open work in one act', async () => {
    const post = await county.post(6, 'forest_chief', TAOYUAN);
    await county.appoint(20, wang, post);
    const input = {
      postId: post,
      termId: idOf('term', 20),
      newTermId: idOf('term', 21),
      toPersonId: li,
      on: '2026-05-06',
      reason: '轮岗',
    };
    const act = () => county.asSystem((tx) => handOver(tx, county.author, input, async () => 3));
    const done = await act();
    expect(done).toMatchObject({
      ended: { to: '2026-05-05' },
      started: { personId: li, from: '2026-05-06' },
      openIssuesPassed: 3,
    });
    expect(await act()).toEqual(done);
    const before = await county.asSystem((tx) => postLabels(tx, COUNTY, [post], '2026-05-05'));
    expect(before.get(post)?.holders).toEqual([{ personId: wang, name: '王建国' }]);
    const rows = await asOwner(county.ownerUrl, async (owner) => {
      const told = await owner.query<{ details: string }>(
        `select details from journal where kind = 'post.handOver' and subject_id = $1`,
        [post],
      );
      return told.rows;
    });
    expect(rows).toHaveLength(1);
    expect(rows[0]?.details).not.toMatch(/王建国|李秀英/);
  });

  it('to the same person is refused', async () => {
    const input = {
      postId: idOf('post', 6),
      termId: idOf('term', 21),
      newTermId: idOf('term', 22),
      toPersonId: li,
      on: '2026-06-01',
      reason: '轮岗',
    };
    expect(
      (await refusal(county.asSystem((tx) => handOver(tx, county.author, input, async () => 0))))?.code,
    ).toBe('invalid-input');
  });
});

describe('line of command', () => {
  it('is everything above and below, not what stands beside; circles are refused', async () => {
    const mayor = await county.post(30, 'town_mayor', QINGXI);
    const head = await county.post(31, 'zone_head', QINGXI, { reportsToId: mayor });
    const secretary = await county.post(32, 'village_secretary', TAOYUAN, { reportsToId: head });
    const beside = await county.post(33, 'village_secretary', '990121102201', { reportsToId: head });
    const keeper = await county.post(34, 'grid_keeper', TAOYUAN, { reportsToId: secretary });
    const sun = await county.person(30, '孙书记');
    const zhou = await county.person(31, '周网格');
    const wu = await county.person(32, '吴书记');
    await county.appoint(30, sun, secretary);
    await county.appoint(31, zhou, keeper);
    await county.appoint(32, wu, beside);
    const line = await county.asSystem((tx) => lineOfCommand(tx, COUNTY, sun, '2026-05-06'));
    expect([...line].sort()).toEqual([mayor, head, secretary, keeper].sort());
    const persons = await county.asSystem((tx) => personsInLine(tx, COUNTY, [zhou], '2026-05-06'));
    expect([...persons].sort()).toEqual([sun, zhou].sort());
    const circle = county.asSystem((tx) =>
      savePost(tx, county.author, {
        id: mayor,
        kind: 'town_mayor',
        title: '镇长',
        placeCode: QINGXI,
        reportsToId: keeper,
      }),
    );
    expect((await refusal(circle))?.code).toBe('invalid-input');
  });

  it('cannot be made a circle by two who save at the same moment', async () => {
    const [one, two] = [
      await county.post(40, 'town_office', QINGXI),
      await county.post(41, 'town_office', QINGXI),
    ];
    const link = (id: string, reportsToId: string) =>
      refusal(
        county.asSystem((tx) =>
          savePost(tx, county.author, {
            id,
            kind: 'town_office',
            title: '镇环保办',
            placeCode: QINGXI,
            reportsToId,
          }),
        ),
      );
    const outcomes = await Promise.all([link(one, two), link(two, one)]);
    expect(outcomes.filter(Boolean)).toHaveLength(1);
  });
});

it('a term needs a person of the county', async () => {
  const post = await county.post(50, 'group_head', LIUWAN);
  const stranger = {
    id: idOf('term', 50),
    postId: post,
    personId: idOf('person', 777),
    from: '2026-05-01',
    to: null,
  };
  expect((await refusal(county.asSystem((tx) => startTerm(tx, county.author, stranger))))?.code).toBe(
    'not-found',
  );
});

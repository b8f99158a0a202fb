import { sourceCodes, stateCodes } from '@qingshan/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inReach, systemReach } from '../../apps/server/src/platform/index.ts';
import { sealCounty } from '../../apps/server/src/platform/journal/seal.ts';
import { verifyCounty } from '../../apps/server/src/platform/journal/verify.ts';
import { openTestApp, type TestApp } from '../../apps/server/src/testing/database.ts';
import { demoLogins, seedDemo, shownLogins } from './index.ts';

const COUNTY = '990121';
const TODAY = '2026-05-06';

let opened: TestApp;

/** Rows as the county's own system sees them. */
async function rows<T extends object>(query: string): Promise<T[]> {
  const client = await opened.pool.connect();
  try {
    await client.query('begin');
    await client.query("select set_config('app.county', $1, true), set_config('app.reach', '{\"\"}', true)", [
      COUNTY,
    ]);
    return (await client.query<T>(query)).rows;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const count = async (query: string): Promise<number> => Number((await rows<{ n: string }>(query))[0]?.n);

const sizes = () =>
  rows(
    `select (select count(*) from issues) as issues, (select count(*) from journal) as journal, (select count(*) from files) as files,
      (select count(*) from people) as people, (select count(*) from posts) as posts, (select count(*) from terms) as terms,
      (select count(*) from places) as places, (select count(*) from auth_user) as accounts, (select count(*) from notices) as notices`,
  );

beforeAll(async () => {
  opened = await openTestApp();
  await expect(seedDemo(opened.app, opened.pool, stopAt(60))).rejects.toThrow('pulled');
  await seedDemo(opened.app, opened.pool, () => undefined);
}, 240_000);

afterAll(() => opened.close());

/** Pulls the plug when so many hundredths of the story are told. */
function stopAt(hundredths: number) {
  return (sentence: string) => {
    if (sentence.includes(`${hundredths}%`)) throw new Error('the plug was pulled');
  };
}

const cadres = (condition: string) =>
  count(`select count(distinct t.person_id) as n from terms t join posts p on p.county_code = t.county_code and p.id = t.post_id
    where t.during @> '${TODAY}'::date and ${condition}`);

describe('the demo county', () => {
  it('has three towns with 23, 27 and 15 villages', async () => {
    const towns = await rows(
      `select parent_code as town, count(*)::int as villages from divisions where level = 5 group by 1 order by 1`,
    );
    expect(towns).toEqual([
      { town: '990121101000', villages: 23 },
      { town: '990121102000', villages: 27 },
      { town: '990121103000', villages: 15 },
    ]);
  });

  it('counts 37 town and 216 village cadres and three zones in 清溪镇', async () => {
    const ofTown = `(p.place_code = '990121101000' or (p.place_code like '990121101%' and p.kind = 'resident_cadre'))`;
    expect(await cadres(ofTown)).toBe(37);
    const ofVillages = `p.place_code like '990121101%' and p.place_code <> '990121101000' and p.kind <> 'resident_cadre'`;
    expect(await cadres(ofVillages)).toBe(216);
    expect(await count(`select count(*) as n from zones where town_code = '990121101000'`)).toBe(3);
  });

  it('tells at least 150 problems in every state and of every source', async () => {
    expect(await count('select count(*) as n from issues')).toBeGreaterThanOrEqual(150);
    const found = await rows<{ state: string; source: string }>('select distinct state, source from issues');
    expect(new Set(found.map((row) => row.state))).toEqual(new Set(stateCodes));
    expect(new Set(found.map((row) => row.source))).toEqual(new Set(sourceCodes));
  });

  it('numbers the problems of a year without a gap', async () => {
    const years = await rows<{ last: number; n: number; first: number }>(
      'select min(number_serial) as first, max(number_serial) as last, count(*)::int as n from issues group by number_year',
    );
    for (const year of years) expect([year.first, year.last]).toEqual([1, year.n]);
  });

  it('leaves no open problem with a post that nobody holds, but for the keeper who left', async () => {
    const vacant = await rows<{ title: string }>(
      `select p.title from issues i join posts p on p.county_code = i.county_code and p.id = i.owner_post_id
        where i.is_open and not exists (select 1 from terms t where t.county_code = p.county_code and t.post_id = p.id and t.during @> '${TODAY}'::date)`,
    );
    expect(vacant).toEqual([{ title: '黑石村第2网格网格员' }]);
  });

  it('let nobody verify what he or his line of command put right', async () => {
    const wrong = await rows(
      `select j.subject_id from journal j join issue_fixers f on f.county_code = j.county_code and f.issue_id = j.subject_id
        where j.kind = 'issue.verify' and j.actor_person_id = f.person_id`,
    );
    expect(wrong).toEqual([]);
    const inLine = await rows(
      `with recursive line as (
          select distinct f.issue_id, t.post_id from issue_fixers f join terms t on t.county_code = f.county_code and t.person_id = f.person_id
          union select l.issue_id, p.reports_to_id from line l join posts p on p.id = l.post_id where p.reports_to_id is not null)
        select j.subject_id from journal j join line l on l.issue_id = j.subject_id join terms t on t.post_id = l.post_id and t.person_id = j.actor_person_id
          and t.during @> (j.at at time zone 'Asia/Shanghai')::date where j.kind = 'issue.verify'`,
    );
    expect(inLine).toEqual([]);
  });

  it('shows deadlines near today, overdue ones, and others closed this month', async () => {
    const now = opened.clock.now().toISOString();
    expect(
      await count(`select count(*) as n from issues where is_open and due_at < '${now}'`),
    ).toBeGreaterThan(3);
    expect(
      await count(
        `select count(*) as n from issues where is_open and due_at between '${now}' and '${now}'::timestamptz + interval '5 days'`,
      ),
    ).toBeGreaterThan(2);
    expect(await count(`select count(*) as n from issues where closed_at >= '2026-05-01'`)).toBeGreaterThan(
      0,
    );
  });

  it('says who answered in 柳湾村 before and after the handover', async () => {
    const holders = await rows<{ name: string }>(
      `select person.name from terms t join posts p on p.id = t.post_id join people person on person.id = t.person_id
        where p.title = '柳湾村村支书' order by lower(t.during)`,
    );
    expect(holders).toEqual([{ name: '何长河' }, { name: '王大山' }]);
  });

  it('holds one photo that two problems show, and one taken before its problem was found', async () => {
    const reused = await rows<{ title: string }>(
      `select i.title from issue_files f join issues i on i.id = f.issue_id where f.sha256 in (select sha256 from issue_files group by 1 having count(*) > 1)`,
    );
    expect(reused.map((row) => row.title)).toContain('柳湾村河湾倾倒装修垃圾');
    expect(reused).toHaveLength(2);
    const old = await rows<{ title: string }>(
      `select i.title from issue_files f join issues i on i.id = f.issue_id join files on files.sha256 = f.sha256
        where f.phase = 'after' and files.taken_at < i.found_at - interval '1 day' and i.title <> '柳湾村河湾倾倒装修垃圾'`,
    );
    expect(old).toEqual([{ title: '码头村货场角落垃圾堆积' }]);
  });

  it('seals and verifies', async () => {
    const sealed = await sealCounty(opened.app.db, COUNTY, 'sha256', opened.clock.now());
    expect(sealed?.rowCount).toBeGreaterThan(2000);
    expect((await verifyCounty(opened.app.db, COUNTY)).findings).toEqual([]);
  });

  it('adds nothing when it is seeded again', async () => {
    const before = await sizes();
    await seedDemo(opened.app, opened.pool, () => undefined);
    expect(await sizes()).toEqual(before);
  });

  it('did each step once although it was interrupted on the way', async () => {
    const twice = await rows(
      `select subject_id, kind, at from journal where kind like 'issue.%' group by 1, 2, 3 having count(*) > 1`,
    );
    expect(twice).toEqual([]);
    const accounts = await inReach(opened.app.db, systemReach(COUNTY), (tx) =>
      tx.selectFrom('journal').select('subject_id').where('kind', '=', 'account.create').execute(),
    );
    expect(new Set(accounts.map((row) => row.subject_id)).size).toBe(accounts.length);
  });
});

describe('demo logins', () => {
  it('lists the shown accounts first, each once, without a database', () => {
    const logins = demoLogins();
    expect(logins.slice(0, shownLogins.length).map((login) => login.account)).toEqual(shownLogins);
    expect(new Set(logins.map((login) => login.account)).size).toBe(logins.length);
  });
});

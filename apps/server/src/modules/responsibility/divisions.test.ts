import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inReach, publicReach, type Tx } from '../../platform/index.ts';
import { openTestApp, type TestApp } from '../../testing/database.ts';
import { importDivisions, packagedDivisions, placeNames } from './index.ts';
import { pathOf, placeByCode } from './queries/places.ts';
import { shortVillageName, townKind, villageKind } from './rules/division-names.ts';

let opened: TestApp;
beforeAll(async () => {
  opened = await openTestApp();
});
afterAll(() => opened.close());

const load = (under: string, edition = '2023', folder = packagedDivisions()) =>
  importDivisions(opened.pool, {
    folder,
    edition,
    under,
    source: 'test',
    at: new Date('2026-05-06T00:00:00Z'),
  });
const read = <T>(work: (tx: Tx) => Promise<T>) => inReach(opened.app.db, publicReach(''), work);

describe('the published list', () => {
  it('comes in with what lies above, and a second time nothing changes', async () => {
    expect(await load('110101')).toMatchObject({ read: 189, added: 189, changed: 0 });
    expect(await load('110101')).toMatchObject({ read: 189, added: 0, changed: 0, outdated: 0 });
    const path = await read((tx) => pathOf(tx, '110101001001'));
    expect(path.map((step) => step.name)).toEqual(['北京市', '东城区', '东华门街道', '多福巷社区']);
  });

  it('hangs towns of a city without counties on the city', async () => {
    for (const [under, town, city] of [
      ['4419', '441900003000', '441900000000'],
      ['4420', '442000001000', '442000000000'],
      ['4604', '460400100000', '460400000000'],
      ['620201', '620201001000', '620200000000'],
    ] as const) {
      await load(under);
      const found = await read((tx) => placeByCode(tx, town));
      const above = await read((tx) => placeByCode(tx, city));
      expect([found?.parentCode, above?.kind]).toEqual([city, 'city']);
    }
  });

  it('takes a county that is listed as its own township once', async () => {
    await load('350527');
    expect(await read((tx) => placeByCode(tx, '350527000000'))).toMatchObject({
      name: '金门县',
      kind: 'county',
    });
  });

  it('keeps villages of one name in one county apart', async () => {
    await load('530113');
    const { rows } = await read((tx) =>
      sql<{
        code: string;
      }>`select d.code from divisions d where left(d.code, 6) = '530113' and d.level = 5 and d.name in (
        select name from divisions where left(code, 6) = '530113' and level = 5 group by name having count(*) > 1)`.execute(
        tx,
      ),
    );
    const names = await read((tx) =>
      placeNames(
        tx,
        rows.map((row) => row.code),
      ),
    );
    expect(rows.length).toBeGreaterThan(1);
    expect(new Set([...names.values()].map((name) => name.pathName)).size).toBe(rows.length);
  });

  it('keeps the older edition when a newer comes, and an older one does not become current', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'divisions-'));
    try {
      for (const file of ['provinces', 'cities', 'areas', 'streets', 'villages']) {
        const text = await readFile(join(packagedDivisions(), `${file}.csv`), 'utf8');
        const lines = text.split('\n').filter((line, at) => at === 0 || /^11(,|01,|0101)/.test(line));
        const changed = lines.filter((line) => !line.startsWith('110101001002,')).join('\n');
        await writeFile(join(folder, `${file}.csv`), changed.replace('多福巷社区居委会', '多福社区居委会'));
      }
      expect(await load('110101', '2024', folder)).toMatchObject({ added: 188, outdated: 189 });
      expect(await load('110101', '2022')).toMatchObject({ added: 189, outdated: 0 });
      const { rows } = await read((tx) =>
        sql<{
          edition: string;
          current: number;
        }>`select edition, (count(*) filter (where is_current))::int as current
          from divisions where left(code, 6) = '110101' group by 1 order by 1`.execute(tx),
      );
      expect(rows).toEqual([
        { edition: '2022', current: 0 },
        { edition: '2023', current: 0 },
        { edition: '2024', current: rows[2]?.current },
      ]);
      expect((await read((tx) => placeByCode(tx, '110101001001')))?.name).toBe('多福社区');
      expect((await read((tx) => placeByCode(tx, '110101001002')))?.name).toBe('银闸社区');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('kinds and short names', () => {
  it('are read from the name before the range of the code', () => {
    expect(townKind('110101101', '某某街道')).toBe('sub_district');
    expect(townKind('520100200', '某苗族乡')).toBe('ethnic_township');
    expect(townKind('530000200', '某彝族苗族乡')).toBe('ethnic_township');
    expect(townKind('150100300', '某苏木')).toBe('sumu');
    expect(townKind('150100100', '某地')).toBe('town');
    expect(villageKind('110101001201', '某社区居委会')).toBe('residents');
    expect(villageKind('110101001001', '某村委会')).toBe('villagers');
    expect(villageKind('110101001498', '某虚拟社区')).toBe('virtual');
  });

  it('drop the committee and keep the place', () => {
    expect(shortVillageName('柳湾村委会')).toBe('柳湾村');
    expect(shortVillageName('柳湾村民委员会')).toBe('柳湾村');
    expect(shortVillageName('柳湾村村民委员会')).toBe('柳湾村');
    expect(shortVillageName('多福巷社区居委会')).toBe('多福巷社区');
    expect(shortVillageName('红旗居民委员会')).toBe('红旗社区');
    expect(shortVillageName('白音嘎查')).toBe('白音嘎查');
  });
});

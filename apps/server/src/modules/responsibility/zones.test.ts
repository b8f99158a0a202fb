import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabaseBefore } from '../../testing/older-database.ts';
import {
  COUNTY,
  GAOSHAN,
  id,
  LIUWAN,
  openTown,
  QINGXI,
  TAOYUAN,
  type Town,
  type TownsmanKey,
  YUNLING,
} from '../../testing/townspeople.ts';

let town: Town;
const RIVERSIDE = id(90);
const ORCHARD = id(91);
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const save = (who: TownsmanKey, zone: string, more: Record<string, unknown> = {}) =>
  town.inject(who, {
    method: 'PUT',
    url: `/api/zones/${zone}`,
    payload: { name: '果园片', kind: '果园', townCode: QINGXI, villages: [TAOYUAN], ...more },
  });
const zoneOf = async (village: string) =>
  (await town.as('office').call('listZones', {})).villages.find((row) => row.villageCode === village)
    ?.zoneName;

describe('a village lies in one zone', () => {
  it('of two: refused, with the name of the other', async () => {
    const answer = await save('office', ORCHARD);
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({
      title: expect.stringContaining('桃源村已在“滨河片”'),
      details: { villages: [{ villageCode: TAOYUAN, zoneId: RIVERSIDE }] },
    });
    expect(await zoneOf(TAOYUAN)).toBe('滨河片');
  });

  it('is moved when the office says so; both zones have their event, the rights of the head follow', async () => {
    const sees = async () =>
      (await town.inject('zoneHead', { method: 'GET', url: `/api/places/${TAOYUAN}` })).statusCode;
    expect(await sees()).toBe(200);
    expect((await save('office', ORCHARD, { moveVillages: true })).statusCode).toBe(200);
    expect(await zoneOf(TAOYUAN)).toBe('果园片');
    expect(await zoneOf(LIUWAN)).toBe('滨河片');
    expect(await sees()).toBe(404);
    const events = await town.as('auditor').call('listJournal', { query: { kind: 'zone.save', size: 2 } });
    expect(events.items.map((event) => [event.subjectId, event.details.villages])).toEqual([
      [ORCHARD, [TAOYUAN]],
      [RIVERSIDE, [LIUWAN]],
    ]);
  });

  it('is refused by the database itself', async () => {
    const insert = town.pool.query(
      `select set_config('app.county', '${COUNTY}', true); insert into zone_villages (county_code, zone_id, village_code) values ('${COUNTY}', '${ORCHARD}', '${LIUWAN}')`,
    );
    await expect(insert).rejects.toThrow(/zone_villages_one_zone/);
  });
});

describe('a zone', () => {
  it('takes villages of its own town only, even from the county', async () => {
    const answer = await save('admin', id(92), { villages: [GAOSHAN] });
    expect(answer.statusCode).toBe(422);
    expect(answer.json().title).toContain('高山村不在清溪镇');
    expect((await save('admin', id(92), { townCode: LIUWAN, villages: [] })).statusCode).toBe(422);
  });

  it('without villages is not taken over by the office of another town', async () => {
    expect((await save('office', id(93), { villages: [] })).statusCode).toBe(200);
    const taken = await save('yunlingOffice', id(93), { townCode: YUNLING, villages: [] });
    expect(taken.statusCode).toBe(404);
  });
});

it('migration 0007: a village of two zones stays in the one its page has shown, and the journal tells it', async () => {
  const old = await openDatabaseBefore('0007_one_zone_a_village.sql');
  try {
    await old.query(`
      insert into zones (county_code, id, name, kind, town_code) values ('${COUNTY}', 'a', '甲', 'x', '${QINGXI}'), ('${COUNTY}', 'b', '乙', 'x', '${QINGXI}');
      insert into zone_villages (county_code, zone_id, village_code) values
        ('${COUNTY}', 'a', '${LIUWAN}'), ('${COUNTY}', 'b', '${LIUWAN}'), ('${COUNTY}', 'b', '${TAOYUAN}')`);
    await old.migrate();
    expect(await old.query('select zone_id, village_code from zone_villages order by village_code')).toEqual([
      { zone_id: 'a', village_code: LIUWAN },
      { zone_id: 'b', village_code: TAOYUAN },
    ]);
    const [event, ...others] = await old.query('select kind, subject_id, details::json from journal');
    expect(event).toMatchObject({
      kind: 'zone.save',
      subject_id: 'b',
      details: { villages: [TAOYUAN], leftToOtherZones: [LIUWAN] },
    });
    expect(others).toEqual([]);
  } finally {
    await old.close();
  }
});

import { describe, expect, test } from 'vitest';
import {
  asPigs,
  kitchenFume,
  kitchenScale,
  livestockDischarge,
  livestockDrainage,
  livestockScale,
  type SewagePlant,
  sewageEffluent,
  sewagePlantAir,
  wasteWater,
  wasteWaterSectors,
} from '../index.ts';

const NOW = { on: '2026-04-01' };

describe('sewage plants, GB 18918-2002', () => {
  const plant: SewagePlant = { level: '1-A', builtOn: '2010-05-01', waterTempC: 15 };
  test('limits and multiples', () => {
    expect(sewageEffluent('cod', 75, plant, NOW)).toMatchObject({
      meets: false,
      multiple: 0.5,
      limit: '50',
      basis: { clause: '表1' },
    });
    expect(sewageEffluent('cod', 50, plant, NOW)).toMatchObject({ meets: true, multiple: null });
    expect(sewageEffluent('ph', 9.1, plant, NOW).meets).toBe(false);
    expect(sewageEffluent('alkyl_mercury', 0, plant, NOW).meets).toBe(true);
    expect(sewageEffluent('benzene', 0.2, plant, NOW)).toMatchObject({
      multiple: 1,
      basis: { clause: '表3' },
    });
  });
  test('ammonia by water temperature, phosphorus by age', () => {
    expect(sewageEffluent('nh3n', 5, plant, NOW).limit).toBe('5');
    expect(sewageEffluent('nh3n', 5, { ...plant, waterTempC: 12 }, NOW).limit).toBe('8');
    expect(sewageEffluent('tp', 1, plant, NOW).limit).toBe('0.5');
    expect(sewageEffluent('tp', 1, { ...plant, builtOn: '2005-12-31' }, NOW).limit).toBe('1');
    expect(() => sewageEffluent('tp', 1, { level: '1-A' }, NOW)).toThrow(
      expect.objectContaining({ code: 'missing-input' }),
    );
    expect(() => sewageEffluent('tn', 1, { level: '3' }, NOW)).toThrow(
      expect.objectContaining({ code: 'no-limit' }),
    );
  });
  test('small town plants follow provincial limits from 2026-03-01', () => {
    const small: SewagePlant = { ...plant, place: 'town', capacityM3PerDay: 300 };
    expect(() => sewageEffluent('cod', 75, small, NOW)).toThrow(
      expect.objectContaining({ code: 'provincial-limits' }),
    );
    expect(sewageEffluent('cod', 75, small, { on: '2026-02-28' }).meets).toBe(false);
    expect(sewageEffluent('cod', 75, { ...small, capacityM3PerDay: 500 }, NOW).meets).toBe(false);
    expect(sewageEffluent('cod', 75, { ...small, place: 'county-seat' }, NOW).basis.note).toContain(
      'amendment',
    );
    expect(() => sewageEffluent('cod', 75, { ...plant, place: 'town' }, NOW)).toThrow(
      expect.objectContaining({ code: 'missing-input' }),
    );
  });
  test('air of table 4', () => {
    expect(sewagePlantAir('h2s', 0.09, '2', NOW)).toMatchObject({
      meets: false,
      multiple: 0.5,
      unit: 'mg/m³',
    });
  });
});

describe('other discharges', () => {
  test('GB 8978: class 1 pollutants, age, branch', () => {
    const works = { level: '1' as const, builtOn: '2001-01-01' };
    expect(wasteWater('hg', 0.1, works, NOW)).toMatchObject({ multiple: 1, basis: { clause: '表1' } });
    expect(wasteWater('cod', 100, works, NOW)).toMatchObject({ meets: true, basis: { clause: '表4' } });
    expect(wasteWater('cod', 100, { ...works, builtOn: '1997-12-31' }, NOW).basis.clause).toBe('表2');
    const sector = wasteWaterSectors('ss', NOW).find((name) => name.startsWith('vein gold')) as string;
    expect(wasteWater('ss', 100, { ...works, level: '2', sector }, NOW).limit).toBe('400');
    expect(() => wasteWater('cod', 1, { ...works, sector: 'space travel' }, NOW)).toThrow(
      expect.objectContaining({ code: 'no-limit' }),
    );
    expect(() => wasteWater('gold', 1, works, NOW)).toThrow(
      expect.objectContaining({ code: 'unknown-item' }),
    );
  });
  test('GB 18596: scale, pigs, waste water, drainage', () => {
    expect([499, 500, 2999, 3000].map((count) => livestockScale('pig', count, 'farm', NOW))).toEqual([
      null,
      'II',
      'II',
      'I',
    ]);
    expect([asPigs('layer', 300, NOW), asPigs('dairy_cow', 3, NOW), asPigs('sheep', 30, NOW)]).toEqual([
      10, 30, 10,
    ]);
    expect(livestockDischarge('cod', 600, 'water', NOW)).toMatchObject({ multiple: 0.5, limit: '400' });
    expect(livestockDischarge('ascaris_egg_mortality', 96, 'manure', NOW).meets).toBe(true);
    expect(livestockDrainage('pig', 'dry', 'spring', NOW).limit).toBeCloseTo(1.5, 12);
    for (const wrong of [
      () => livestockDrainage('pig', 'dry', 'monsoon' as never, NOW),
      () => livestockDrainage('pig', 'wet' as never, 'winter', NOW),
      () => livestockDischarge('cod', 1, 'air' as never, NOW),
      () => livestockScale('pig', 500, 'garden' as never, NOW),
    ])
      expect(wrong).toThrow(expect.objectContaining({ code: 'unknown-item' }));
  });
  test('GB 18483: kitchens', () => {
    expect([1, 2.9, 3, 5.9, 6].map((stoves) => kitchenScale(stoves, 'stove_count', NOW))).toEqual([
      'small',
      'small',
      'medium',
      'medium',
      'large',
    ]);
    expect(() => kitchenScale(0.5, 'stove_count', NOW)).toThrow(
      expect.objectContaining({ code: 'out-of-range' }),
    );
    expect(kitchenFume('cooking_fume', 3, 'small', NOW).multiple).toBe(0.5);
    expect(kitchenFume('fume_removal', 74, 'medium', NOW)).toMatchObject({ meets: false, multiple: null });
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aqiLevel, dailyAqi, hourlyAqi, iaqi } from '../index.ts';
import type { HourlyAir } from './aqi-report.ts';
import { AQI_TABLES } from './iaqi.ts';

const air = (values: Record<string, number | null>): HourlyAir => values as HourlyAir;

describe('rules of the editions', () => {
  const clean = { pm25: 10, pm10: 20, so2: 5, no2: 10, co: 0.5, o3: 60 };

  test('the date picks the edition, in China time', () => {
    expect(hourlyAqi(air(clean), { on: '2026-02-28T23:59:59+08:00' }).edition).toBe('2012');
    expect(hourlyAqi(air(clean), { on: '2026-02-28T16:00:00Z' }).edition).toBe('2026');
    expect(() => hourlyAqi(air(clean), { on: '2010-01-01' })).toThrow(
      expect.objectContaining({ code: 'before-first-edition' }),
    );
    // 24:00 is the last hour of the day it is written with, with a zone or without
    for (const on of ['2026-02-28T24:00:00+08:00', '2026-02-28T24:00', '2026-02-28 24:00:00'])
      expect(hourlyAqi(air(clean), { on }).edition, on).toBe('2012');
    for (const on of [
      '2026-02-28T24:30',
      '2026-02-28T25:00',
      '2026-02-28T23:60',
      '2026-13-01',
      '20260228',
      '',
    ])
      expect(() => hourlyAqi(air(clean), { on }), on).toThrow(expect.objectContaining({ code: 'bad-date' }));
    expect(() => hourlyAqi(air(clean), { on: '2026-02-30' })).toThrow(
      expect.objectContaining({ code: 'bad-date' }),
    );
  });

  test('75 never becomes 76: every break point gives its own index in both editions', () => {
    for (const table of AQI_TABLES) {
      for (const row of table.breakpoints) {
        row[2].forEach((point, i) => {
          const result = iaqi(row[0] as 'pm25', row[1], point as never, {
            edition: table.edition,
          });
          expect(result.iaqi).toBe(table.iaqi[i]);
        });
      }
    }
    expect(iaqi('pm25', '24h', 55 as never, { edition: '2012' }).iaqi).toBe(75);
    expect(iaqi('o3', '8h', 130 as never, { edition: '2012' }).iaqi).toBe(75);
    expect(iaqi('pm25', '24h', 55.0000000001 as never, { edition: '2012' }).iaqi).toBe(76);
  });

  test('2026 rounds the concentration first, halves to even', () => {
    expect(iaqi('pm25', '24h', 60.5 as never, { edition: '2026' }).iaqi).toBe(100);
    expect(iaqi('pm25', '24h', 61.5 as never, { edition: '2026' }).iaqi).toBe(102);
    expect(iaqi('co', '24h', 2.05 as never, { edition: '2026' }).iaqi).toBe(50);
  });

  test('2026 withholds an index up to 100 when items are missing, and publishes one above', () => {
    const low = hourlyAqi(air({ ...clean, o3: null }), { edition: '2026' });
    expect([low.aqi, low.level, low.primary, low.withheld, low.missing]).toEqual([
      null,
      null,
      [],
      true,
      ['o3'],
    ]);
    expect(hourlyAqi(air({ ...clean, o3: null, pm25: 61 }), { edition: '2026' }).aqi).toBe(101);
    // exactly 100 is not above 100
    expect(hourlyAqi(air({ ...clean, o3: null, pm25: 60 }), { edition: '2026' })).toMatchObject({
      aqi: null,
      withheld: true,
    });
    expect(hourlyAqi(air({ ...clean, o3: null }), { edition: '2012' }).aqi).toBe(20);
    expect(hourlyAqi(air({ ...clean, o3: null }), { edition: '2026' }, { outsidePlan: ['o3'] }).aqi).toBe(20);
  });

  test('2012: above 800 SO₂ 1 h and O₃ 8 h are not computed; the 24 h and 1 h means stand in', () => {
    const so2 = hourlyAqi(air({ ...clean, so2: 900, so2_24h: 475 }), { edition: '2012' });
    expect([so2.iaqi.so2, so2.iaqi.so2_24h, so2.aqi, so2.primary]).toEqual([null, 150, 150, ['so2']]);
    expect(
      hourlyAqi(air({ ...clean, so2: 700, so2_24h: 2000 }), { edition: '2012' }).iaqi.so2_24h,
    ).toBeUndefined();
    expect(hourlyAqi(air({ ...clean, so2: 900 }), { edition: '2012' })).toMatchObject({
      missing: ['so2'],
      beyondTable: ['so2'],
    });
    const o3 = dailyAqi(air({ ...clean, o3: 300, o3_8h: 801 }), { edition: '2012' });
    expect([o3.iaqi.o3_8h, o3.iaqi.o3, o3.aqi]).toEqual([null, 150, 150]);
    expect(dailyAqi(air({ ...clean, o3_8h: 801 }), { edition: '2026' }).aqi).toBe(300);
  });

  test('2012 counts 1 h and 24 h particle means, the larger decides', () => {
    const result = hourlyAqi(air({ ...clean, pm25_24h: 115 }), { edition: '2012' });
    expect([result.aqi, result.primary, result.iaqi.pm25_24h]).toEqual([150, ['pm25'], 150]);
  });

  test('2012 names items above 100 as exceeding, 100 itself not; 2026 has no such list', () => {
    const hour = air({ ...clean, pm25: 75, pm10: 152 });
    expect(hourlyAqi(hour, { edition: '2012' }).exceeding).toEqual(['pm10']);
    expect(hourlyAqi(hour, { edition: '2026' }).exceeding).toEqual([]);
  });
  test('an index of 50 has no primary pollutant, one of 51 has', () => {
    for (const edition of ['2012', '2026']) {
      const [at50, at51] = [50, 51].map((pm10) => hourlyAqi(air({ ...clean, pm10 }), { edition }));
      expect([at50?.aqi, at50?.primary, at51?.aqi, at51?.primary]).toEqual([50, [], 51, ['pm10']]);
    }
  });

  test('beyond the table is clamped and flagged', () => {
    const result = hourlyAqi(air({ ...clean, pm10: 2000 }), { edition: '2026' });
    expect([result.aqi, result.beyondTable]).toEqual([500, ['pm10']]);
  });

  test('levels', () => {
    expect(aqiLevel(0, { edition: '2026' }).label).toBe('优');
    expect(
      [50, 51, 100, 101, 150, 151, 200, 201, 300, 301, 500].map(
        (aqi) => aqiLevel(aqi, { edition: '2012' }).level,
      ),
    ).toEqual([1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6]);
  });
});

describe('bad input is refused', () => {
  test.each([
    [Number.NaN, 'not-finite'],
    [Number.POSITIVE_INFINITY, 'not-finite'],
    [-1, 'negative'],
    ['35', 'not-a-number'],
    [{}, 'not-a-number'],
  ])('%s → %s', (value, code) => {
    expect(() => hourlyAqi(air({ pm25: value as number }), { edition: '2026' })).toThrow(
      expect.objectContaining({ code, field: 'pm25' }),
    );
    expect(() => hourlyAqi(air({ pm25: 1, o3_8h: value as number }), { edition: '2026' })).toThrow(
      expect.objectContaining({ code }),
    );
  });
  test('nothing at all', () => {
    for (const nothing of [null, undefined, 7]) {
      expect(() => hourlyAqi(nothing as never, { edition: '2026' })).toThrow(
        expect.objectContaining({ code: 'missing-input', field: 'air' }),
      );
      expect(() => hourlyAqi(air({ pm25: 1 }), nothing as never)).toThrow(
        expect.objectContaining({ code: 'missing-input', field: 'when' }),
      );
    }
    expect(() => hourlyAqi(air({ pm25: 1 }), {} as never)).toThrow(
      expect.objectContaining({ code: 'bad-date' }),
    );
    expect(() => iaqi('pm25', '24h', undefined as never, { edition: '2026' })).toThrow(
      expect.objectContaining({ code: 'missing-input' }),
    );
  });
  test('unknown item and edition', () => {
    expect(() => hourlyAqi(air({ pm99: 1 }), { edition: '2026' })).toThrow(
      expect.objectContaining({ code: 'unknown-item' }),
    );
    expect(() => hourlyAqi(air({ pm25: 1 }), { edition: '2020' })).toThrow(
      expect.objectContaining({ code: 'edition-not-known' }),
    );
  });
  test('a unit mix-up is a type error', () => {
    // @ts-expect-error CO is given in mg/m³
    const wrong: HourlyAir = { co: 1 as import('../index.ts').UgPerM3 };
    expect(wrong).toBeDefined();
  });
});

describe('properties', () => {
  const concentration = fc.oneof(
    fc.integer({ min: 0, max: 6000 }),
    fc.double({ min: 0, max: 6000, noNaN: true }),
  );
  test('more pollution never gives a lower sub-index', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...AQI_TABLES),
        fc.nat(),
        concentration,
        concentration,
        (table, pick, a, b) => {
          const row = table.breakpoints[pick % table.breakpoints.length];
          if (!row) return;
          const index = (value: number) =>
            iaqi(row[0] as 'pm25', row[1], value as never, { edition: table.edition }).iaqi ?? 999;
          expect(index(Math.min(a, b))).toBeLessThanOrEqual(index(Math.max(a, b)));
        },
      ),
      { numRuns: 500 },
    );
  });
  test('the index is the largest sub-index and never lower with more pollution', () => {
    const hour = fc.record({
      pm25: concentration,
      pm10: concentration,
      so2: concentration,
      no2: concentration,
      co: concentration,
      o3: concentration,
    });
    fc.assert(
      fc.property(
        hour,
        fc.constantFrom('pm25', 'pm10', 'no2', 'co', 'o3'),
        concentration,
        (values, key, more) => {
          const base = hourlyAqi(air(values), { edition: '2026' });
          const dirtier = hourlyAqi(air({ ...values, [key]: values[key as 'pm25'] + more }), {
            edition: '2026',
          });
          expect(base.aqi).toBe(Math.max(...Object.values(base.iaqi).map(Number)));
          expect(dirtier.aqi as number).toBeGreaterThanOrEqual(base.aqi as number);
        },
      ),
      { numRuns: 300 },
    );
  });
});

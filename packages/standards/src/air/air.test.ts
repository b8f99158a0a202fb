import { describe, expect, test } from 'vitest';
import {
  airExceedance,
  airLimit,
  annualMean,
  cityMean,
  compositeIndex,
  dailyMean,
  goodDays,
  mda8,
  monthlyMean,
  percentile,
  sliding24h,
  slidingMeans,
  validityMinimum,
  yearAttainment,
} from '../index.ts';

const NOW = { on: '2026-05-01' };
const day = (value: number | null, missing = 0) =>
  Array.from({ length: 24 }, (_, i) => (i < missing ? null : value));

describe('GB 3095', () => {
  test.each([
    ['pm25', 'year', 2, 35, 30, 25],
    ['pm25', '24h', 1, 35, 35, 25],
    ['pm10', 'year', 2, 70, 60, 50],
    ['pm10', '24h', 2, 150, 120, 100],
    ['so2', '1h', 2, 500, 500, 150],
    ['no2', 'year', 2, 40, 40, 30],
    ['o3', '8h', 2, 160, 160, 160],
    ['co', '24h', 1, 4, 4, 4],
    ['nox', '24h', 2, 100, 100, 70],
    ['tsp', 'year', 1, 80, 80, 80],
  ] as const)(
    '%s %s zone %s: 2012 %s, transition %s, final %s',
    (item, period, zone, former, transition, final) => {
      const limits = ['2026-02-28', '2026-03-01', '2031-01-01'].map(
        (on) => airLimit(item, period, zone, { on }).limit,
      );
      expect(limits).toEqual([former, transition, final]);
      expect(airLimit(item, period, zone, { edition: '2026-final' }).limit).toBe(final);
    },
  );
  test('basis, exceedance, refusals', () => {
    expect(airLimit('pm25', '24h', 2, { on: '2030-12-31' }).basis).toMatchObject({
      standard: 'GB 3095-2026',
      edition: '2026-transition',
      clause: '表1',
      mark: 'scan',
      limit: '60',
      unit: 'µg/m³',
    });
    expect(airExceedance('pm25', '24h', 60, 2, NOW)).toMatchObject({ over: false, multiple: null });
    expect(airExceedance('pm25', '24h', 90, 2, NOW)).toMatchObject({ over: true, multiple: 0.5 });
    expect(() => airLimit('co', 'year', 2, NOW)).toThrow(expect.objectContaining({ code: 'no-limit' }));
    expect(() => airLimit('radon', 'year', 2, NOW)).toThrow(
      expect.objectContaining({ code: 'unknown-item' }),
    );
  });
});

describe('means', () => {
  test('a day needs 20 hours; missing is never zero', () => {
    expect(dailyMean(day(40, 4), 0, NOW)).toMatchObject({
      value: 40,
      valid: true,
      count: 20,
      needed: 20,
      basis: { standard: 'GB 3095-2026', clause: '表4' },
    });
    expect(dailyMean(day(40, 5), 0, NOW)).toMatchObject({ value: null, unrounded: 40, valid: false });
    expect(dailyMean(day(null), 0, NOW)).toMatchObject({ value: null, unrounded: null });
    expect(() => dailyMean([1, 2], 0, NOW)).toThrow(expect.objectContaining({ code: 'out-of-range' }));
    expect(() => dailyMean(day(-1), 0, NOW)).toThrow(expect.objectContaining({ code: 'negative' }));
  });
  test('means are rounded once, halves to even', () => {
    expect(dailyMean([...day(0.25).slice(0, 12), ...day(0.45).slice(0, 12)], 1, NOW).value).toBe(0.4);
    expect(dailyMean([...day(10).slice(0, 12), ...day(11).slice(0, 12)], 0, NOW).value).toBe(10);
  });
  test('a sliding day needs 20 hours, as a day does', () => {
    expect([4, 5].map((missing) => sliding24h(day(40, missing), 0, NOW).valid)).toEqual([true, false]);
    expect(
      slidingMeans([...day(10), 250], 24, 0, NOW)
        .slice(22)
        .map((mean) => mean?.value),
    ).toEqual([undefined, 10, 20]);
  });
  test.each([
    ['hour-minutes', 45],
    ['o3-8h-hours', 6],
    ['day-hours', 20],
    ['month-days', 27],
    ['february-days', 25],
    ['year-days', 324],
    ['lead-season-days', 15],
    ['sparse-year-days', 60],
    ['mda8-windows', 14],
    ['mda8-first-hour', 8],
    ['mda8-last-hour', 24],
  ] as const)('least number of data %s: %d, in 2012 (recollected) as in 2026', (rule, minimum) => {
    expect(['2025-01-01', '2026-03-01'].map((on) => validityMinimum(rule, { on }).minimum)).toEqual([
      minimum,
      minimum,
    ]);
    expect(validityMinimum(rule, { on: '2025-01-01' }).basis.mark).toBe('memory');
  });
  test('sliding means end with their hour', () => {
    const means = slidingMeans([1, 2, 3, 4, 5, 6, 7, 8, 9, null, null, null], 8, 0, NOW);
    expect(means.map((mean) => mean?.value ?? null)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      4,
      6,
      6,
      6,
      null,
    ]);
  });
  test('month and year', () => {
    expect(monthlyMean(Array(31).fill(30), 1, 0, NOW).valid).toBe(true);
    expect(monthlyMean([...Array(25).fill(30), null, null, null], 2, 0, NOW).valid).toBe(true);
    expect(monthlyMean([...Array(26).fill(30), null, null, null, null], 4, 0, NOW).valid).toBe(false);
    const months = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].map((days) =>
      Array<number | null>(days).fill(30),
    );
    expect(annualMean(months, 0, NOW)).toMatchObject({ value: 30, valid: true, weakMonths: [] });
    months[3] = [...Array(20).fill(30), ...Array(10).fill(null)];
    expect(annualMean(months, 0, NOW)).toMatchObject({
      value: null,
      valid: false,
      weakMonths: [4],
      count: 355,
    });
    expect(validityMinimum('hour-minutes', NOW).minimum).toBe(45);
  });
  test('a month has its own days, and there are twelve', () => {
    const days = (count: number) => Array<number | null>(count).fill(30);
    expect([28, 29].map((count) => monthlyMean(days(count), 2, 0, NOW).valid)).toEqual([true, true]);
    for (const [count, month] of [
      [30, 2],
      [31, 4],
      [30, 1],
      [30, 0],
      [30, 13],
      [30, 4.5],
    ] as const)
      expect(() => monthlyMean(days(count), month, 0, NOW), `${count} days in ${month}`).toThrow(
        expect.objectContaining({ code: 'out-of-range' }),
      );
  });
  test('MDA8: windows that end from 08 to 24, at least 14, or an exceedance', () => {
    const hours = day(100).map((value, i) => (i >= 10 && i < 18 ? 180 : value));
    expect(mda8(hours, NOW)).toMatchObject({ value: 180, endHour: 18, windows: 17, valid: true });
    const few = hours.map((value, i) => (i < 8 ? null : value));
    expect(mda8(few, NOW)).toMatchObject({ value: 180, windows: 11, valid: true, validByExceedance: true });
    expect(
      mda8(
        few.map((value) => (value === null ? null : 50)),
        NOW,
      ),
    ).toMatchObject({ value: null, valid: false });
  });
  test('city value: mean of concentrations', () => {
    expect(cityMean([10, 11, null], 0)).toEqual({ value: 10, points: 2 });
    expect(cityMean([null], 0)).toEqual({ value: null, points: 0 });
  });
});

describe('a period', () => {
  const year = (value: number) => Array<number | null>(365).fill(value);
  test('attainment by annual means and percentiles', () => {
    const clean = {
      so2: year(10),
      no2: year(20),
      pm10: year(40),
      pm25: year(30),
      co: year(0.8),
      o3: year(120),
    };
    expect(yearAttainment(clean, NOW).attained).toBe(true);
    const hazy = { ...clean, pm25: year(30).map((value, i) => (i < 30 ? 80 : value)) };
    expect(yearAttainment(hazy, NOW).items.find((item) => item.item === 'pm25')).toMatchObject({
      attained: false,
      percentile: { value: 80, over: true },
      mean: { value: 34, over: true },
    });
    expect(yearAttainment({ ...clean, pm25: year(31) }, { on: '2025-05-01' }).attained).toBe(true);
    expect(() => yearAttainment({ ...clean, co: [null] }, NOW)).toThrow(
      expect.objectContaining({ code: 'nothing-to-judge' }),
    );
  });
  test('a year is compared with the limits of its date; one negative day is refused, not averaged away', () => {
    const values = {
      so2: year(10),
      no2: year(45),
      pm10: year(40),
      pm25: year(24),
      co: year(0.8),
      o3: year(120),
    };
    const attained = (on: string) => yearAttainment({ ...values, no2: year(40) }, { on }).attained;
    expect([attained('2025-05-01'), attained('2026-05-01'), attained('2031-05-01')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(() => yearAttainment({ ...values, so2: [...year(10), -50] }, NOW)).toThrow(
      expect.objectContaining({ code: 'negative', field: 'so2' }),
    );
  });
  test('the rank of each percentile: SO₂ and NO₂ 98, particles and CO 95, O₃ 90', () => {
    const days = year(1);
    const ranks = yearAttainment(
      { so2: days, no2: days, pm10: days, pm25: days, co: days, o3: days },
      NOW,
    ).items;
    expect(Object.fromEntries(ranks.map((one) => [one.item, one.percentileRank]))).toEqual({
      so2: 98,
      no2: 98,
      pm10: 95,
      pm25: 95,
      co: 95,
      o3: 90,
    });
  });
  test('the composite index divides by the limits of its date', () => {
    const statistics = { so2: 20, no2: 30, pm10: 50, pm25: 25, co: 4, o3: 160 } as never;
    // 2031: every value stands at its final limit, so the weights 1 2 1 3 1 2 add up
    expect(compositeIndex(statistics, { on: '2031-01-01' }).index).toBe(10);
    // transition: 0.333 + 2·0.75 + 0.833 + 3·0.833 + 1 + 2·1
    expect(compositeIndex(statistics, { on: '2030-12-31' }).index).toBeCloseTo(8.165, 9);
    expect(compositeIndex(statistics, { edition: '2026' }).index).toBeCloseTo(8.165, 9);
  });
  test('percentile refuses nothing and nonsense', () => {
    expect(percentile([5], 90)).toBe(5);
    expect(() => percentile([], 90)).toThrow(expect.objectContaining({ code: 'nothing-to-judge' }));
    expect(() => percentile([1], 101)).toThrow(expect.objectContaining({ code: 'out-of-range' }));
  });
  test('composite index: shares, missing items, configurable weights', () => {
    const statistics = { so2: 60, no2: 40, pm10: 70, pm25: 35, co: 4, o3: 160 } as never;
    const index = compositeIndex(statistics, { edition: '2013' }, { divisor: 7 });
    expect(index.index).toBe(6);
    expect(index.shares.co).toBeCloseTo(1 / 6, 12);
    expect(
      compositeIndex(
        statistics,
        { edition: '2026' },
        { weights: { pm25: 1, o3: 1, no2: 1 }, limitEdition: '2012' },
      ).index,
    ).toBe(6);
    expect(() => compositeIndex({ so2: 1 } as never, NOW)).toThrow(
      expect.objectContaining({ code: 'missing-input' }),
    );
  });
  test('good days with counts and exceptional days kept', () => {
    const days = [
      { date: '2026-03-01', aqi: 100 },
      { date: '2026-03-02', aqi: 300, exceptional: 'dust' as const },
      { date: '2026-03-03', aqi: null },
      { date: '2026-03-04', aqi: 101 },
    ];
    expect(goodDays(days, NOW)).toMatchObject({
      goodDays: 1,
      validDays: 3,
      days: 4,
      ratio: 1 / 3,
      exceptionalDays: 1,
      withoutExceptional: { goodDays: 1, validDays: 2, ratio: 0.5 },
    });
    expect(goodDays(days, { edition: '2013' }).goodDays).toBe(1);
    expect(goodDays([], NOW).ratio).toBeNull();
    expect(() => goodDays([days[0] as never, days[0] as never], NOW)).toThrow(
      expect.objectContaining({ code: 'bad-text' }),
    );
  });
});

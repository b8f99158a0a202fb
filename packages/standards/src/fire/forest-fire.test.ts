import { describe, expect, test } from 'vitest';
import {
  emergencyColour,
  type ForestFireDay,
  fireClass,
  fireSignal,
  forestFireGrade,
  HEILONGJIANG_2020,
  pollutionWarning,
} from '../index.ts';

const NOW = { on: '2026-04-01' };
const dry: ForestFireDay = { maxTempC: 26, minRhPct: 20, lastRainMm: 1, dryDays: 9, windForce: 5 };

describe('forest fire weather grade', () => {
  test('scores add up; the component tables are marked as recollected', () => {
    expect(forestFireGrade(dry, NOW)).toMatchObject({
      scores: { a: 15, b: 15, c: 50, d: 25, e: 0 },
      htz: 105,
      grade: 5,
      basis: { mark: 'two-sources' },
      schemeBasis: { mark: 'memory' },
    });
    expect(forestFireGrade({ ...dry, snowPct: 90 }, NOW).scores.e).toBe(20);
    expect(forestFireGrade({ ...dry, greenPct: 75 }, NOW).scores.e).toBe(15);
    expect(forestFireGrade({ ...dry, greenPct: 10 }, NOW).scores.e).toBe(0);
    expect(forestFireGrade({ ...dry, lastRainMm: 20, dryDays: 2 }, NOW).scores.c).toBe(5);
  });
  test('component scores as recollected', () => {
    const scores = (change: Partial<ForestFireDay>) => forestFireGrade({ ...dry, ...change }, NOW).scores;
    expect([5, 5.1, 10, 15, 20, 25, 25.1].map((maxTempC) => scores({ maxTempC }).a)).toEqual([
      0, 4, 4, 6, 9, 13, 15,
    ]);
    expect([71, 70, 60, 50, 40, 30].map((minRhPct) => scores({ minRhPct }).b)).toEqual([0, 4, 6, 9, 13, 15]);
    const rain = (lastRainMm: number) => [0, 1, 2, 3, 20].map((dryDays) => scores({ lastRainMm, dryDays }).c);
    expect([2, 5, 10, 10.1].map(rain)).toEqual([
      [10, 15, 20, 25, 50],
      [5, 10, 15, 20, 50],
      [0, 5, 10, 15, 50],
      [0, 0, 5, 10, 50],
    ]);
    expect([0, 1, 4, 8, 12].map((windForce) => scores({ windForce }).d)).toEqual([0, 5, 20, 40, 40]);
  });
  test('bands: 25, 50, 72, 90', () => {
    const at = (days: number, force: number) =>
      forestFireGrade({ maxTempC: 5, minRhPct: 90, lastRainMm: 8, dryDays: days, windForce: force }, NOW);
    expect([at(5, 0), at(5, 1), at(10, 0), at(10, 4)].map(({ htz, grade }) => [htz, grade])).toEqual([
      [25, 1],
      [30, 2],
      [50, 2],
      [70, 3],
    ]);
  });
  test('schemes are replaceable', () => {
    expect(forestFireGrade(dry, NOW, HEILONGJIANG_2020)).toMatchObject({
      scheme: 'heilongjiang-2020',
      scores: { a: 20, b: 20, c: 45, d: 25 },
    });
  });
  test('out of range is refused', () => {
    for (const wrong of [{ minRhPct: 101 }, { dryDays: 1.5 }, { windForce: 18 }, { maxTempC: 99 }]) {
      expect(() => forestFireGrade({ ...dry, ...wrong }, NOW)).toThrow(
        expect.objectContaining({ code: 'out-of-range' }),
      );
    }
  });
});

test('no grade before the standard', () => {
  expect(() => forestFireGrade(dry, { on: '1995-11-30' })).toThrow(
    expect.objectContaining({ code: 'before-first-edition' }),
  );
});

describe('warnings', () => {
  const colour = (days: (number | null)[], on: string) => pollutionWarning(days, { on }).colour;
  test('heavy pollution by plan and date', () => {
    expect(colour([210], '2017-06-01')).toBe('blue');
    expect(colour([210], '2020-06-01')).toBeNull();
    expect(colour([210, 220], '2020-06-01')).toBe('yellow');
    expect(colour([210, 220, 230], '2020-06-01')).toBe('orange');
    expect(colour([210, 320, 330, 230], '2020-06-01')).toBe('red');
    expect(colour([500], '2020-06-01')).toBe('red');
    expect(colour([160, 170], '2025-06-01')).toBe('yellow');
    expect(colour([155, 155, 155], '2025-06-01')).toBe('orange');
    expect(colour([210, 310, 210], '2025-06-01')).toBe('red');
    expect(colour([210, null, 220], '2020-06-01')).toBeNull();
    expect(pollutionWarning([210], { on: '2025-06-01' })).toMatchObject({
      colour: 'yellow',
      plan: '2024-revision',
      basis: { mark: 'memory' },
    });
    expect(() => colour([501], '2020-06-01')).toThrow(expect.objectContaining({ code: 'out-of-range' }));
  });
  test('fire signals, emergencies, classes of fires', () => {
    expect([2, 3, 4, 5].map((grade) => fireSignal(grade, NOW).colour)).toEqual([
      'blue',
      'yellow',
      'orange',
      'red',
    ]);
    expect([1, 2, 3, 4].map((level) => emergencyColour(level, NOW))).toEqual([
      'red',
      'orange',
      'yellow',
      'blue',
    ]);
    expect([0.5, 1, 100, 1000].map((hectares) => fireClass(hectares, NOW))).toEqual([
      '一般',
      '较大',
      '重大',
      '特别重大',
    ]);
    expect(() => fireSignal(2.5, NOW)).toThrow(expect.objectContaining({ code: 'out-of-range' }));
  });
});

import { describe, expect, test } from 'vitest';
import {
  basinMainPollutants,
  countSections,
  fewSectionsLevel,
  riverLevel,
  surfaceClass,
  targetCompliance,
  type WaterSample,
} from '../index.ts';

const NOW = { on: '2026-02-04' };
const sample = (values: Record<string, unknown>): WaterSample => values as WaterSample;

describe('rivers, basins, targets', () => {
  test('shares are compared exactly; 60/40 is heavy', () => {
    expect(riverLevel({ good: 9, poor: 1, worse: 0 }, NOW).level).toBe('优');
    // of 100 sections: the ends of the bands of 90 and 75 % good, 20 and 40 % worse than V
    const level = (good: number, worse: number) =>
      riverLevel({ good, poor: 100 - good - worse, worse }, NOW).level;
    expect([level(90, 10), level(89, 11), level(75, 25), level(74, 19)]).toEqual([
      '优',
      '良好',
      '良好',
      '轻度污染',
    ]);
    expect([level(74, 20), level(60, 39), level(60, 40), level(0, 40)]).toEqual([
      '中度污染',
      '中度污染',
      '重度污染',
      '重度污染',
    ]);
    expect(riverLevel({ good: 3, poor: 1, worse: 1 }, NOW).level).toBe('中度污染');
    expect(riverLevel({ good: 6, poor: 0, worse: 4 }, NOW).level).toBe('重度污染');
    expect(() => riverLevel({ good: 4, poor: 0, worse: 0 }, NOW)).toThrow(
      expect.objectContaining({ code: 'nothing-to-judge' }),
    );
  });
  test('fewer than five sections: means first', () => {
    const result = fewSectionsLevel(
      [sample({ nh3n: 0.1 }), sample({ nh3n: 1.3 }), sample({ nh3n: null })],
      'river',
      NOW,
    );
    expect(result.class).toBe(3);
    // a negative value is refused, not averaged away
    expect(() => fewSectionsLevel([sample({ nh3n: -1 }), sample({ nh3n: 3 })], 'river', NOW)).toThrow(
      expect.objectContaining({ code: 'negative' }),
    );
  });
  test('basin pollutants by share of sections, dry sections left out of targets', () => {
    const sections = [{ nh3n: 1.2 }, { nh3n: 1.3, tp: 0.35 }, { cod: 10 }].map((values) =>
      surfaceClass(sample(values), 'river', NOW),
    );
    expect(basinMainPollutants(sections).map(({ item, sections: times }) => [item, times])).toEqual([
      ['nh3n', 2],
      ['tp', 1],
    ]);
    expect(countSections([1, 3, 4, 6, null])).toEqual({ good: 2, poor: 1, worse: 1, notJudged: 1 });
    const compliance = targetCompliance([
      { id: 'a', class: 2, target: 3 },
      { id: 'b', class: 4, target: 3 },
      { id: 'c', class: null, target: 3, reason: 'dry' },
    ]);
    expect(compliance).toEqual({
      met: 1,
      judged: 2,
      ratio: 0.5,
      failing: ['b'],
      notJudged: [{ id: 'c', reason: 'dry' }],
    });
  });
  test('a class that is missing never meets a target, one that does not exist is refused', () => {
    const missing = { id: 'a', target: 3 } as never;
    expect(targetCompliance([missing])).toMatchObject({ met: 0, judged: 0, ratio: null });
    expect(countSections([undefined as never])).toMatchObject({ good: 0, notJudged: 1 });
    for (const wrong of [0, 7, 2.5, Number.NaN, '2'])
      expect(() => targetCompliance([{ id: 'a', class: wrong as never, target: 3 }])).toThrow(
        expect.objectContaining({ code: 'out-of-range', field: 'class' }),
      );
    expect(() => targetCompliance([{ id: 'a', class: 2, target: undefined as never }])).toThrow(
      expect.objectContaining({ code: 'out-of-range', field: 'target' }),
    );
  });
});

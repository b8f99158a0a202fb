import { describe, expect, test } from 'vitest';
import {
  indoorLimit,
  judgeNoise,
  type NoiseZone,
  nightMaximumAllowance,
  noiseLimit,
  noisePeriod,
  withoutBackground,
} from '../index.ts';

const NOW = { on: '2025-06-01' };

describe('noise', () => {
  test('day is 06 to 22', () => {
    expect([0, 5.99, 6, 21.99, 22, 24].map(noisePeriod)).toEqual([
      'night',
      'night',
      'day',
      'day',
      'night',
      'night',
    ]);
    expect(() => noisePeriod(25)).toThrow(expect.objectContaining({ code: 'out-of-range' }));
  });
  test.each([
    ['0', 50, 40],
    ['1', 55, 45],
    ['2', 60, 50],
    ['3', 65, 55],
    ['4a', 70, 55],
    ['4b', 70, 60],
  ] as const)('GB 3096 zone %s: %s/%s', (zone, day, night) => {
    expect(noiseLimit('environment', zone, 'day', NOW).limit).toBe(day);
    expect(noiseLimit('environment', zone, 'night', NOW).limit).toBe(night);
  });
  test('dB over the limit; equal meets it', () => {
    expect(judgeNoise('environment', '2', 'night', 50, NOW).over).toBe(0);
    expect(judgeNoise('environment', '2', 'night', 50.3, NOW)).toMatchObject({
      over: 0.3,
      basis: { standard: 'GB 3096-2008', clause: '表1', limit: '50' },
    });
  });
  test('boundaries of plants, shops and sites', () => {
    expect(noiseLimit('industry', '4a', 'night', NOW).limit).toBe(55);
    expect(noiseLimit('industry', '2', 'night', NOW, true).limit).toBe(40);
    expect(noiseLimit('community', '1', 'day', NOW).basis.standard).toBe('GB 22337-2008');
    expect(noiseLimit('construction', '2', 'night', NOW).limit).toBe(55);
    expect(() => noiseLimit('construction', '2', 'night', { on: '2026-01-01' })).toThrow(
      expect.objectContaining({ code: 'edition-not-known' }),
    );
    expect(noiseLimit('construction', '2', 'night', { edition: '2011' }).basis.note).toContain(
      'GB 12523-2025',
    );
    expect(() => noiseLimit('environment', '9' as NoiseZone, 'day', NOW)).toThrow(
      expect.objectContaining({ code: 'unknown-item' }),
    );
  });
  test('maxima at night, indoor limits, background', () => {
    expect(nightMaximumAllowance('industry', 'frequent', NOW).allowance).toBe(10);
    expect(nightMaximumAllowance('industry', 'sporadic', NOW).allowance).toBe(15);
    expect(nightMaximumAllowance('environment', 'sudden', NOW).allowance).toBe(15);
    expect(indoorLimit('industry', '3', 'B', 'night', NOW).limit).toBe(40);
    expect(indoorLimit('community', '1', 'A', 'day', NOW, 31.5).limit).toBe(76);
    expect(indoorLimit('industry', '4a', 'A', 'day', NOW).limit).toBe(45);
    for (const [zone, period] of [
      ['9', 'day'],
      ['1', 'evening'],
    ] as const)
      expect(() => indoorLimit('industry', zone as never, 'A', period as never, NOW)).toThrow(
        expect.objectContaining({ code: 'unknown-item' }),
      );
    expect(
      [13, 10, 6, 5, 4, 3].map((difference) => withoutBackground(60, 60 - difference, 'industry', NOW)),
    ).toEqual([60, 59, 59, 58, 58, 57]);
    // 58.4 − 52.9 is 5.5, which GB/T 8170 rounds to 6; 60.3 − 3 prints as it should
    expect(withoutBackground(58.4, 52.9, 'industry', NOW)).toBe(57.4);
    expect(withoutBackground(60.3, 57.3, 'industry', NOW)).toBe(57.3);
    expect(() => withoutBackground(60, 57.5, 'industry', NOW)).toThrow(
      expect.objectContaining({ code: 'out-of-range' }),
    );
    expect(() => withoutBackground(60, 58, 'industry', NOW)).toThrow(
      expect.objectContaining({ code: 'out-of-range' }),
    );
  });
});

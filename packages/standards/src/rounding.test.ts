import { describe, expect, test } from 'vitest';
import {
  mgPerLFromUgPerL,
  mgPerM3,
  mgPerM3FromUgPerM3,
  roundHalfEven,
  ugPerM3,
  ugPerM3FromMgPerM3,
} from './index.ts';

describe('rounding and units', () => {
  test.each([
    [0.25, 1, 0.2],
    [0.35, 1, 0.4],
    [1.005, 2, 1],
    [1.015, 2, 1.02],
    [2.5, 0, 2],
    [3.5, 0, 4],
    [-2.5, 0, -2],
    [1e21, 0, 1e21],
    [5e-7, 6, 0],
    [0.00000150001, 6, 0.000002],
    [123456789.5, 0, 123456790],
  ])('%s to %s decimals is %s', (value, digits, rounded) => {
    expect(roundHalfEven(value, digits)).toBe(rounded);
  });
  test.each([-1, 0.5, 21, 1e300, Number.NaN])('%s decimals are refused', (digits) => {
    expect(() => roundHalfEven(1.25, digits)).toThrow(expect.objectContaining({ code: 'out-of-range' }));
  });
  test('conversions are exact in decimals', () => {
    expect(ugPerM3FromMgPerM3(mgPerM3(1.1))).toBe(1100);
    expect(mgPerM3FromUgPerM3(ugPerM3(1.1))).toBe(0.0011);
    expect(mgPerLFromUgPerL(0.3)).toBe(0.0003);
    expect(() => ugPerM3(-1)).toThrow(expect.objectContaining({ code: 'negative' }));
    // @ts-expect-error mg/m³ is not µg/m³
    expect(mgPerM3FromUgPerM3(mgPerM3(1))).toBe(0.001);
  });
});

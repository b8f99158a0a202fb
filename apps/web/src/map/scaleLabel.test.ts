import { expect, test } from 'vitest';
import { distanceText, roundMetres } from './scaleLabel.ts';

test.each([
  [73, '50 米'],
  [199, '100 米'],
  [200, '200 米'],
  [999, '500 米'],
  [2400, '2 公里'],
  [84_000, '50 公里'],
])('within %d metres the scale shows %s', (most, text) => {
  expect(distanceText(roundMetres(most))).toBe(text);
});

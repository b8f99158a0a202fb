import { expect, test } from 'vitest';
import { multipleOver, ratioOf } from './multiple.ts';

test.each([
  [0.21, 0.2, 0.05],
  [0.3, 0.1, 2],
  [75.1, 75, 0.00133333333],
  [0.2, 0.2, 0],
  [1e300, 0.1, 1e301],
])('%d over %d exceeds by %d', (value, limit, multiple) => {
  expect(multipleOver(value, limit)).toBe(multiple);
});

test('a ratio carries no binary noise', () => {
  expect([ratioOf(0.9, 0.3), ratioOf(0.3, 0.1), ratioOf(1, 3)]).toEqual([3, 3, 0.33333333333]);
});

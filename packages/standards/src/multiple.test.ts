import { expect, test } from 'vitest';
import { multipleOver } from './multiple.ts';

test.each([
  [0.21, 0.2, 0.05],
  [0.3, 0.1, 2],
  [75.1, 75, 0.00133333333],
  [0.2, 0.2, 0],
])('%d over %d exceeds by %d', (value, limit, multiple) => {
  expect(multipleOver(value, limit)).toBe(multiple);
});

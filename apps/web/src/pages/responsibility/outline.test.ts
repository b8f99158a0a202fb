import { expect, test } from 'vitest';
import { cornersFrom, nextCode, polygonOf, spotsFromText } from './outline.ts';

const square = [
  { lon: 104, lat: 30 },
  { lon: 104.1, lat: 30 },
  { lon: 104.1, lat: 30.1 },
];

test('corners become a closed polygon and come back', () => {
  const polygon = polygonOf(square);
  expect(polygon?.coordinates[0]).toHaveLength(4);
  expect(cornersFrom(polygon)).toEqual(square);
  expect(polygonOf(square.slice(0, 2))).toBeNull();
  expect(cornersFrom(null)).toEqual([]);
});

test('typed corners: Chinese comma and blanks are fine, nonsense is left out', () => {
  expect(spotsFromText('104，30\n 104.1 30\nabc\n200,10\n104.1,30.1')).toEqual(square);
});

test('the next free grid of a village', () => {
  const village = '990121101203';
  expect(nextCode(village, 'grid', [])).toBe(`${village}W01`);
  expect(nextCode(village, 'grid', [`${village}W01`, `${village}W03`, `${village}G09`])).toBe(
    `${village}W04`,
  );
});

import { expect, test } from 'vitest';
import { cornersFrom, lineOf, nextCode, pointsOfLine, polygonOf, spotsFromText } from './outline.ts';

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

test('a line keeps its points in order, parts one after the other; one point is no line yet', () => {
  const line = lineOf([
    { lon: 102, lat: 27 },
    { lon: 102.1, lat: 27 },
  ]);
  expect(pointsOfLine(line)).toEqual([
    { lon: 102, lat: 27 },
    { lon: 102.1, lat: 27 },
  ]);
  expect(pointsOfLine({ type: 'MultiLineString', coordinates: [[[1, 2]], [[3, 4]]] })).toEqual([
    { lon: 1, lat: 2 },
    { lon: 3, lat: 4 },
  ]);
  expect(lineOf([{ lon: 102, lat: 27 }])).toBeNull();
});

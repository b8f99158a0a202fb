import { expect, it } from 'vitest';
import { areaOf, boxOf, contains, type Polygon, polygonsOf, readBox } from './geometry.ts';

const ring = (from: number, to: number): [number, number][] => [
  [from, from],
  [to, from],
  [to, to],
  [from, to],
  [from, from],
];
const holed: Polygon[] = [[ring(0, 10), ring(4, 6)]];

it('a point in a hole is outside, on an edge or a corner inside', () => {
  expect(contains(holed, [1, 1])).toBe(true);
  expect(contains(holed, [5, 5])).toBe(false);
  expect(contains(holed, [4, 5])).toBe(true);
  expect(contains(holed, [10, 10])).toBe(true);
  expect(contains(holed, [10.0001, 5])).toBe(false);
});

it('a ray through corners is counted once', () => {
  const diamond: Polygon[] = [
    [
      [
        [0, 5],
        [5, 0],
        [10, 5],
        [5, 10],
        [0, 5],
      ],
    ],
  ];
  expect(contains(diamond, [5, 5])).toBe(true);
  expect(contains(diamond, [-1, 5])).toBe(false);
  expect(contains(diamond, [11, 5])).toBe(false);
});

it('areas take holes off, boxes go round outer rings', () => {
  expect(areaOf(holed)).toBe(96);
  expect(boxOf(holed)).toEqual([0, 0, 10, 10]);
  expect(readBox('(103.2,27.6),(-102.6,1e-05)')).toEqual([-102.6, 0.00001, 103.2, 27.6]);
});

it('only closed rings of numbers are polygons', () => {
  expect(polygonsOf({ type: 'Polygon', coordinates: [ring(0, 1)] })).toHaveLength(1);
  expect(polygonsOf({ type: 'MultiPolygon', coordinates: [[ring(0, 1)], [ring(2, 3)]] })).toHaveLength(2);
  for (const wrong of [
    null,
    'Polygon',
    { type: 'Point', coordinates: [1, 2] },
    { type: 'Polygon', coordinates: [ring(0, 1).slice(1)] },
    { type: 'Polygon', coordinates: [] },
    { type: 'Polygon', coordinates: [[...ring(0, 1).slice(0, 3), ['a', 1], [0, 0]]] },
    {
      type: 'Polygon',
      coordinates: [
        [
          [0, 200],
          [1, 0],
          [1, 1],
          [0, 200],
        ],
      ],
    },
  ])
    expect(polygonsOf(wrong)).toBeNull();
});

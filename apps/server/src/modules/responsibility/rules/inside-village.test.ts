import { expect, it } from 'vitest';
import type { Polygon } from './geometry.ts';
import { metresOutside, outsideVillage } from './inside-village.ts';

const ring = (west: number, south: number, east: number, north: number): [number, number][] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
/** An L: the corner square from 0.01 to 0.02 is missing. */
const bent: Polygon[] = [
  [
    [
      [0, 0],
      [0.02, 0],
      [0.02, 0.01],
      [0.01, 0.01],
      [0.01, 0.02],
      [0, 0.02],
      [0, 0],
    ],
  ],
];

it('distance outside is in metres, 0 within and on the boundary', () => {
  expect(metresOutside(bent, [0.005, 0.005])).toBe(0);
  expect(metresOutside(bent, [0.02, 0.005])).toBe(0);
  expect(metresOutside(bent, [0.021, 0.005])).toBeCloseTo(111.3, 0);
});

it('an edge that crosses outside is found though both its ends lie inside', () => {
  const across: Polygon[] = [
    [
      [
        [0.001, 0.019],
        [0.019, 0.001],
        [0.019, 0.009],
        [0.009, 0.019],
        [0.001, 0.019],
      ],
    ],
  ];
  const found = outsideVillage(bent, across);
  expect(found?.metres).toBeCloseTo(445, -1);
  expect(outsideVillage(bent, [[ring(0.001, 0.001, 0.019, 0.009)]])).toBeNull();
});

it('what covers an enclave of the village lies outside of it', () => {
  const holed: Polygon[] = [[ring(0, 0, 0.03, 0.03), ring(0.01, 0.01, 0.02, 0.02)]];
  expect(outsideVillage(holed, [[ring(0.005, 0.005, 0.025, 0.025)]])).not.toBeNull();
  expect(outsideVillage(holed, [[ring(0.001, 0.001, 0.009, 0.009)]])).toBeNull();
  const around: Polygon[] = [[ring(0.005, 0.005, 0.025, 0.025), ring(0.01, 0.01, 0.02, 0.02)]];
  expect(outsideVillage(holed, around)).toBeNull();
});

it('a drawing over half the country is answered at once', () => {
  const from = performance.now();
  const far: [number, number][] = Array.from({ length: 1998 }, (_, at) => [at % 2 ? 80 : 130, 20 + at / 100]);
  expect(outsideVillage(bent, [[[...far, far[0] as [number, number]]]])?.metres).toBeGreaterThan(1_000_000);
  expect(performance.now() - from).toBeLessThan(500);
});

import type { PlaceInput } from '../../../apps/server/src/modules/responsibility/index.ts';
import { inventedName } from './names.ts';
import { type Shape, shapeOf } from './shapes.ts';
import { parts } from './village-staff.ts';
import { type Village, villages } from './villages.table.ts';

const two = (number: number) => String(number).padStart(2, '0');
const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;

/** Households of a village: how many in each group. */
const households: Readonly<Record<string, number>> = { liuwan: 30, taoyuan: 20 };

/** A point around the village's own, the n-th of a ring. */
function around(shape: Shape, turn: number, reach: number) {
  const { lon, lat } = shape.position;
  return {
    lon: round(lon + Math.cos(turn) * shape.across * reach),
    lat: round(lat + Math.sin(turn) * shape.across * reach),
  };
}

function gridsAndGroups(village: Village): PlaceInput[] {
  const { groups, grids, plots } = parts(village);
  const shape = shapeOf(village);
  const places: PlaceInput[] = [];
  const vacantGrid = village.key === 'xintian' ? 1 : 0;
  for (let number = 1; number <= grids + vacantGrid; number++)
    places.push({
      code: `${village.place}W${two(number)}`,
      kind: 'grid',
      name: `第${number}网格`,
      position: around(shape, (number / grids) * 6.28, 0.14),
    });
  for (let number = 1; number <= groups; number++)
    places.push({
      code: `${village.place}G${two(number)}`,
      kind: 'group',
      name: `${number}组`,
      position: around(shape, 0.8 + (number / groups) * 6.28, 0.2),
      gridCode: `${village.place}W${two(((number - 1) % grids) + 1)}`,
    });
  for (let number = 1; number <= plots; number++)
    places.push({
      code: `${village.place}P${two(number)}`,
      kind: 'plot',
      name: `${number}号管护区`,
      position: around(shape, 2 + number * 2.2, 0.3),
    });
  return places;
}

function householdsOf(village: Village): PlaceInput[] {
  const perGroup = households[village.key] ?? 0;
  const { groups } = parts(village);
  const shape = shapeOf(village);
  const start = Number(village.code) * 911;
  return Array.from({ length: perGroup * groups }, (_, index) => {
    const group = Math.floor(index / perGroup) + 1;
    const centre = around(shape, 0.8 + (group / groups) * 6.28, 0.2);
    const number = (index % perGroup) + 1;
    return {
      code: `${village.place}G${two(group)}H${String(number).padStart(3, '0')}`,
      kind: 'household' as const,
      name: `${inventedName(start + index)}家`,
      position: {
        lon: round(centre.lon + Math.cos(number * 2.4) * shape.across * 0.012 * Math.sqrt(number)),
        lat: round(centre.lat + Math.sin(number * 2.4) * shape.across * 0.012 * Math.sqrt(number)),
      },
    };
  });
}

/** Grids, groups and plots of every village, households of two; parents before what lies in them. */
export const places: readonly PlaceInput[] = [...villages.values()].flatMap((village) => [
  ...gridsAndGroups(village),
  ...householdsOf(village),
]);

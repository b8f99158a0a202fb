import { type TownRow, towns, type Village } from './villages.table.ts';

interface Polygon {
  readonly type: 'Polygon';
  readonly coordinates: readonly (readonly (readonly [number, number])[])[];
}

export interface Shape {
  readonly position: { readonly lon: number; readonly lat: number };
  readonly boundary: Polygon;
  /** Width of what lies safely inside, degrees. */
  readonly across: number;
}

const WEST = 102;
const SOUTH = 27;
const SIDE = 0.05;
const COLUMNS = 5;
/** First row of each town from the south. */
const ROWS = { jp: 0, qx: 3, yl: 8 } as const;

function box(west: number, south: number, east: number, north: number): Polygon {
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
}

const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5;

export function shapeOf(village: Village): Shape {
  const at = Number(village.code) - 201;
  const west = round(WEST + (at % COLUMNS) * SIDE);
  const south = round(SOUTH + (ROWS[village.town.key] + Math.floor(at / COLUMNS)) * SIDE);
  return {
    position: { lon: round(west + SIDE / 2), lat: round(south + SIDE / 2) },
    boundary: box(west, south, round(west + SIDE), round(south + SIDE)),
    across: SIDE * 0.8,
  };
}

export function townShape(town: TownRow): Omit<Shape, 'across'> {
  const rows = Math.ceil(town.villages.length / COLUMNS);
  const south = SOUTH + ROWS[town.key] * SIDE;
  return {
    position: { lon: round(WEST + (SIDE * COLUMNS) / 2), lat: round(south + (rows * SIDE) / 2) },
    boundary: box(WEST, round(south), round(WEST + SIDE * COLUMNS), round(south + rows * SIDE)),
  };
}

export function countyShape(): Omit<Shape, 'across'> {
  const rows = towns.reduce((sum, town) => sum + Math.ceil(town.villages.length / COLUMNS), 0);
  return {
    position: { lon: round(WEST + (SIDE * COLUMNS) / 2), lat: round(SOUTH + (rows * SIDE) / 2) },
    boundary: box(WEST, SOUTH, round(WEST + SIDE * COLUMNS), round(SOUTH + rows * SIDE)),
  };
}

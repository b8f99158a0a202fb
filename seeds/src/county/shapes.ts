import { type DemoDivision, demoDivisions } from '../geography.ts';
import type { Village } from './villages.table.ts';

export interface Shape {
  readonly position: { readonly lon: number; readonly lat: number };
  /** Width of the circle around the position that lies safely inside, degrees. */
  readonly across: number;
}

export const divisions: readonly DemoDivision[] = demoDivisions();

type Point = readonly [lon: number, lat: number];

function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const share =
    length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
  return Math.hypot(x - ax - share * (bx - ax), y - ay - share * (by - ay));
}

function shapeFrom({ position, boundary }: DemoDivision): Shape {
  const ring = (boundary.coordinates[0] ?? []) as readonly Point[];
  const centre: Point = [position.lon, position.lat];
  const inside = ring.slice(1).map((point, at) => distance(centre, ring[at] ?? point, point));
  return { position, across: Math.min(...inside) * 1.8 };
}

const shapes = new Map(divisions.map((division) => [division.code, shapeFrom(division)]));

export function shapeOf(village: Village): Shape {
  const shape = shapes.get(village.place);
  if (!shape) throw new Error(`${village.name} has no area`);
  return shape;
}

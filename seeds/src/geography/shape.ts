export type Point = readonly [lon: number, lat: number];
export type Line = readonly Point[];
/** Corners without the repeated first one. */
export type Corners = readonly Point[];

const DECIMALS = 1e5;
export const rounded = ([x, y]: Point): Point => [
  Math.round(x * DECIMALS) / DECIMALS,
  Math.round(y * DECIMALS) / DECIMALS,
];

/** Pseudo-random number in [0, 1) that the text decides (FNV-1a with a final mix). */
export function chance(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}

/**
 * The line with its middle points pushed aside, `depth` times: straight borders become natural ones. Both neighbours
 * of a border get the same points, whichever way they walk it.
 */
export function winding(a: Point, b: Point, depth: number, strength = 0.09): Point[] {
  if (depth === 0) return [a, b];
  const forward = a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
  const [from, to] = forward ? [a, b] : [b, a];
  const push = (chance(`${from}|${to}`) - 0.5) * 2 * strength;
  const middle = rounded([
    (from[0] + to[0]) / 2 - (to[1] - from[1]) * push,
    (from[1] + to[1]) / 2 + (to[0] - from[0]) * push,
  ]);
  return [...winding(a, middle, depth - 1, strength), ...winding(middle, b, depth - 1, strength).slice(1)];
}

export function windingLine(line: Line, depth: number): Point[] {
  return line.flatMap((point, at) => {
    const next = line[at + 1];
    return next ? winding(point, next, depth).slice(0, -1) : [point];
  });
}

export function centroid(corners: Corners): Point {
  let [area, x, y] = [0, 0, 0];
  corners.forEach((a, at) => {
    const b = corners[(at + 1) % corners.length] as Point;
    const cross = a[0] * b[1] - b[0] * a[1];
    area += cross;
    x += (a[0] + b[0]) * cross;
    y += (a[1] + b[1]) * cross;
  });
  return [x / (3 * area), y / (3 * area)];
}

export function isInside([x, y]: Point, corners: Corners): boolean {
  let inside = false;
  corners.forEach((a, at) => {
    const b = corners[(at + 1) % corners.length] as Point;
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  });
  return inside;
}

const LON_SHRINK = Math.cos((27.25 * Math.PI) / 180);
const KM_PER_DEGREE = 111.32;

export function kilometres(a: Point, b: Point): number {
  return Math.hypot((a[0] - b[0]) * LON_SHRINK, a[1] - b[1]) * KM_PER_DEGREE;
}

export function distanceToLine(point: Point, line: Line): number {
  return Math.min(...line.map((other) => kilometres(point, other)));
}

export const polygonOf = (corners: Corners) => ({
  type: 'Polygon' as const,
  coordinates: [[...corners, corners[0] as Point]],
});

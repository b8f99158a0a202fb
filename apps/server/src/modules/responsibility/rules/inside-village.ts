import {
  boxOf,
  contains,
  metresBetween,
  metresToLine,
  type Polygon,
  type Position,
  type Ring,
} from './geometry.ts';

/** How far a line drawn by hand may stray over the village's boundary. */
export const DRAWING_TOLERANCE_M = 10;
/** Edges are looked at in steps of the tolerance; a very long outline in as many steps as this. */
const MOST_STEPS = 20_000;

/** Where something drawn leaves the village, and how far beyond the boundary it lies there. */
export interface Outside {
  readonly at: Position;
  readonly metres: number;
}

/** Metres that a point lies outside the polygons; 0 inside and on the boundary. */
export function metresOutside(village: readonly Polygon[], point: Position): number {
  if (contains(village, point)) return 0;
  return Math.min(...village.flat().map((ring) => metresToLine(point, ring)));
}

function* stepsAlong(ring: Ring, stepM: number): Generator<Position> {
  for (let at = 1; at < ring.length; at++) {
    const [a, b] = [ring[at - 1] as Position, ring[at] as Position];
    const steps = Math.max(1, Math.ceil(metresBetween(a, b) / stepM));
    for (let step = 0; step < steps; step++)
      yield [a[0] + ((b[0] - a[0]) * step) / steps, a[1] + ((b[1] - a[1]) * step) / steps];
  }
}

const lengthOf = (ring: Ring): number =>
  ring.reduce(
    (sum, position, at) => sum + (at > 0 ? metresBetween(ring[at - 1] as Position, position) : 0),
    0,
  );

/** The point of these that lies farthest outside; null when none is beyond the tolerance. */
function farthest(village: readonly Polygon[], points: Iterable<Position>): Outside | null {
  let found: Outside | null = null;
  for (const at of points) {
    const metres = metresOutside(village, at);
    if (metres > (found?.metres ?? DRAWING_TOLERANCE_M)) found = { at, metres };
  }
  return found;
}

/** Corners of the drawing's box farther away than any village is wide: nothing else needs to be looked at. */
function farAway(village: readonly Polygon[], drawn: readonly Polygon[]): Outside | null {
  const [west, south, east, north] = boxOf(drawn);
  const corners: Position[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
  const [left, bottom, right, top] = boxOf(village);
  const across = metresBetween([left, bottom], [right, top]);
  const found = farthest(village, corners);
  return found && found.metres > across ? found : null;
}

/**
 * Where a drawn outline or a point leaves its village by more than `DRAWING_TOLERANCE_M`; null when it lies in it.
 * Edges count as well as corners, and so does a hole of the village (an enclave) that the drawing covers.
 * @param village boundary of the village, WGS84
 * @param drawn polygons, or one position
 */
export function outsideVillage(
  village: readonly Polygon[],
  drawn: readonly Polygon[] | Position,
): Outside | null {
  if (typeof drawn[0] === 'number') return farthest(village, [drawn as Position]);
  const polygons = drawn as readonly Polygon[];
  const away = farAway(village, polygons);
  if (away) return away;
  const rings = polygons.flatMap((polygon) => polygon.slice(0, 1));
  const stepM = Math.max(
    DRAWING_TOLERANCE_M,
    rings.reduce((sum, ring) => sum + lengthOf(ring), 0) / MOST_STEPS,
  );
  for (const ring of rings) {
    const found = farthest(village, stepsAlong(ring, stepM));
    if (found) return found;
  }
  return coveredEnclave(village, polygons);
}

function coveredEnclave(village: readonly Polygon[], drawn: readonly Polygon[]): Outside | null {
  for (const hole of village.flatMap(([, ...holes]) => holes))
    for (const at of hole) {
      const metres = contains(drawn, at)
        ? Math.min(...drawn.flat().map((ring) => metresToLine(at, ring)))
        : 0;
      if (metres > DRAWING_TOLERANCE_M) return { at, metres };
    }
  return null;
}

/** Chinese sentence that says where, how far, and what to do; `name` of the village. */
export function outsideSentence({ at: [lon, lat], metres }: Outside, what: string, name: string): string {
  const far = metres >= 1000 ? `${(metres / 1000).toFixed(1)} 公里` : `${Math.ceil(metres)} 米`;
  return `${what}（${lon.toFixed(5)}，${lat.toFixed(5)}）超出${name}边界约 ${far}，请改到村界以内；若是村界本身有误，请先更正区划`;
}

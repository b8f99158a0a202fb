export type Position = readonly [lon: number, lat: number];
export type Ring = readonly Position[];
/** Outer ring first, then holes. */
export type Polygon = readonly Ring[];
/** west, south, east, north. */
export type Box = [number, number, number, number];

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) &&
  value.length >= 2 &&
  Number.isFinite(value[0]) &&
  Number.isFinite(value[1]) &&
  Math.abs(value[0]) <= 180 &&
  Math.abs(value[1]) <= 90;

const isRing = (value: unknown): value is Ring => {
  if (!Array.isArray(value) || value.length < 4 || !value.every(isPosition)) return false;
  const [first, last] = [value[0] as Position, value.at(-1) as Position];
  return first[0] === last[0] && first[1] === last[1];
};

const isPolygon = (value: unknown): value is Polygon =>
  Array.isArray(value) && value.length > 0 && value.every(isRing);

/** Polygons of a GeoJSON Polygon or MultiPolygon (RFC 7946: closed rings, lon before lat); null for anything else. */
export function polygonsOf(geometry: unknown): readonly Polygon[] | null {
  if (typeof geometry !== 'object' || geometry === null) return null;
  const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown };
  if (type === 'Polygon') return isPolygon(coordinates) ? [coordinates] : null;
  if (type === 'MultiPolygon')
    return Array.isArray(coordinates) && coordinates.length > 0 && coordinates.every(isPolygon)
      ? (coordinates as Polygon[])
      : null;
  return null;
}

export type Line = readonly Position[];
const isLine = (value: unknown): value is Line =>
  Array.isArray(value) && value.length >= 2 && value.every(isPosition);

/** Lines of a GeoJSON LineString or MultiLineString (lon before lat); null for anything else. */
export function linesOf(geometry: unknown): readonly Line[] | null {
  if (typeof geometry !== 'object' || geometry === null) return null;
  const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown };
  if (type === 'LineString') return isLine(coordinates) ? [coordinates] : null;
  const lines = type === 'MultiLineString' && Array.isArray(coordinates) ? (coordinates as unknown[]) : [];
  return lines.length > 0 && lines.every(isLine) ? (lines as Line[]) : null;
}

/** Length of lines in kilometres; parts of a MultiLineString are added without what lies between them. */
export function lengthKm(lines: readonly Line[]): number {
  const metres = lines.flatMap((line) =>
    line.slice(1).map((position, at) => metresBetween(line[at] as Position, position)),
  );
  return metres.reduce((sum, one) => sum + one, 0) / 1000;
}

export function pointCount(polygons: readonly Polygon[]): number {
  return polygons.reduce((sum, polygon) => sum + polygon.reduce((count, ring) => count + ring.length, 0), 0);
}

/** Box around all outer rings. */
export function boxOf(polygons: readonly Polygon[]): Box {
  const box: Box = [180, 90, -180, -90];
  for (const [lon, lat] of polygons.flatMap((polygon) => polygon[0] ?? [])) {
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  }
  return box;
}

function liesOn([x, y]: Position, [ax, ay]: Position, [bx, by]: Position): boolean {
  const cross = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
  if (Math.abs(cross) > 1e-12) return false;
  return x >= Math.min(ax, bx) && x <= Math.max(ax, bx) && y >= Math.min(ay, by) && y <= Math.max(ay, by);
}

/** Ray casting (even–odd) of one ring. */
function insideRing(point: Position, ring: Ring): 'inside' | 'edge' | 'outside' {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1] as Position, ring[i] as Position];
    if (liesOn(point, a, b)) return 'edge';
    const crosses = a[1] > point[1] !== b[1] > point[1];
    if (crosses && point[0] < ((b[0] - a[0]) * (point[1] - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  }
  return inside ? 'inside' : 'outside';
}

/** True when the point lies in the polygon or on its boundary (of a hole too); false inside a hole. Plane geometry in degrees. */
export function contains(polygons: readonly Polygon[], point: Position): boolean {
  return polygons.some(([outer, ...holes]) => {
    if (!outer) return false;
    const within = insideRing(point, outer);
    if (within !== 'inside') return within === 'edge';
    return holes.every((hole) => insideRing(point, hole) !== 'inside');
  });
}

/** Metres from a point to a line of at least one position; plane geometry around the point. */
export function metresToLine([lon, lat]: Position, line: readonly Position[]): number {
  const metresPerDegree = 111_320;
  const scale = metresPerDegree * Math.cos(lat * (Math.PI / 180));
  const plane = ([x, y]: Position): Position => [(x - lon) * scale, (y - lat) * metresPerDegree];
  let nearest = Number.POSITIVE_INFINITY;
  let [ax, ay] = plane(line[0] ?? [lon, lat]);
  for (const position of line) {
    const [bx, by] = plane(position);
    const square = (bx - ax) ** 2 + (by - ay) ** 2;
    const along = square === 0 ? 0 : Math.min(1, Math.max(0, -(ax * (bx - ax) + ay * (by - ay)) / square));
    nearest = Math.min(nearest, Math.hypot(ax + along * (bx - ax), ay + along * (by - ay)));
    [ax, ay] = [bx, by];
  }
  return nearest;
}

function ringArea(ring: Ring): number {
  let doubled = 0;
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1] as Position, ring[i] as Position];
    doubled += a[0] * b[1] - b[0] * a[1];
  }
  return Math.abs(doubled) / 2;
}

/** Area in square degrees, holes taken off: only for comparing sizes of neighbours. */
export function areaOf(polygons: readonly Polygon[]): number {
  return polygons.reduce(
    (sum, [outer, ...holes]) =>
      sum + (outer ? ringArea(outer) : 0) - holes.reduce((cut, hole) => cut + ringArea(hole), 0),
    0,
  );
}

/** Approximate distance in metres, good for choosing the nearest of close points. */
export function metresBetween(a: Position, b: Position): number {
  const metresPerDegree = 111_320;
  const dx = (a[0] - b[0]) * metresPerDegree * Math.cos(((a[1] + b[1]) / 2) * (Math.PI / 180));
  return Math.hypot(dx, (a[1] - b[1]) * metresPerDegree);
}

/** Text of a PostgreSQL box. */
export function boxText(box: Box): string {
  return `((${box[0]},${box[1]}),(${box[2]},${box[3]}))`;
}

/** `(east,north),(west,south)` as PostgreSQL prints a box. */
export function readBox(text: string): Box {
  const [east, north, west, south] = text.match(/-?[\d.]+(?:e[+-]?\d+)?/g)?.map(Number) ?? [];
  return [west ?? 0, south ?? 0, east ?? 0, north ?? 0];
}

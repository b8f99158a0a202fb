import { type Corners, centroid, chance, isInside, type Point, rounded, winding } from './shape.ts';

/** The part of a polygon that lies nearer to `site` than to `other`. */
function nearerPart(corners: Corners, site: Point, other: Point): Corners {
  const middle: Point = [(site[0] + other[0]) / 2, (site[1] + other[1]) / 2];
  const side = ([x, y]: Point) =>
    (x - middle[0]) * (other[0] - site[0]) + (y - middle[1]) * (other[1] - site[1]);
  const kept: Point[] = [];
  corners.forEach((a, at) => {
    const b = corners[(at + 1) % corners.length] as Point;
    const [sa, sb] = [side(a), side(b)];
    if (sa <= 0) kept.push(a);
    if (sa < 0 !== sb < 0 && sa !== 0 && sb !== 0) {
      const share = sa / (sa - sb);
      kept.push([a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]);
    }
  });
  return kept;
}

function cellsOf(outline: Corners, sites: readonly Point[]): Corners[] {
  return sites.map((site) =>
    sites.reduce<Corners>((cell, other) => (other === site ? cell : nearerPart(cell, site, other)), outline),
  );
}

/** Points scattered inside an outline, the same at every call. */
function scatter(outline: Corners, count: number, key: string): Point[] {
  const [xs, ys] = [outline.map((point) => point[0]), outline.map((point) => point[1])];
  const [west, south] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - west, Math.max(...ys) - south];
  const points: Point[] = [];
  for (let i = 0; points.length < count; i++) {
    const point: Point = [west + chance(`${key} x ${i}`) * width, south + chance(`${key} y ${i}`) * height];
    if (isInside(point, outline)) points.push(point);
  }
  return points;
}

const clean = (corners: Corners): Corners => {
  const points = corners.map(rounded);
  return points.filter((point, at) => {
    const before = points.at(at - 1) as Point;
    return point[0] !== before[0] || point[1] !== before[1];
  });
};

const edgeKey = (a: Point, b: Point) => [a.join(), b.join()].sort().join('|');

/** Makes borders between two cells winding; the outline stays as it is. */
function windBorders(cells: readonly Corners[]): Corners[] {
  const uses = new Map<string, number>();
  const edges = (cell: Corners) => cell.map((a, at) => [a, cell[(at + 1) % cell.length] as Point] as const);
  for (const cell of cells)
    for (const [a, b] of edges(cell)) uses.set(edgeKey(a, b), (uses.get(edgeKey(a, b)) ?? 0) + 1);
  return cells.map((cell) =>
    edges(cell).flatMap(([a, b]) => (uses.get(edgeKey(a, b)) === 2 ? winding(a, b, 3).slice(0, -1) : [a])),
  );
}

const EVENING_ROUNDS = 12;

/** Cuts an outline into `count` areas of similar size that share their borders; the same at every call. */
export function cutInto(outline: Corners, count: number, key: string): { site: Point; corners: Corners }[] {
  let sites = scatter(outline, count, key);
  for (let round = 0; round < EVENING_ROUNDS; round++) sites = cellsOf(outline, sites).map(centroid);
  const cells = windBorders(cellsOf(outline, sites).map(clean));
  return cells.map((corners, at) => ({ site: rounded(sites[at] as Point), corners }));
}

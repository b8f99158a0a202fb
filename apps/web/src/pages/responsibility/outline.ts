import type { Spot } from '../../map/MapView.tsx';

/** `104.1,30.2` a line; lines that are no coordinates are left out. */
export function spotsFromText(text: string): Spot[] {
  return text.split(/\n/).flatMap((line) => {
    const [lon, lat] = line
      .split(/[,，\s]+/)
      .filter(Boolean)
      .map(Number);
    const fits = lon !== undefined && lat !== undefined && Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
    return fits ? [{ lon, lat }] : [];
  });
}

export const textOfSpots = (spots: readonly Spot[]) =>
  spots.map(({ lon, lat }) => `${lon.toFixed(6)},${lat.toFixed(6)}`).join('\n');

/** Outer ring of a GeoJSON polygon without its closing point; empty for anything else. */
export function cornersFrom(boundary: unknown): Spot[] {
  if (typeof boundary !== 'object' || boundary === null || !('type' in boundary)) return [];
  const { type, coordinates } = boundary as { type: unknown; coordinates?: unknown };
  const rings =
    type === 'Polygon' ? coordinates : type === 'MultiPolygon' ? (coordinates as unknown[])?.[0] : null;
  const ring = Array.isArray(rings) ? (rings[0] as unknown) : null;
  if (!Array.isArray(ring)) return [];
  return (ring as [number, number][]).slice(0, -1).map(([lon, lat]) => ({ lon, lat }));
}

/** Points of a GeoJSON line, parts one after the other; empty for anything else. */
export function pointsOfLine(line: unknown): Spot[] {
  if (typeof line !== 'object' || line === null || !('type' in line)) return [];
  const { type, coordinates } = line as { type: unknown; coordinates?: unknown };
  const parts = type === 'LineString' ? [coordinates] : type === 'MultiLineString' ? coordinates : [];
  return (parts as [number, number][][]).flat().map(([lon, lat]) => ({ lon, lat }));
}

/** GeoJSON line of at least two points; else null. */
export function lineOf(points: readonly Spot[]) {
  if (points.length < 2) return null;
  return { type: 'LineString', coordinates: points.map(({ lon, lat }) => [lon, lat]) };
}

/** GeoJSON polygon of at least three corners, closed; else null. */
export function polygonOf(corners: readonly Spot[]) {
  const [first] = corners;
  if (corners.length < 3 || !first) return null;
  const ring = [...corners, first].map(({ lon, lat }) => [lon, lat]);
  return { type: 'Polygon', coordinates: [ring] };
}

const letters = { group: 'G', household: 'H', grid: 'W', plot: 'P' } as const;

/** First free code below a village: `990121101203W04` when W01 to W03 exist. */
export function nextCode(village: string, kind: keyof typeof letters, taken: readonly string[]): string {
  const start = `${village}${letters[kind]}`;
  const digits = kind === 'household' ? 3 : 2;
  const numbers = taken
    .filter((code) => code.startsWith(start))
    .map((code) => Number(code.slice(start.length)));
  const next = Math.max(0, ...numbers.filter(Number.isInteger)) + 1;
  return `${start}${String(next).padStart(digits, '0')}`;
}

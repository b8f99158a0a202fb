import { within } from '../units/concentration.ts';
import { GCJ_02 } from './codes.table.ts';

/** Longitude and latitude in degrees, in this order. */
export type LngLat = readonly [lng: number, lat: number];

const { PI } = Math;
const BD_PI = (PI * 3000) / 180;
/** Where the iteration of the inverse stops, in degrees, and after how many steps at most. */
const CLOSE_DEG = 1e-12;
const MOST_STEPS = 50;

function checked([lng, lat]: LngLat): LngLat {
  return [within(lng, 'lng', -180, 180), within(lat, 'lat', -90, 90)];
}

/** Whether a point lies in the rectangle within which maps are shifted; outside nothing is. */
export function isShifted([lng, lat]: LngLat): boolean {
  const { west, east, south, north } = GCJ_02.rectangle;
  return lng >= west && lng <= east && lat >= south && lat <= north;
}

/** Sines of the shift: size in metres and waves per half turn. */
type Sines = readonly (readonly [size: number, per: number])[];
const RIPPLE: Sines = [
  [20, 6],
  [20, 2],
];
const SWELL: Sines = [
  [20, 1],
  [40, 1 / 3],
];
const NORTH_TIDE: Sines = [
  [160, 1 / 12],
  [320, 1 / 30],
];
const EAST_TIDE: Sines = [
  [150, 1 / 12],
  [300, 1 / 30],
];

function waves(x: number, sines: Sines): number {
  return sines.reduce((sum, [size, per]) => sum + size * Math.sin(x * per * PI), 0) * (2 / 3);
}

/** Shift to the north in metres, from degrees east of 105° and north of 35°. */
function northward(x: number, y: number): number {
  const base = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
  return base + waves(x, RIPPLE) + waves(y, SWELL) + waves(y, NORTH_TIDE);
}

/** Shift to the east in metres. */
function eastward(x: number, y: number): number {
  const base = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
  return base + waves(x, RIPPLE) + waves(x, SWELL) + waves(x, EAST_TIDE);
}

/** Shift in degrees at a point. */
function shift([lng, lat]: LngLat): LngLat {
  const { axisM, eccentricity2 } = GCJ_02;
  const phi = (lat / 180) * PI;
  const root = 1 - eccentricity2 * Math.sin(phi) ** 2;
  const meridian = (axisM * (1 - eccentricity2)) / (root * Math.sqrt(root));
  const parallel = (axisM / Math.sqrt(root)) * Math.cos(phi);
  const [x, y] = [lng - 105, lat - 35];
  return [(eastward(x, y) * 180) / (parallel * PI), (northward(x, y) * 180) / (meridian * PI)];
}

/** WGS84 (or CGCS2000) to GCJ-02. Outside the rectangle unchanged. Errors: `out-of-range`, `not-a-number`, `not-finite`. @source public implementations, recomputed */
export function gcj02FromWgs84(point: LngLat): LngLat {
  const [lng, lat] = checked(point);
  if (!isShifted(point)) return [lng, lat];
  const [east, north] = shift(point);
  return [lng + east, lat + north];
}

/** GCJ-02 to WGS84, iterated until forward and back agree far below 1e-9°. Outside the rectangle unchanged. Errors: as `gcj02FromWgs84`. @source public implementations, recomputed */
export function wgs84FromGcj02(point: LngLat): LngLat {
  const target = checked(point);
  if (!isShifted(target)) return target;
  let [lng, lat] = target;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const [east, north] = shift([lng, lat]);
    const [dLng, dLat] = [lng + east - target[0], lat + north - target[1]];
    lng -= dLng;
    lat -= dLat;
    if (Math.abs(dLng) < CLOSE_DEG && Math.abs(dLat) < CLOSE_DEG) break;
  }
  return [lng, lat];
}

/** GCJ-02 to BD-09. Errors: as `gcj02FromWgs84`. @source public implementations, recomputed */
export function bd09FromGcj02(point: LngLat): LngLat {
  const [x, y] = checked(point);
  const radius = Math.sqrt(x * x + y * y) + 0.00002 * Math.sin(y * BD_PI);
  const angle = Math.atan2(y, x) + 0.000003 * Math.cos(x * BD_PI);
  return [radius * Math.cos(angle) + GCJ_02.bd.lng, radius * Math.sin(angle) + GCJ_02.bd.lat];
}

/** BD-09 to GCJ-02 by the usual single step. Errors: as `gcj02FromWgs84`. @source public implementations, recomputed */
export function gcj02FromBd09Once(point: LngLat): LngLat {
  const [lng, lat] = checked(point);
  const [x, y] = [lng - GCJ_02.bd.lng, lat - GCJ_02.bd.lat];
  const radius = Math.sqrt(x * x + y * y) - 0.00002 * Math.sin(y * BD_PI);
  const angle = Math.atan2(y, x) - 0.000003 * Math.cos(x * BD_PI);
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}

/** BD-09 to GCJ-02, iterated until forward and back agree far below 1e-9°. Errors: as `gcj02FromWgs84`. @source public implementations, recomputed */
export function gcj02FromBd09(point: LngLat): LngLat {
  const target = checked(point);
  let [lng, lat] = gcj02FromBd09Once(target);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const [atLng, atLat] = bd09FromGcj02([lng, lat]);
    const [dLng, dLat] = [atLng - target[0], atLat - target[1]];
    lng -= dLng;
    lat -= dLat;
    if (Math.abs(dLng) < CLOSE_DEG && Math.abs(dLat) < CLOSE_DEG) break;
  }
  return [lng, lat];
}

/** WGS84 to BD-09. Errors: as `gcj02FromWgs84`. */
export function bd09FromWgs84(point: LngLat): LngLat {
  return bd09FromGcj02(gcj02FromWgs84(point));
}

/** BD-09 to WGS84. Errors: as `gcj02FromWgs84`. */
export function wgs84FromBd09(point: LngLat): LngLat {
  return wgs84FromGcj02(gcj02FromBd09(point));
}

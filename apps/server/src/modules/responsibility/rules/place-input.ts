import type { PlaceKind } from '@qingshan/contract';
import { type Polygon, pointCount, polygonsOf } from './geometry.ts';

export type SmallPlaceKind = Extract<PlaceKind, 'group' | 'household' | 'grid' | 'plot'>;

export interface PlaceInput {
  readonly code: string;
  readonly kind: SmallPlaceKind;
  readonly name: string;
  readonly position?: { readonly lon: number; readonly lat: number } | null;
  /** GeoJSON Polygon or MultiPolygon. */
  readonly boundary?: unknown;
  /** The grid that covers it; undefined: as it is. */
  readonly gridCode?: string | null;
}

const MAX_BOUNDARY_POINTS = 2000;

/** Kind that a code below the village stands for; null for a division. */
export function kindOfCode(code: string): Extract<PlaceKind, 'group' | 'household' | 'grid' | 'plot'> | null {
  const below = code.slice(12);
  if (/^G\d{2,3}H\d{3,4}$/.test(below)) return 'household';
  if (/^G\d{2,3}$/.test(below)) return 'group';
  if (/^W\d{2,3}$/.test(below)) return 'grid';
  return /^P\d{2,3}$/.test(below) ? 'plot' : null;
}

/** Polygons of a drawn boundary; null when there is none. */
export function polygonsWithin(boundary: unknown): readonly Polygon[] | null {
  return boundary === null || boundary === undefined ? null : polygonsOf(boundary);
}

/** What is wrong with a drawn boundary; null when nothing is, or when there is none. */
export function boundaryFault(boundary: unknown): string | null {
  if (boundary === null || boundary === undefined) return null;
  const polygons = polygonsOf(boundary);
  if (!polygons) return '边界应为 GeoJSON 多边形，首尾相接，经度在前';
  const points = pointCount(polygons);
  return points > MAX_BOUNDARY_POINTS
    ? `边界点太多（${points} 个），最多 ${MAX_BOUNDARY_POINTS} 个，请简化后再存`
    : null;
}

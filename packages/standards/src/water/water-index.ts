import { type Basis, basisOf, type When } from '../edition.ts';
import { StandardRefusal } from '../refusal.ts';
import { nonNegative } from '../units/concentration.ts';
import { type BodyLimits, bodyLimits, type ClassLimits, type WaterBody } from './gb3838.ts';
import { countedValue, type WaterSample } from './sample.ts';
import type { SurfaceItem } from './surface-water.table.ts';
import { CWQI_2017, NEMEROW_WATER, type WaterIndexTable } from './water-index.table.ts';

/** An index of one water sample; unverified ones say so in the basis. */
export interface WaterIndex {
  readonly index: number;
  readonly items: Readonly<Partial<Record<SurfaceItem, number>>>;
  readonly missing: readonly SurfaceItem[];
  readonly basis: Basis;
}

function singleIndex(limits: ClassLimits, value: number, table: WaterIndexTable): number {
  if (limits.kind === 'le') return value / (limits.limits[table.target - 1] as number);
  if (limits.kind === 'ge') {
    if (value === 0)
      throw new StandardRefusal('out-of-range', limits.item, `${limits.item} 为 0，比值无意义，请核对`);
    return (limits.limits[table.target - 1] as number) / value;
  }
  const [low, high] = limits.limits as readonly [number, number];
  return value <= table.phNeutral
    ? (table.phNeutral - value) / (table.phNeutral - low)
    : (value - table.phNeutral) / (high - table.phNeutral);
}

function singles(
  sample: WaterSample,
  body: BodyLimits,
  table: WaterIndexTable,
): Omit<WaterIndex, 'index' | 'basis'> {
  const items: Partial<Record<SurfaceItem, number>> = {};
  const missing: SurfaceItem[] = [];
  for (const limits of body.items.values()) {
    if (table.leftOut.includes(limits.item)) continue;
    const given = sample[limits.item];
    if (given === null || given === undefined) missing.push(limits.item);
    else items[limits.item] = singleIndex(limits, countedValue(given, limits.item), table);
  }
  if (Object.keys(items).length === 0)
    throw new StandardRefusal('nothing-to-judge', 'sample', '样品没有可评价的项目，请至少给一项监测值');
  return { items, missing };
}

/**
 * CWQI of a river section or lake point: Σ C/limit III over 21 items; DO limit/C; pH (7−pH)/1 up to 7, (pH−7)/2 above.
 * Smaller is better. Missing items are named: sums with different items must not be compared. Below detection counts half.
 * Errors: `nothing-to-judge`, `out-of-range`, `not-a-number`, `not-finite`, `negative`.
 * @source 城市地表水环境质量排名技术规定 (recollected, unverified)
 */
export function cwqi(sample: WaterSample, body: WaterBody, when: When): WaterIndex {
  const result = singles(sample, bodyLimits(body, when), CWQI_2017);
  const index = Object.values(result.items).reduce((sum, single) => sum + single, 0);
  return {
    index,
    ...result,
    basis: basisOf(CWQI_2017, CWQI_2017.clause, CWQI_2017.mark, { note: CWQI_2017.note }),
  };
}

/** City CWQI: river and lake values weighted by their numbers of sections and points. Errors: `nothing-to-judge`, `negative`. @source as `cwqi` */
export function cityCwqi(
  river: { index: number; sections: number },
  lake: { index: number; points: number },
): number {
  const [sections, points] = [nonNegative(river.sections, 'sections'), nonNegative(lake.points, 'points')];
  if (sections + points === 0)
    throw new StandardRefusal('nothing-to-judge', 'sections', '没有断面和点位，不能计算城市指数');
  return (
    (nonNegative(river.index, 'river') * sections + nonNegative(lake.index, 'lake') * points) /
    (sections + points)
  );
}

/** Change of CWQI against a base period: (now − base) ÷ base; negative is better. Errors: `out-of-range` for a base of 0. @source as `cwqi` */
export function cwqiChange(now: number, base: number): number {
  if (nonNegative(base, 'base') === 0)
    throw new StandardRefusal('out-of-range', 'base', '基期指数为 0，不能计算变化率');
  return (nonNegative(now, 'now') - base) / base;
}

/**
 * Nemerow index of water PN = √((mean(Pi)² + max(Pi)²)/2) over the single indices to class III; unverified, without grades.
 * Missing data and errors as `cwqi`. @source textbook form, no standard
 */
export function nemerowWaterIndex(sample: WaterSample, body: WaterBody, when: When): WaterIndex {
  const result = singles(sample, bodyLimits(body, when), NEMEROW_WATER);
  const values = Object.values(result.items);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const index = Math.sqrt((mean ** 2 + Math.max(...values) ** 2) / 2);
  return {
    index,
    ...result,
    basis: basisOf(NEMEROW_WATER, NEMEROW_WATER.clause, NEMEROW_WATER.mark, { note: NEMEROW_WATER.note }),
  };
}

import { type Basis, editionFor, type When } from '../edition.ts';
import { findLimit, limitBasis } from '../limit-table.ts';
import { multipleOver } from '../multiple.ts';
import { oneOf, StandardRefusal } from '../refusal.ts';
import { nonNegative } from '../units/concentration.ts';
import { SURFACE_TABLES, type WaterBody, type WaterClass } from './gb3838.ts';
import type { WaterSample } from './sample.ts';
import { type SurfaceJudgement, surfaceClass } from './surface-class.ts';
import { SURFACE_EVALUATION_2011 } from './surface-water.table.ts';

/** Protection zone of a centralised drinking-water source. */
export type ProtectionZone = 'first' | 'second';

/** An item of table 2 or 3 above its limit. */
export interface SourceExceedance {
  readonly item: string;
  readonly value: number;
  readonly multiple: number;
  readonly basis: Basis;
}

/** Judgement of a drinking-water source. */
export interface SourceJudgement {
  readonly meets: boolean;
  readonly neededClass: WaterClass;
  readonly surface: SurfaceJudgement;
  /** Items of tables 2 and 3 above their limits. */
  readonly exceeding: readonly SourceExceedance[];
  /** Items of tables 2 and 3 that were judged. */
  readonly judged: readonly string[];
}

function judgeSupplement(
  values: Readonly<Record<string, number | null>>,
  when: When,
): Pick<SourceJudgement, 'exceeding' | 'judged'> {
  const table = editionFor(SURFACE_TABLES, when);
  const exceeding: SourceExceedance[] = [];
  const judged: string[] = [];
  for (const [item, given] of Object.entries(values)) {
    if (given === null) continue;
    const value = nonNegative(given, item);
    const row = findLimit(table, { item, condition: 'centralised drinking-water source' });
    judged.push(item);
    if (value > Number(row.limit))
      exceeding.push({
        item,
        value,
        multiple: multipleOver(value, Number(row.limit)),
        basis: limitBasis(table, row),
      });
  }
  return { exceeding, judged };
}

/**
 * Whether a drinking-water source meets its zone: class II (first-level zone) or III (second-level zone) by table 1, and every given item of
 * tables 2 (sulfate, chloride, nitrate_n, fe, mn) and 3 (80 items, mg/L). TN and coliform are judged apart.
 * Missing items (null) are not judged. Errors: as `surfaceClass`; `unknown-item` for an item of neither table.
 * @source GB 3838-2002 表1 表2 表3 (zone classes recollected)
 */
export function drinkingSource(
  sample: WaterSample,
  supplement: Readonly<Record<string, number | null>>,
  zone: ProtectionZone,
  body: WaterBody,
  when: When,
): SourceJudgement {
  const surface = surfaceClass(sample, body, when);
  if (surface.class === null)
    throw new StandardRefusal('nothing-to-judge', 'sample', '水源没有可评价的基本项目');
  const result = judgeSupplement(supplement, when);
  const neededClass = SURFACE_EVALUATION_2011.zoneClass[oneOf(zone, ['first', 'second'], 'zone')];
  return {
    meets: surface.class <= neededClass && result.exceeding.length === 0,
    neededClass,
    surface,
    ...result,
  };
}

/** Compliance of sources by number and by volume; ratio null when there is nothing to divide. @source recollected */
export function sourceCompliance(sources: readonly { readonly meets: boolean; readonly volume: number }[]): {
  readonly bySource: number | null;
  readonly byVolume: number | null;
} {
  const total = sources.reduce((sum, source) => sum + nonNegative(source.volume, 'volume'), 0);
  const met = sources.filter((source) => source.meets);
  const volume = met.reduce((sum, source) => sum + source.volume, 0);
  return {
    bySource: sources.length === 0 ? null : met.length / sources.length,
    byVolume: total === 0 ? null : volume / total,
  };
}

// biome-ignore-all format: one item a line
import type { Mark, StandardHeader } from '../edition.ts';

/** Items of the black-odorous survey: transparency cm, DO mg/L, oxidation-reduction potential mV, NH3-N mg/L. */
export type BlackOdorousItem = 'transparency_cm' | 'do' | 'orp_mv' | 'nh3n';
/** One item: `light` and `heavy` are the ends of the light band; low values are bad unless `highIsBad`. */
export interface BlackOdorousRow { readonly item: BlackOdorousItem; readonly unit: string; readonly highIsBad: boolean; readonly light: number; readonly heavy: number | null; readonly lightIncluded: boolean; readonly mark: Mark }

/** A guideline of black-odorous water. */
export interface BlackOdorousTable extends StandardHeader {
  readonly rows: readonly BlackOdorousRow[];
  /** In water shallower than this (cm) transparency is judged against a share of the depth. */
  readonly shallowCm: number;
  readonly shallowShare: number;
  /** Share of heavy points, in percent, from which a whole body is heavy; and heavy points in a row. */
  readonly bodyHeavyPercent: number | null;
  readonly bodyHeavyInARow: number | null;
  readonly bodyMark: Mark;
}

/** 城市黑臭水体整治工作指南. @source 城市黑臭水体整治工作指南 表1 */
export const URBAN_BLACK_ODOROUS: BlackOdorousTable = {
  standard: '城市黑臭水体整治工作指南', edition: '2015', title: '城市黑臭水体整治工作指南', source: 'paper and a public implementation',
  effectiveFrom: '2015-08-28', effectiveTo: null, datesMark: 'memory', note: 'ends of the light band are included; grading of a whole body recollected',
  rows: [
    { item: 'transparency_cm', unit: 'cm', highIsBad: false, light: 25, heavy: 10, lightIncluded: true, mark: 'two-sources' },
    { item: 'do', unit: 'mg/L', highIsBad: false, light: 2, heavy: 0.2, lightIncluded: true, mark: 'two-sources' },
    { item: 'orp_mv', unit: 'mV', highIsBad: false, light: 50, heavy: -200, lightIncluded: true, mark: 'two-sources' },
    { item: 'nh3n', unit: 'mg/L', highIsBad: true, light: 8, heavy: 15, lightIncluded: true, mark: 'two-sources' },
  ],
  shallowCm: 25, shallowShare: 0.4, bodyHeavyPercent: 60, bodyHeavyInARow: 2, bodyMark: 'memory',
};

/** 农村黑臭水体治理工作指南, recollected. @source 环办土壤函〔2019〕826号 */
export const RURAL_BLACK_ODOROUS: BlackOdorousTable = {
  standard: '环办土壤函〔2019〕826号', edition: '2019', title: '农村黑臭水体治理工作指南（试行）', source: 'recollection',
  effectiveFrom: '2019-11-01', effectiveTo: null, datesMark: 'memory', note: 'unverified; one item is enough, there is no heavy grade',
  rows: [
    { item: 'transparency_cm', unit: 'cm', highIsBad: false, light: 25, heavy: null, lightIncluded: false, mark: 'memory' },
    { item: 'do', unit: 'mg/L', highIsBad: false, light: 2, heavy: null, lightIncluded: false, mark: 'memory' },
    { item: 'nh3n', unit: 'mg/L', highIsBad: true, light: 15, heavy: null, lightIncluded: false, mark: 'memory' },
  ],
  shallowCm: 25, shallowShare: 0.4, bodyHeavyPercent: null, bodyHeavyInARow: null, bodyMark: 'memory',
};

// biome-ignore-all format: one item a line
import type { Mark, StandardHeader } from '../edition.ts';

/** Items of the trophic index: chlorophyll a mg/m³, TP, TN, CODMn mg/L, transparency m. */
export type TrophicItem = 'chla' | 'tp' | 'tn' | 'sd' | 'codmn';

/** TLI(item) = 10·(intercept + slope·ln C); weight = r² ÷ Σ r². */
export interface TrophicTable extends StandardHeader {
  readonly items: readonly { readonly item: TrophicItem; readonly unit: string; readonly intercept: number; readonly slope: number; readonly r: number; readonly mark: Mark }[];
  readonly levels: readonly { readonly level: string; readonly below: number | null; readonly inclusive: boolean; readonly mark: Mark }[];
}

/** 湖泊（水库）富营养化评价方法及分级技术规定. @source 总站生字[2001]090号 */
export const TROPHIC_2001: TrophicTable = {
  standard: '总站生字[2001]090号', edition: '2001', title: '湖泊（水库）富营养化评价方法及分级技术规定', source: 'public page and several repositories',
  effectiveFrom: '2001-01-01', effectiveTo: null, datesMark: 'memory', note: '',
  items: [
    { item: 'chla', unit: 'mg/m³', intercept: 2.5, slope: 1.086, r: 1, mark: 'two-sources' },
    { item: 'tp', unit: 'mg/L', intercept: 9.436, slope: 1.624, r: 0.84, mark: 'two-sources' },
    { item: 'tn', unit: 'mg/L', intercept: 5.453, slope: 1.694, r: 0.82, mark: 'two-sources' },
    { item: 'sd', unit: 'm', intercept: 5.118, slope: -1.94, r: -0.83, mark: 'two-sources' },
    { item: 'codmn', unit: 'mg/L', intercept: 0.109, slope: 2.661, r: 0.83, mark: 'two-sources' },
  ],
  levels: [
    { level: '贫营养', below: 30, inclusive: false, mark: 'two-sources' },
    { level: '中营养', below: 50, inclusive: true, mark: 'two-sources' },
    { level: '轻度富营养', below: 60, inclusive: true, mark: 'two-sources' },
    { level: '中度富营养', below: 70, inclusive: true, mark: 'two-sources' },
    { level: '重度富营养', below: null, inclusive: false, mark: 'two-sources' },
  ],
};

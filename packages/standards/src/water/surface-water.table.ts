// biome-ignore-all format: one item a line
import type { Mark, StandardHeader } from '../edition.ts';

/** The 24 items of GB 3838 table 1 by their keys; water temperature has two, rise and drop. */
export type SurfaceItem =
  | 'water_temp_rise' | 'water_temp_drop'
  | 'ph' | 'do' | 'codmn' | 'cod' | 'bod5' | 'nh3n' | 'tp' | 'tn' | 'cu' | 'zn' | 'fluoride' | 'se' | 'as' | 'hg' | 'cd' | 'cr6' | 'pb'
  | 'cyanide' | 'volatile_phenol' | 'petroleum' | 'las' | 'sulfide' | 'fecal_coliform';

/** Levels of a section by its class; 6 = worse than V. */
export interface SectionLevel { readonly upToClass: number; readonly level: string; readonly colour: string; readonly mark: Mark; readonly colourMark: Mark }
/** Levels of a river or basin by shares of sections, in percent. The first row that fits counts. */
export interface ShareLevel { readonly level: string; readonly goodFrom: number; readonly worseBelow: number | null; readonly mark: Mark }

/** The evaluation rule of surface water. */
export interface EvaluationRule extends StandardHeader {
  /** Items that are classed, but do not enter the class of a section. */
  readonly apart: readonly SurfaceItem[];
  readonly firstRank: readonly SurfaceItem[];
  readonly firstRankMark: Mark;
  readonly withoutMultiple: readonly SurfaceItem[];
  readonly mainCount: number;
  readonly targetOfMultiple: number;
  readonly fewSections: number;
  /** Share of the detection limit that stands for a value below it, recollected. */
  readonly belowDetectionShare: number;
  readonly belowDetectionMark: Mark;
  /** Class of table 1 that the zones of a drinking-water source must meet, recollected. */
  readonly zoneClass: { readonly first: 1 | 2 | 3 | 4 | 5; readonly second: 1 | 2 | 3 | 4 | 5; readonly mark: Mark };
  readonly sectionLevels: readonly SectionLevel[];
  readonly shareLevels: readonly ShareLevel[];
}

/** 地表水环境质量评价办法（试行）, 环办[2011]22号. @source 环办[2011]22号 */
export const SURFACE_EVALUATION_2011: EvaluationRule = {
  standard: '环办[2011]22号', edition: '2011', title: '地表水环境质量评价办法（试行）', source: 'document copy, bureau page, paper; colours and ranking of metals partly recollected',
  effectiveFrom: '2011-03-09', effectiveTo: null, datesMark: 'memory',
  note: 'with 60 % good and 40 % worse than V exactly no row of the text fits: worse than V from 40 % counts as heavy; sections judged before 2011 go by the same rule',
  apart: ['water_temp_rise', 'water_temp_drop', 'tn', 'fecal_coliform'],
  firstRank: ['cyanide', 'hg', 'cd', 'cr6', 'pb', 'as', 'cu', 'zn'], firstRankMark: 'memory',
  withoutMultiple: ['ph', 'do'],
  mainCount: 3, targetOfMultiple: 3, fewSections: 5,
  belowDetectionShare: 0.5, belowDetectionMark: 'memory',
  zoneClass: { first: 2, second: 3, mark: 'memory' },
  sectionLevels: [
    { upToClass: 2, level: '优', colour: '蓝', mark: 'two-sources', colourMark: 'memory' },
    { upToClass: 3, level: '良好', colour: '绿', mark: 'two-sources', colourMark: 'memory' },
    { upToClass: 4, level: '轻度污染', colour: '黄', mark: 'two-sources', colourMark: 'memory' },
    { upToClass: 5, level: '中度污染', colour: '橙', mark: 'two-sources', colourMark: 'memory' },
    { upToClass: 6, level: '重度污染', colour: '红', mark: 'two-sources', colourMark: 'memory' },
  ],
  shareLevels: [
    { level: '优', goodFrom: 90, worseBelow: null, mark: 'two-sources' },
    { level: '良好', goodFrom: 75, worseBelow: null, mark: 'two-sources' },
    { level: '轻度污染', goodFrom: 0, worseBelow: 20, mark: 'two-sources' },
    { level: '中度污染', goodFrom: 0, worseBelow: 40, mark: 'two-sources' },
    { level: '重度污染', goodFrom: 0, worseBelow: null, mark: 'memory' },
  ],
};

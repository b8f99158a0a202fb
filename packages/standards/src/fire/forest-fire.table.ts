// biome-ignore-all format: one row a line
import type { Mark, StandardHeader } from '../edition.ts';

/** Scores of a value: the first row whose `upTo` is not below it counts; null = no upper end. */
export type ScoreBand = readonly [upTo: number | null, score: number];

/** A scheme of component scores of the forest fire weather index HTZ = A + B + C + D − E. Replace it by your own when you have read the text. */
export interface ForestFireScheme extends StandardHeader {
  readonly id: string;
  readonly mark: Mark;
  /** A: highest temperature of the day, °C. */
  readonly temperature: readonly ScoreBand[];
  /** B: lowest relative humidity of the day, %. */
  readonly humidity: readonly ScoreBand[];
  /** C: by the last rain (mm), the score of the day of rain and of each dry day after it. */
  readonly rain: readonly { readonly upToMm: number | null; readonly first: readonly number[]; readonly step: number }[];
  readonly rainMost: number;
  /** D: by Beaufort force 0, 1, 2 …; the last counts for all above. */
  readonly wind: readonly number[];
}

/** Component tables as recollected. @source LY/T 1172-95 表A–D (recollected, unverified) */
export const LYT_1172_RECOLLECTED: ForestFireScheme = {
  id: 'lyt1172-95-recollected', standard: 'LY/T 1172-95', edition: '95', title: '全国森林火险天气等级 指数表 A–D', source: 'recollection',
  effectiveFrom: '1995-12-01', effectiveTo: null, datesMark: 'memory', note: 'unverified; read the standard before relying on it', mark: 'memory',
  temperature: [[5, 0], [10, 4], [15, 6], [20, 9], [25, 13], [null, 15]],
  humidity: [[30, 15], [40, 13], [50, 9], [60, 6], [70, 4], [null, 0]],
  rain: [
    { upToMm: 2, first: [10], step: 5 },
    { upToMm: 5, first: [5], step: 5 },
    { upToMm: 10, first: [0], step: 5 },
    { upToMm: null, first: [0, 0], step: 5 },
  ],
  rainMost: 50,
  wind: [0, 5, 10, 15, 20, 25, 30, 35, 40],
};

/** A published local variant for Heilongjiang. @source Lü et al. 2020 */
export const HEILONGJIANG_2020: ForestFireScheme = {
  id: 'heilongjiang-2020', standard: 'LY/T 1172-95', edition: 'Heilongjiang 2020', title: '黑龙江省森林火险天气指数（吕等 2020）', source: 'one paper',
  effectiveFrom: '2020-01-01', effectiveTo: null, datesMark: 'single-source', note: 'humidity at 14 h; a day with up to 0.1 mm is dry', mark: 'single-source',
  temperature: [[5, 0], [10, 4], [15, 8], [20, 12], [25, 16], [null, 20]],
  humidity: [[24, 20], [34, 16], [44, 12], [54, 8], [64, 4], [null, 0]],
  rain: [{ upToMm: null, first: [0], step: 5 }],
  rainMost: 50,
  wind: [5, 5, 10, 15, 20, 25, 30, 35, 40],
};

// biome-ignore-all format: one row a line
import type { Mark, StandardHeader } from '../edition.ts';

/** A list of twelve monthly values that holds from a latitude upward (degrees north). */
export interface MonthlyByLatitude { readonly above: number; readonly months: readonly number[] }

/** Numbers of the Canadian Fire Weather Index System that depend on place and season, and its start values. */
export interface FireWeatherTable extends StandardHeader {
  readonly clause: string;
  readonly mark: Mark;
  /** Latitude (degrees north) that counts where none is given: the monthly tables of the original hold there. */
  readonly latitude: number;
  /** Effective day length for DMC, by latitude, highest first. */
  readonly dayLength: readonly MonthlyByLatitude[];
  /** Day-length factor for DC, by latitude, highest first. */
  readonly dayFactor: readonly MonthlyByLatitude[];
  readonly start: { readonly ffmc: number; readonly dmc: number; readonly dc: number };
  /** Carry-over and wetting fraction, and the least start value, of the overwintered DC. */
  readonly overwinter: { readonly carryOver: number; readonly wetting: number; readonly least: number };
  /** Ranges of the inputs, ends included. */
  readonly ranges: { readonly temp_c: readonly [number, number]; readonly rh_pct: readonly [number, number]; readonly wind_kmh: readonly [number, number]; readonly rain24_mm: readonly [number, number] };
}

const flat = (value: number): number[] => new Array<number>(12).fill(value);

/** Canadian Forest Fire Weather Index System (Van Wagner 1987) with latitude adjustment (Lawson & Armitage 2008). @source CFS Forestry Technical Report 35 */
export const FIRE_WEATHER: FireWeatherTable = {
  standard: 'Canadian FWI System', edition: '1987', title: '加拿大森林火险天气指标系统', source: 'Van Wagner 1987; checked against the reference run of cffdrs (published numbers)',
  effectiveFrom: '1900-01-01', effectiveTo: null, datesMark: 'memory', note: 'not a Chinese standard; used beside LY/T 1172-95', clause: 'FTR-35', mark: 'two-sources', latitude: 46,
  dayLength: [
    { above: 30, months: [6.5, 7.5, 9, 12.8, 13.9, 13.9, 12.4, 10.9, 9.4, 8, 7, 6] },
    { above: 10, months: [7.9, 8.4, 8.9, 9.5, 9.9, 10.2, 10.1, 9.7, 9.1, 8.6, 8.1, 7.8] },
    { above: -10, months: flat(9) },
    { above: -30, months: [10.1, 9.6, 9.1, 8.5, 8.1, 7.8, 7.9, 8.3, 8.9, 9.4, 9.9, 10.2] },
    { above: -91, months: [11.5, 10.5, 9.2, 7.9, 6.8, 6.2, 6.5, 7.4, 8.7, 10, 11.2, 11.8] },
  ],
  dayFactor: [
    { above: 20, months: [-1.6, -1.6, -1.6, 0.9, 3.8, 5.8, 6.4, 5, 2.4, 0.4, -1.6, -1.6] },
    { above: -20, months: flat(1.4) },
    { above: -91, months: [6.4, 5, 2.4, 0.4, -1.6, -1.6, -1.6, -1.6, -1.6, 0.9, 3.8, 5.8] },
  ],
  start: { ffmc: 85, dmc: 6, dc: 15 },
  overwinter: { carryOver: 0.75, wetting: 0.75, least: 15 },
  ranges: { temp_c: [-60, 60], rh_pct: [0, 100], wind_kmh: [0, 300], rain24_mm: [0, 2000] },
};

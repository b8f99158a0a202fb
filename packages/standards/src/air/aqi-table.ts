import type { Mark, StandardHeader } from '../edition.ts';

/** The six pollutants of the index. */
export type Pollutant = 'pm25' | 'pm10' | 'so2' | 'no2' | 'co' | 'o3';
/** Inputs of the reports. Without a suffix: the 1 h mean in the hourly report, the daily mean (O₃: daily maximum 1 h) in the daily report. */
export type AirItem = Pollutant | 'o3_8h' | 'pm25_24h' | 'pm10_24h' | 'so2_24h';
/** Averaging period of a row of break points. */
export type AveragingPeriod = '1h' | '8h' | '24h';

/** What happens above the last break point: the sub-index stays at the top, or it is not computed and another mean is used. */
export type BeyondRule = 'stays-at-top' | 'not-computed';

/** One row of break points; `points[i]` belongs to `iaqi[i]` of the table. */
export interface BreakpointRow {
  readonly pollutant: Pollutant;
  readonly period: AveragingPeriod;
  readonly unit: 'µg/m³' | 'mg/m³';
  readonly clause: string;
  readonly mark: Mark;
  readonly points: readonly number[];
  readonly beyond: BeyondRule;
  /** Decimals to which the concentration is rounded first (GB/T 8170); null = not rounded. */
  readonly roundTo: number | null;
}

/** A level of the index; `upTo` null = no upper end. */
export interface AqiLevelRow {
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  readonly from: number;
  readonly upTo: number | null;
  readonly grade: string;
  readonly label: string;
  readonly colour: string;
  readonly rgb: readonly [number, number, number];
  readonly cmyk: readonly [number, number, number, number];
  readonly clause: string;
  readonly mark: Mark;
}

/** Which mean a report takes for an input: item, pollutant, averaging period. */
export type ReportItem = readonly [item: AirItem, pollutant: Pollutant, period: AveragingPeriod];

/** An edition of the AQI rule. */
export interface AqiTable extends StandardHeader {
  readonly iaqi: readonly number[];
  readonly breakpoints: readonly BreakpointRow[];
  readonly levels: readonly AqiLevelRow[];
  readonly hourly: readonly ReportItem[];
  readonly daily: readonly ReportItem[];
  /** When items are missing the index is published only above this value; null = it is published. */
  readonly withheldUpTo: number | null;
  /** Primary pollutants are named above this index. */
  readonly primaryAbove: number;
  /** Items above this sub-index are listed as exceeding; null = the edition has no such list. */
  readonly exceedingAbove: number | null;
  readonly rules: readonly { readonly clause: string; readonly rule: string; readonly mark: Mark }[];
}

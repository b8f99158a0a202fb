import type { Mark, StandardHeader } from '../edition.ts';

/** The six pollutants of the index. */
export type Pollutant = 'pm25' | 'pm10' | 'so2' | 'no2' | 'co' | 'o3';
/** Inputs of the reports. Without a suffix: the 1 h mean in the hourly report, the daily mean (O₃: daily maximum 1 h) in the daily report. */
export type AirItem = Pollutant | 'o3_8h' | 'pm25_24h' | 'pm10_24h' | 'so2_24h';
/** Averaging period of a row of break points. */
export type AveragingPeriod = '1h' | '8h' | '24h';

/**
 * One row of break points; `points[i]` belongs to `iaqi[i]` of the table. Above the last one the sub-index stays at the top,
 * or with `not-computed` another mean is used.
 */
export type BreakpointRow = readonly [
  pollutant: Pollutant,
  period: AveragingPeriod,
  points: readonly number[],
  beyond?: 'not-computed',
];

/** Units of the break points: CO mg/m³, all others µg/m³. */
export function unitOf(pollutant: Pollutant): 'mg/m³' | 'µg/m³' {
  return pollutant === 'co' ? 'mg/m³' : 'µg/m³';
}

/** A level of the index; `upTo` null = no upper end. */
export interface AqiLevelRow {
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  readonly upTo: number | null;
  readonly grade: string;
  readonly label: string;
  readonly colour: string;
  readonly rgb: readonly [number, number, number];
  readonly cmyk: readonly [number, number, number, number];
}

/** Which mean a report takes for an input: item, pollutant, averaging period. */
export type ReportItem = readonly [item: AirItem, pollutant: Pollutant, period: AveragingPeriod];

/** An edition of the AQI rule. */
export interface AqiTable extends StandardHeader {
  readonly iaqi: readonly number[];
  /** Clause and mark of the break points and levels. */
  readonly clause: string;
  readonly mark: Mark;
  /** Decimals to which concentrations are rounded by GB/T 8170 before the look-up; null = they are not rounded. */
  readonly decimals: Readonly<Record<Pollutant, number>> | null;
  readonly breakpoints: readonly BreakpointRow[];
  readonly levels: readonly AqiLevelRow[];
  readonly levelsClause: string;
  /** Where the first level begins. */
  readonly levelsFrom: 0 | 1;
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

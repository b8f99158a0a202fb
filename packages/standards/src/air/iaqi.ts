import { type Basis, basisOf, editionFor, type When } from '../edition.ts';
import { StandardRefusal } from '../refusal.ts';
import { ceilProportion, halfEven } from '../rounding.ts';
import { type MgPerM3, nonNegative, type UgPerM3 } from '../units/concentration.ts';
import {
  type AqiTable,
  type AveragingPeriod,
  type BreakpointRow,
  type Pollutant,
  unitOf,
} from './aqi-table.ts';
import { HJ_633_2012 } from './hj633-2012.table.ts';
import { HJ_633_2026 } from './hj633-2026.table.ts';

/** The editions of the AQI rule, oldest first. */
export const AQI_TABLES: readonly AqiTable[] = [HJ_633_2012, HJ_633_2026];

/** A sub-index. `iaqi` null = the edition does not compute it (above the table). */
export interface SubIndex {
  readonly iaqi: number | null;
  /** The concentration lies above the last break point. */
  readonly beyondTable: boolean;
  readonly basis: Basis;
}

/** Concentration of a pollutant in the unit of its break points: CO in mg/m³, the rest in µg/m³. */
export type ConcentrationOf<P extends Pollutant> = P extends 'co' ? MgPerM3 : UgPerM3;

/** Marks a sub-index that the edition does not compute. */
export const NOT_COMPUTED = -1;

/** The concentration that is looked up: rounded first where the edition says so. */
export function lookedUp(table: AqiTable, pollutant: Pollutant, concentration: number): number {
  return table.decimals ? halfEven(concentration, table.decimals[pollutant]) : concentration;
}

/** Whether a looked-up concentration lies above the last break point of its row. */
export function isBeyondTable([, , points]: BreakpointRow, value: number): boolean {
  return value > (points[points.length - 1] as number);
}

/** Sub-index of a looked-up concentration, or NOT_COMPUTED. */
export function subIndexOf(table: AqiTable, row: BreakpointRow, value: number): number {
  const points = row[2];
  if (isBeyondTable(row, value))
    return row[3] === 'not-computed' ? NOT_COMPUTED : (table.iaqi[points.length - 1] as number);
  let i = 1;
  while (value > (points[i] as number)) i += 1;
  const low = table.iaqi[i - 1] as number;
  return (
    low + ceilProportion(value, points[i - 1] as number, points[i] as number, (table.iaqi[i] as number) - low)
  );
}

/** The break points of a pollutant and averaging period. */
export function breakpointRow(
  table: AqiTable,
  pollutant: Pollutant,
  period: AveragingPeriod,
): BreakpointRow | undefined {
  return table.breakpoints.find((row) => row[0] === pollutant && row[1] === period);
}

/**
 * Air quality sub-index of one pollutant.
 * IAQI = (IAQIhi − IAQIlo)/(BPhi − BPlo) · (C − BPlo) + IAQIlo, rounded up exactly; 2026 first rounds C (whole, CO one decimal).
 * Above the table: 500 (SO₂ 1 h 200 and O₃ 8 h 300 in 2026; not computed in 2012), always flagged.
 * Errors: `not-a-number`, `not-finite`, `negative`, `unknown-item`, and those of the edition.
 * @source HJ 633-2012 表1; HJ 633-2026 表3
 */
export function iaqi<P extends Pollutant>(
  pollutant: P,
  period: AveragingPeriod,
  concentration: ConcentrationOf<P>,
  when: When,
): SubIndex {
  const table = editionFor(AQI_TABLES, when);
  const row = breakpointRow(table, pollutant, period);
  if (!row)
    throw new StandardRefusal(
      'unknown-item',
      pollutant,
      `${table.standard} 没有 ${pollutant} ${period} 的分指数`,
    );
  const value = lookedUp(table, pollutant, nonNegative(concentration, pollutant));
  const index = subIndexOf(table, row, value);
  return {
    iaqi: index === NOT_COMPUTED ? null : index,
    beyondTable: isBeyondTable(row, value),
    basis: basisOf(table, table.clause, table.mark, { unit: unitOf(pollutant) }),
  };
}

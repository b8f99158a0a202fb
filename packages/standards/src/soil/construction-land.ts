import { type Basis, editionFor, type When } from '../edition.ts';
import { findLimit, type LimitTable, limitBasis } from '../limit-table.ts';
import { ratioOf } from '../multiple.ts';
import { type MgPerKg, nonNegative } from '../units/concentration.ts';
import { GB_36600_2018 } from './gb36600-2018.table.ts';

/** The editions of GB 36600 known. */
export const CONSTRUCTION_LAND_TABLES: readonly LimitTable[] = [GB_36600_2018];
/** Class 1: homes, schools, hospitals, parks for children. Class 2: industry, storage, shops, roads, other green. */
export type LandClass = 1 | 2;
/** Up to the screening value the risk can be neglected; up to the control value it is looked into; above it, it is managed. */
export type LandRisk = 'negligible' | 'investigate' | 'manage';

/** One item of construction-land soil. */
export interface LandItemJudgement {
  readonly screening: number;
  readonly control: number;
  readonly index: number;
  readonly risk: LandRisk;
  readonly basis: Basis;
}

/**
 * Compares an item of construction-land soil (mg/kg) with its screening and control value; equal meets it.
 * Above screening but not above the soil background is not managed as contaminated (see the note of the basis).
 * Errors: `unknown-item`, `not-a-number`, `not-finite`, `negative`.
 * @source GB 36600-2018 表1 表2
 */
export function constructionLandItem(
  item: string,
  content: MgPerKg,
  land: LandClass,
  when: When,
): LandItemJudgement {
  const table = editionFor(CONSTRUCTION_LAND_TABLES, when);
  const value = nonNegative(content, item);
  const row = (level: string) => findLimit(table, { item, condition: `land class ${land}`, level });
  const [screening, control] = [row('screening value'), row('control value')];
  const managed = value > Number(control.limit);
  const risk: LandRisk = managed ? 'manage' : value > Number(screening.limit) ? 'investigate' : 'negligible';
  return {
    screening: Number(screening.limit),
    control: Number(control.limit),
    index: ratioOf(value, Number(screening.limit)),
    risk,
    basis: limitBasis(table, managed ? control : screening),
  };
}

import { type Basis, basisOf, editionFor, type When } from '../edition.ts';
import { StandardRefusal } from '../refusal.ts';
import { VALIDITY_2012, VALIDITY_2026, type ValidityRule, type ValidityTable } from './validity.table.ts';

/** The editions of the data-validity rules, oldest first. */
export const VALIDITY_TABLES: readonly ValidityTable[] = [VALIDITY_2012, VALIDITY_2026];

/** A least number of data and what it rests on. */
export interface ValidityMinimum {
  readonly minimum: number;
  readonly basis: Basis;
}

/**
 * Least number of data that make a statistic valid: hour 45 min, day 20 h, 8 h mean 6 h, year 324 days with 27 a month (February 25).
 * Errors: those of the edition.
 * @source GB 3095-2026 表4
 */
export function validityMinimum(rule: ValidityRule, when: When): ValidityMinimum {
  const table = editionFor(VALIDITY_TABLES, when);
  const row = table.rows.find((candidate) => candidate.rule === rule);
  if (!row) throw new StandardRefusal('no-limit', rule, `${table.standard} 没有有效性规定“${rule}”`);
  return {
    minimum: row.minimum,
    basis: basisOf(table, row.clause, row.mark, { limit: String(row.minimum), unit: row.unit }),
  };
}

import { type Basis, editionFor, type When } from '../edition.ts';
import { findLimit, type LimitRow, type LimitTable, limitBasis } from '../limit-table.ts';
import { multipleOver } from '../multiple.ts';
import { nonNegative } from '../units/concentration.ts';
import { GB_3095_2012 } from './gb3095-2012.table.ts';
import { GB_3095_2026 } from './gb3095-2026.table.ts';

/** The 2026 standard has two stages; each stands as an edition of its own. */
const STAGE_2026 = {
  transition: '; transition, 2026-03-01 to 2030-12-31',
  final: '; final, from 2031-01-01',
} as const;
const TRANSITION: LimitTable = { ...GB_3095_2026, edition: '2026-transition', effectiveTo: '2030-12-31' };
const FINAL: LimitTable = { ...GB_3095_2026, edition: '2026-final', effectiveFrom: '2031-01-01' };

/** GB 3095 as editions: 2012, 2026-transition, 2026-final. */
export const AIR_LIMIT_TABLES: readonly LimitTable[] = [GB_3095_2012, TRANSITION, FINAL];

/** Averaging periods of GB 3095. */
export type AirLimitPeriod = 'year' | 'season' | 'month' | '24h' | '8h' | '1h';
/** Zone 1: nature reserves and the like (level 1). Zone 2: everywhere else (level 2). */
export type AirZone = 1 | 2;

/** A limit of ambient air. */
export interface AirLimit {
  readonly limit: number;
  readonly unit: string;
  readonly basis: Basis;
}

const LEVEL: Record<AirZone, string> = { 1: 'class 1 zone (level 1)', 2: 'class 2 zone (level 2)' };

function inForce(table: LimitTable, condition: string, period: string): boolean {
  const wanted = period === '8h' ? 'daily max 8h' : period;
  const stage = table === FINAL ? STAGE_2026.final : STAGE_2026.transition;
  return condition === wanted || condition === wanted + stage;
}

function editionTable(when: When): LimitTable {
  return editionFor(AIR_LIMIT_TABLES, when);
}

/**
 * Limit of an item for an averaging period: SO₂, NO₂, CO, O₃, PM10, PM2.5 (table 1), TSP, NOx, Pb, BaP (table 2).
 * `8h` means the daily maximum 8 h mean. Units µg/m³, CO mg/m³.
 * Without a date pass `{ edition: '2012' | '2026-transition' | '2026-final' }`.
 * Errors: `unknown-item`, `no-limit` (the item has none for the period), and those of the edition.
 * @source GB 3095-2012 表1 表2; GB 3095-2026 表1 表2
 */
export function airLimit(item: string, period: AirLimitPeriod, zone: AirZone, when: When): AirLimit {
  const table = editionTable(when);
  const row: LimitRow = findLimit(table, {
    item,
    level: LEVEL[zone],
    condition: (condition) => inForce(table, condition, period),
  });
  return { limit: Number(row.limit), unit: row.unit, basis: limitBasis(table, row) };
}

/** How far a mean stands above its limit. */
export interface AirExceedance extends AirLimit {
  readonly over: boolean;
  /** C ÷ limit − 1; null when the limit is met. */
  readonly multiple: number | null;
}

/**
 * Compares a mean with its limit; equal meets it. multiple = C/limit − 1.
 * Errors: `not-a-number`, `not-finite`, `negative`, and those of `airLimit`.
 * @source GB 3095-2012 表1 表2; GB 3095-2026 表1 表2
 */
export function airExceedance(
  item: string,
  period: AirLimitPeriod,
  concentration: number,
  zone: AirZone,
  when: When,
): AirExceedance {
  const value = nonNegative(concentration, item);
  const limit = airLimit(item, period, zone, when);
  const over = value > limit.limit;
  return { ...limit, over, multiple: over ? multipleOver(value, limit.limit) : null };
}

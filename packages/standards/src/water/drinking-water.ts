import { type Basis, editionFor, type When } from '../edition.ts';
import { bandEnds, findLimits, type LimitTable, limitBasis } from '../limit-table.ts';
import { multipleOver } from '../multiple.ts';
import { StandardRefusal } from '../refusal.ts';
import { nonNegative } from '../units/concentration.ts';
import { GB_5749_2022 } from './gb5749-2022.table.ts';

/** The editions of GB 5749 known. */
export const DRINKING_WATER_TABLES: readonly LimitTable[] = [GB_5749_2022];

/** One item of tap water against its limit. */
export interface DrinkingWaterItem {
  readonly meets: boolean;
  readonly multiple: number | null;
  readonly basis: Basis;
}

/**
 * Compares an item of drinking water with its limit; `smallSupply` uses the exception of small supplies where there is one.
 * The table is recollected: every basis carries the mark `memory`. ND items meet only at 0; descriptive items are refused (`no-limit`).
 * Errors: `unknown-item`, `no-limit`, `not-a-number`, `not-finite`, `negative`.
 * @source GB 5749-2022 表1 (recollected)
 */
export function drinkingWaterItem(
  item: string,
  value: number,
  when: When,
  smallSupply = false,
): DrinkingWaterItem {
  const table = editionFor(DRINKING_WATER_TABLES, when);
  const number = nonNegative(value, item);
  const rows = findLimits(table, { item });
  const row =
    (smallSupply ? rows.find((candidate) => candidate.condition !== '') : undefined) ??
    rows.find((candidate) => candidate.condition === '');
  if (!row || row.limit === 'none')
    throw new StandardRefusal('no-limit', item, `${table.standard} 项目“${item}”没有数值限值`);
  const basis = limitBasis(table, row);
  if (row.limit === 'ND') return { meets: number === 0, multiple: null, basis };
  if (row.direction === 'range') {
    const [low, high] = bandEnds(row.limit);
    return { meets: number >= low && number <= high, multiple: null, basis };
  }
  const limit = Number(row.limit);
  return { meets: number <= limit, multiple: number > limit ? multipleOver(number, limit) : null, basis };
}

import { editionFor, type When } from '../edition.ts';
import { bandEnds, findLimit, findLimits, type LimitTable } from '../limit-table.ts';
import { StandardRefusal } from '../refusal.ts';
import { nonNegative } from '../units/concentration.ts';
import { GB_18483_2001 } from './gb18483-2001.table.ts';
import { type DischargeJudgement, judgeRow } from './limit-check.ts';

/** The editions of GB 18483 known. */
export const KITCHEN_TABLES: readonly LimitTable[] = [GB_18483_2001];
/** Size of a kitchen. */
export type KitchenScale = 'small' | 'medium' | 'large';

/**
 * Scale of a kitchen by its number of standard stoves, stove power (1e8 J/h) or hood area (m²). Errors: `out-of-range` below the scope (one stove).
 * @source GB 18483-2001 表1
 */
export function kitchenScale(
  amount: number,
  by: 'stove_count' | 'stove_power' | 'hood_area',
  when: When,
): KitchenScale {
  const value = nonNegative(amount, by);
  const rows = findLimits(editionFor(KITCHEN_TABLES, when), { item: by });
  const row = rows.find(({ direction, limit }) =>
    direction === 'ge' ? value >= Number(limit) : value >= bandEnds(limit)[0] && value < bandEnds(limit)[1],
  );
  if (!row) throw new StandardRefusal('out-of-range', by, '不足一个基准灶头，不在标准规模之内');
  return row.level as KitchenScale;
}

/** Cooking fume (mg/m³) or least removal (%) of a kitchen against its limit. Errors: `not-a-number`, `not-finite`, `negative`. @source GB 18483-2001 表2 */
export function kitchenFume(
  item: 'cooking_fume' | 'fume_removal',
  value: number,
  scale: KitchenScale,
  when: When,
): DischargeJudgement {
  const table = editionFor(KITCHEN_TABLES, when);
  return judgeRow(table, findLimit(table, { item, level: scale }), value);
}

import { type Basis, basisOf, editionFor, type When } from '../edition.ts';
import { within } from '../units/concentration.ts';
import type { AqiLevelRow, AqiTable } from './aqi-table.ts';
import { AQI_TABLES } from './iaqi.ts';

/** The level row of an index; index 0 (zero concentration) counts as level 1 in both editions. */
export function levelRow(table: AqiTable, aqi: number): AqiLevelRow {
  const row = table.levels.find((level) => level.upTo === null || aqi <= level.upTo);
  return row as AqiLevelRow;
}

/** Level, class, colour (with RGB and CMYK) of an index, and where its range begins. */
export type AqiLevel = AqiLevelRow & { readonly from: number; readonly basis: Basis };

/**
 * Level of an AQI: 0–50 优, 51–100 良, 101–150 轻度, 151–200 中度, 201–300 重度, above 300 严重.
 * Errors: `not-a-number`, `not-finite`, `out-of-range` outside 0–500.
 * @source HJ 633-2012 表2; HJ 633-2026 表1
 */
export function aqiLevel(aqi: number, when: When): AqiLevel {
  const table = editionFor(AQI_TABLES, when);
  const top = table.iaqi[table.iaqi.length - 1] as number;
  const level = levelRow(table, within(aqi, 'aqi', 0, top));
  const before = table.levels[level.level - 2];
  const from = before ? (before.upTo as number) + 1 : table.levelsFrom;
  return { ...level, from, basis: basisOf(table, table.levelsClause, table.mark) };
}

import { chinaDay } from '../calendar/china-day.ts';
import { editionFor, type When } from '../edition.ts';
import { findLimits, type LimitRow, type LimitTable } from '../limit-table.ts';
import { StandardRefusal } from '../refusal.ts';
import { GB_8978_1996 } from './gb8978-1996.table.ts';
import { builtFits, type DischargeJudgement, judgeRow } from './limit-check.ts';

/** The editions of GB 8978 known. */
export const WASTE_WATER_TABLES: readonly LimitTable[] = [GB_8978_1996];

/** A discharger under GB 8978. */
export interface Discharger {
  readonly level: '1' | '2' | '3';
  /** Day of construction: table 2 before 1998-01-01, table 4 from then on. */
  readonly builtOn: string;
  /** Branch in the words of the table; left out = other dischargers. */
  readonly sector?: string;
}

/** Branches with limits of their own for an item, in the words of the table. Errors: `unknown-item`. */
export function wasteWaterSectors(item: string, when: When): string[] {
  const rows = findLimits(editionFor(WASTE_WATER_TABLES, when), { item });
  return [...new Set(rows.map((row) => sectorOf(row)))].filter(
    (sector) => !/^(all|other) dischargers$|^workshop outlet$/.test(sector),
  );
}

function sectorOf(row: LimitRow): string {
  return row.condition.split('; built ')[0] as string;
}

function pick(rows: readonly LimitRow[], sector: string | undefined): LimitRow | undefined {
  const wanted = sector === undefined ? ['other dischargers', 'all dischargers'] : [sector];
  return rows.find((row) => wanted.includes(sectorOf(row)));
}

/**
 * A value of waste water against its limit. Class 1 pollutants (table 1) are judged at the workshop outlet for every level and age.
 * Errors: `unknown-item`, `no-limit` (branch or level without a limit), `bad-date`, `not-a-number`, `not-finite`, `negative`.
 * @source GB 8978-1996 表1 表2 表4
 */
export function wasteWater(
  item: string,
  value: number,
  discharger: Discharger,
  when: When,
): DischargeJudgement {
  const table = editionFor(WASTE_WATER_TABLES, when);
  const builtOn = chinaDay(discharger.builtOn);
  const all = findLimits(table, { item });
  const workshop = all.find((row) => row.clause === '表1');
  const row =
    workshop ??
    pick(
      all.filter(
        (candidate) =>
          builtFits(candidate.condition, builtOn) && candidate.level === `level ${discharger.level}`,
      ),
      discharger.sector,
    );
  if (!row)
    throw new StandardRefusal('no-limit', item, `${table.standard} 对该行业和级别没有项目“${item}”的限值`);
  return judgeRow(table, row, value);
}

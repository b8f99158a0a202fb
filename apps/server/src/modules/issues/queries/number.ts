import type { Tx } from '../../../platform/index.ts';
import { ledger } from '../tables.ts';

/** 编号 as people see it: county, year, five digits; the id stays inside. */
export function numberText(county: string, year: number, serial: number): string {
  return `${county}-${year}-${String(serial).padStart(5, '0')}`;
}

/** Takes the next numbers of a county and year: gapless, since the row stays locked until the problems are stored. */
export async function takeNumbers(tx: Tx, county: string, year: number, count = 1): Promise<number> {
  const row = await tx
    .insertInto('issue_numbers')
    .values({ county_code: county, year, last: count })
    .onConflict((conflict) =>
      conflict
        .columns(['county_code', 'year'])
        .doUpdateSet((of) => ({ last: of('issue_numbers.last', '+', count) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return row.last - count + 1;
}

/** Numbers of problems by id, as far as the reach goes. */
export async function issueNumbers(
  tx: Tx,
  county: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ledger(tx)
    .selectFrom('issues')
    .select(['id', 'number_year', 'number_serial'])
    .where('county_code', '=', county)
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, numberText(county, row.number_year, row.number_serial)]));
}

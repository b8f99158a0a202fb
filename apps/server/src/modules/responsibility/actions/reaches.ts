import { countyOf } from '@qingshan/contract';
import { record, type Tx } from '../../../platform/index.ts';
import type { Author } from '../author.ts';
import { ours } from '../tables.ts';
import { boundEvent, demandVillages } from './zones.ts';

export interface ReachInput {
  readonly id: string;
  readonly river: string;
  readonly name: string;
  readonly lengthKm?: number | null;
  /** GeoJSON LineString or MultiLineString. */
  readonly line?: unknown;
  readonly villages: readonly string[];
}

/** Sets up a reach of a river with the villages along it, or changes it. */
export async function saveReach(tx: Tx, author: Author, input: ReachInput): Promise<void> {
  await demandVillages(tx, input.villages);
  const county = countyOf(input.id);
  const row = {
    river: input.river,
    name: input.name,
    length_km: input.lengthKm ?? null,
    line: input.line ? JSON.stringify(input.line) : null,
  };
  await ours(tx)
    .insertInto('reaches')
    .values({ ...row, county_code: county, id: input.id })
    .onConflict((conflict) => conflict.columns(['county_code', 'id']).doUpdateSet(row))
    .execute();
  await ours(tx)
    .deleteFrom('reach_villages')
    .where('county_code', '=', county)
    .where('reach_id', '=', input.id)
    .execute();
  if (input.villages.length > 0)
    await ours(tx)
      .insertInto('reach_villages')
      .values(
        input.villages.map((village) => ({ county_code: county, reach_id: input.id, village_code: village })),
      )
      .execute();
  await record(tx, boundEvent(author, 'reach.save', input, input.villages[0] ?? null));
}

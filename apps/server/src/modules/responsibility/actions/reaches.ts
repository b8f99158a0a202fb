import { countyOf } from '@qingshan/contract';
import { Refusal, record, type Tx } from '../../../platform/index.ts';
import type { Author } from '../author.ts';
import { type Line, lengthKm, linesOf } from '../rules/geometry.ts';
import { ours } from '../tables.ts';
import { boundEvent, demandVillages } from './zones.ts';

export interface ReachInput {
  readonly id: string;
  readonly river: string;
  readonly name: string;
  /** GeoJSON LineString or MultiLineString. */
  readonly line?: unknown;
  readonly villages: readonly string[];
}

const MOST_POINTS = 2000;

function demandLine(line: unknown): readonly Line[] | null {
  if (line === null || line === undefined) return null;
  const lines = linesOf(line);
  const points = lines?.reduce((sum, one) => sum + one.length, 0) ?? 0;
  if (lines && points <= MOST_POINTS) return lines;
  const sentence = lines
    ? `河段线的点太多（${points} 个），最多 ${MOST_POINTS} 个，请简化后再存`
    : '河段线应至少有两个点，经度在前（GeoJSON LineString）';
  throw new Refusal('invalid-input', sentence, { fields: { line: sentence } });
}

/**
 * Sets up a reach of a river with the villages along it, or changes it; its length comes from the line.
 * Errors: `invalid-input`, `unknown-place`.
 */
export async function saveReach(tx: Tx, author: Author, input: ReachInput): Promise<void> {
  const lines = demandLine(input.line);
  if (input.villages.length === 0) {
    const sentence = '请至少选一个流经的村，河段才有人管';
    throw new Refusal('invalid-input', sentence, { fields: { villages: sentence } });
  }
  await demandVillages(tx, input.villages);
  const county = countyOf(input.id);
  const row = {
    river: input.river,
    name: input.name,
    length_km: lines ? Math.round(lengthKm(lines) * 10) / 10 : null,
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
  await ours(tx)
    .insertInto('reach_villages')
    .values(
      [...new Set(input.villages)].map((village) => ({
        county_code: county,
        reach_id: input.id,
        village_code: village,
      })),
    )
    .execute();
  await record(tx, boundEvent(author, 'reach.save', input, input.villages[0] ?? null));
}

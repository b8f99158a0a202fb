import { countyOf } from '@qingshan/contract';
import { type JournalEvent, Refusal, record, type Tx } from '../../../platform/index.ts';
import type { Author } from '../author.ts';
import { placesByCode } from '../queries/places.ts';
import { ours } from '../tables.ts';

export interface ZoneInput {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly townCode: string;
  readonly villages: readonly string[];
}

export interface ReachInput {
  readonly id: string;
  readonly river: string;
  readonly name: string;
  readonly lengthKm?: number | null;
  /** GeoJSON LineString or MultiLineString. */
  readonly line?: unknown;
  readonly villages: readonly string[];
}

async function demandVillages(tx: Tx, villages: readonly string[]): Promise<void> {
  const known = await placesByCode(tx, villages);
  const unknown = villages.find((code) => known.get(code)?.kind !== 'village');
  if (unknown)
    throw new Refusal('unknown-place', `没有代码为 ${unknown} 的村`, { fields: { villages: unknown } });
}

const eventOf = (
  author: Author,
  kind: string,
  input: { readonly id: string; readonly villages: readonly string[] },
  placeCode: string | null,
): JournalEvent => ({
  countyCode: countyOf(input.id),
  kind,
  subjectType: kind.split('.')[0] ?? kind,
  subjectId: input.id,
  actorPersonId: author.personId,
  actorPostId: author.postId ?? null,
  placeCode,
  at: author.at,
  details: { villages: input.villages },
});

/** Sets up a functional zone with its villages, or changes it. Rights of its head follow at once. */
export async function saveZone(tx: Tx, author: Author, input: ZoneInput): Promise<void> {
  await demandVillages(tx, input.villages);
  const county = countyOf(input.id);
  const row = { name: input.name, kind: input.kind, town_code: input.townCode };
  await ours(tx)
    .insertInto('zones')
    .values({ ...row, county_code: county, id: input.id })
    .onConflict((conflict) => conflict.columns(['county_code', 'id']).doUpdateSet(row))
    .execute();
  await ours(tx)
    .deleteFrom('zone_villages')
    .where('county_code', '=', county)
    .where('zone_id', '=', input.id)
    .execute();
  if (input.villages.length > 0)
    await ours(tx)
      .insertInto('zone_villages')
      .values(
        input.villages.map((village) => ({ county_code: county, zone_id: input.id, village_code: village })),
      )
      .execute();
  await record(tx, eventOf(author, 'zone.save', input, input.townCode));
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
  await record(tx, eventOf(author, 'reach.save', input, input.villages[0] ?? null));
}

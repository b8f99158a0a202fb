import { countyOf, placePrefix } from '@qingshan/contract';
import { sql } from 'kysely';
import { type JournalEvent, Refusal, record, type Tx } from '../../../platform/index.ts';
import type { Author } from '../author.ts';
import { type PlaceRow, placesByCode } from '../queries/places.ts';
import { ours } from '../tables.ts';

export interface ZoneInput {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly townCode: string;
  readonly villages: readonly string[];
  /** Takes villages out of the zones where they are now; false: such a village is refused. */
  readonly moveVillages?: boolean;
}

/** Villages by code. Errors: `unknown-place` for one that is none. */
export async function demandVillages(
  tx: Tx,
  villages: readonly string[],
): Promise<ReadonlyMap<string, PlaceRow>> {
  const known = await placesByCode(tx, villages);
  const unknown = villages.find((code) => known.get(code)?.kind !== 'village');
  if (!unknown) return known;
  const sentence = `没有代码为 ${unknown} 的村，请从列表中选择`;
  throw new Refusal('unknown-place', sentence, { fields: { villages: sentence } });
}

/** Event of a zone or a reach with the villages that it has now. */
export const boundEvent = (
  author: Author,
  kind: 'zone.save' | 'reach.save',
  bound: { readonly id: string; readonly villages: readonly string[] },
  placeCode: string | null,
): JournalEvent => ({
  countyCode: countyOf(bound.id),
  kind,
  subjectType: kind.split('.')[0] ?? kind,
  subjectId: bound.id,
  actorPersonId: author.personId,
  actorPostId: author.postId ?? null,
  placeCode,
  at: author.at,
  details: { villages: bound.villages },
});

async function demandTown(tx: Tx, input: ZoneInput): Promise<void> {
  const town = (await placesByCode(tx, [input.townCode])).get(input.townCode);
  if (town?.kind !== 'town')
    throw new Refusal('unknown-place', '没有这个乡镇，请从列表中选择', {
      fields: { townCode: '没有这个乡镇' },
    });
  const known = await demandVillages(tx, input.villages);
  const prefix = placePrefix(input.townCode);
  const stranger = input.villages.find((code) => !code.startsWith(prefix));
  if (!stranger) return;
  const sentence = `${known.get(stranger)?.name ?? stranger}不在${town.name}，片区只能划入本镇的村，请去掉它`;
  throw new Refusal('invalid-input', sentence, { fields: { villages: sentence } });
}

interface Elsewhere {
  readonly villageCode: string;
  readonly zoneId: string;
  readonly zoneName: string;
  readonly townCode: string;
}

/** Villages of the input that lie in another zone today. */
async function villagesElsewhere(tx: Tx, county: string, input: ZoneInput): Promise<Elsewhere[]> {
  const { rows } = await sql<Elsewhere>`
    select v.village_code as "villageCode", z.id as "zoneId", z.name as "zoneName", z.town_code as "townCode"
    from zone_villages v join zones z on z.county_code = v.county_code and z.id = v.zone_id
    where v.county_code = ${county} and v.village_code = any(${[...input.villages]}) and v.zone_id <> ${input.id}
    order by v.village_code`.execute(tx);
  return rows;
}

async function refuseElsewhere(tx: Tx, elsewhere: readonly Elsewhere[]): Promise<Refusal> {
  const names = await placesByCode(
    tx,
    elsewhere.map((one) => one.villageCode),
  );
  const told = elsewhere.map((one) => ({
    ...one,
    name: names.get(one.villageCode)?.name ?? one.villageCode,
  }));
  const list = told.map((one) => `${one.name}已在“${one.zoneName}”`).join('，');
  const sentence = `${list}。一个村只能在一个片区：请先从那里去掉，或选择“移入本片区”`;
  return new Refusal('step-not-possible', sentence, {
    fields: { villages: sentence },
    details: { villages: told.map(({ townCode: _, ...one }) => one) },
  });
}

/** Takes villages out of the zones where they are; each of these zones has its own event. */
async function takeOut(tx: Tx, author: Author, county: string, elsewhere: readonly Elsewhere[]) {
  for (const zone of new Map(elsewhere.map((one) => [one.zoneId, one])).values()) {
    await ours(tx)
      .deleteFrom('zone_villages')
      .where('county_code', '=', county)
      .where('zone_id', '=', zone.zoneId)
      .where(
        'village_code',
        'in',
        elsewhere.filter((one) => one.zoneId === zone.zoneId).map((one) => one.villageCode),
      )
      .execute();
    const left = await ours(tx)
      .selectFrom('zone_villages')
      .where('county_code', '=', county)
      .where('zone_id', '=', zone.zoneId)
      .select('village_code')
      .orderBy('village_code')
      .execute();
    const villages = left.map((row) => row.village_code);
    await record(tx, boundEvent(author, 'zone.save', { id: zone.zoneId, villages }, zone.townCode));
  }
}

/**
 * Sets up a functional zone with its villages, or changes it. Rights of its head follow at once. A village lies in
 * one zone: one that lies in another is refused, or moved where the input says so.
 * Errors: `unknown-place`, `invalid-input` (village of another town), `step-not-possible` (in another zone).
 */
export async function saveZone(tx: Tx, author: Author, input: ZoneInput): Promise<void> {
  const county = countyOf(input.id);
  await demandTown(tx, input);
  await sql`select pg_advisory_xact_lock(hashtext('villages of zones'), ${Number(county)})`.execute(tx);
  const elsewhere = await villagesElsewhere(tx, county, input);
  if (elsewhere.length > 0 && !input.moveVillages) throw await refuseElsewhere(tx, elsewhere);
  await takeOut(tx, author, county, elsewhere);
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
  const villages = [...new Set(input.villages)];
  if (villages.length > 0)
    await ours(tx)
      .insertInto('zone_villages')
      .values(villages.map((village) => ({ county_code: county, zone_id: input.id, village_code: village })))
      .execute();
  await record(tx, boundEvent(author, 'zone.save', { id: input.id, villages }, input.townCode));
}

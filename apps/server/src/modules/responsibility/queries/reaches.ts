import { placePrefix } from '@qingshan/contract';
import { sql } from 'kysely';
import type { Actor, Tx } from '../../../platform/index.ts';
import { mayEditPlace } from '../policy.ts';
import { type Holder, holdersOn } from './holders.ts';
import { placesByCode } from './places.ts';

interface StoredReach {
  id: string;
  river: string;
  name: string;
  lengthKm: number | null;
  line: string | null;
  villages: string[];
  chiefs: { title: string; holders: Holder[] }[];
}

/** Reaches of rivers that touch a town (or the county), with villages along them and their chiefs. */
export async function reachesOf(tx: Tx, actor: Actor, town: string | undefined, on: string) {
  const county = actor.countyCode;
  const prefix = placePrefix(town ?? county);
  const { rows } = await sql<StoredReach>`
    select r.id, r.river, r.name, r.length_km as "lengthKm", r.line,
      array(select v.village_code from reach_villages v where v.county_code = r.county_code and v.reach_id = r.id order by v.village_code) as villages,
      coalesce((select json_agg(json_build_object('title', p.title, 'holders', ${holdersOn(on)}) order by p.kind, p.id)
        from posts p where p.county_code = r.county_code and p.reach_id = r.id), '[]'::json) as chiefs
    from reaches r where r.county_code = ${county} and exists (
      select 1 from reach_villages v where v.county_code = r.county_code and v.reach_id = r.id and v.village_code like ${`${prefix}%`})
    order by r.river, r.name, r.id`.execute(tx);
  const names = await placesByCode(
    tx,
    rows.flatMap((reach) => reach.villages),
  );
  return rows.map((reach) => ({
    ...reach,
    line: reach.line ? JSON.parse(reach.line) : null,
    mayEdit: reach.villages.every((code) => mayEditPlace(actor, code)),
    villages: reach.villages.map((code) => ({ code, name: names.get(code)?.name ?? code })),
    chiefs: reach.chiefs.map((chief) => ({
      title: chief.title,
      name: chief.holders.map((holder) => holder.name).join('、') || null,
    })),
  }));
}

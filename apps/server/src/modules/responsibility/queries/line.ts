import { sql } from 'kysely';
import type { Tx } from '../../../platform/index.ts';

/**
 * Posts of the persons with all posts above and all below them; posts beside (same superior) are not in the line.
 * `lateral … offset 0` looks each post up by its index, also before the database has statistics (a fresh installation).
 */
const lineOf = (county: string, personIds: readonly string[], on: string) => sql`
  with recursive own as (
    select distinct post_id as id from terms where county_code = ${county} and person_id = any(${personIds}) and during @> ${on}::date
  ), above as (
    select id from own
    union
    select p.reports_to_id from above, lateral (select reports_to_id from posts where county_code = ${county} and id = above.id offset 0) p where p.reports_to_id is not null
  ), below as (
    select id from own
    union
    select p.id from below, lateral (select id from posts where county_code = ${county} and reports_to_id = below.id offset 0) p
  ), line as (select id from above union select id from below)`;

/** Post ids of the person's line of command on a day. */
export async function lineOfCommand(
  tx: Tx,
  county: string,
  personId: string,
  on: string,
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`${lineOf(county, [personId], on)} select id from line`.execute(
    tx,
  );
  return new Set(rows.map((row) => row.id));
}

/** Persons who on that day hold any post in the line of command of any of these persons; the persons themselves too. */
export async function personsInLine(
  tx: Tx,
  county: string,
  personIds: readonly string[],
  on: string,
): Promise<Set<string>> {
  const { rows } = await sql<{ person_id: string }>`${lineOf(county, personIds, on)}
    select distinct t.person_id from line join terms t on t.county_code = ${county} and t.post_id = line.id and t.during @> ${on}::date`.execute(
    tx,
  );
  return new Set([...personIds, ...rows.map((row) => row.person_id)]);
}

import { sql } from 'kysely';
import type { Tx } from '../../../platform/index.ts';
import { erasedName } from '../../identity/index.ts';
import { type Correctable, mayCancel, mayCorrectEnd } from '../rules/terms.ts';

export interface TermRow {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly from: string;
  readonly to: string | null;
  readonly endedReason: string | null;
  /** Whether it may still be cancelled, or its end changed. */
  readonly mayCancel: boolean;
  readonly mayCorrectEnd: boolean;
}

export interface StoredTerm extends Omit<TermRow, 'mayCancel' | 'mayCorrectEnd'>, Correctable {
  readonly postId: string;
}

const termColumns = sql`t.id, t.post_id as "postId", t.person_id as "personId", case when person.erased_at is null then person.name else ${erasedName} end as name,
  lower(t.during) as "from", upper(t.during) - 1 as "to", t.ended_reason as "endedReason",
  t.entered_on as "enteredOn", t.end_entered_on as "endEnteredOn"`;
const fromTerms = sql`from terms t join people person on person.county_code = t.county_code and person.id = t.person_id`;

/** A term as it is answered on a day. */
export function shownTerm(stored: StoredTerm, today: string): TermRow {
  const { postId: _post, enteredOn: _entered, endEnteredOn: _end, ...term } = stored;
  return { ...term, mayCancel: mayCancel(stored, today), mayCorrectEnd: mayCorrectEnd(stored, today) };
}

/** Terms of a post, latest first. */
export async function termsOf(tx: Tx, county: string, postId: string, today: string): Promise<TermRow[]> {
  const { rows } = await sql<StoredTerm>`
    select ${termColumns} ${fromTerms} where t.county_code = ${county} and t.post_id = ${postId} order by lower(t.during) desc, t.id desc`.execute(
    tx,
  );
  return rows.map((row) => shownTerm(row, today));
}

export async function termById(tx: Tx, county: string, id: string): Promise<StoredTerm | null> {
  const { rows } = await sql<StoredTerm>`
    select ${termColumns} ${fromTerms} where t.county_code = ${county} and t.id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

/** Terms of a post that share a day with the range. */
export async function termsDuring(
  tx: Tx,
  county: string,
  postId: string,
  range: string,
): Promise<StoredTerm[]> {
  const { rows } = await sql<StoredTerm>`
    select ${termColumns} ${fromTerms} where t.county_code = ${county} and t.post_id = ${postId} and t.during && ${range}::daterange order by lower(t.during)`.execute(
    tx,
  );
  return rows;
}

export interface HeldTerm {
  readonly postId: string;
  readonly personId: string;
  readonly title: string;
  readonly from: string;
  readonly to: string | null;
}

/** Posts that these persons hold on a day. */
export async function termsOfPersons(
  tx: Tx,
  county: string,
  personIds: readonly string[],
  on: string,
): Promise<HeldTerm[]> {
  const { rows } = await sql<HeldTerm>`
    select t.post_id as "postId", t.person_id as "personId", p.title, lower(t.during) as "from", upper(t.during) - 1 as "to"
    from terms t join posts p on p.county_code = t.county_code and p.id = t.post_id
    where t.county_code = ${county} and t.person_id = any(${[...personIds]}) and t.during @> ${on}::date order by lower(t.during), t.id`.execute(
    tx,
  );
  return rows;
}

import { sql } from 'kysely';
import type { Tx } from '../database/database.ts';
import { leafOf, type SealAlgorithm } from './merkle.ts';

export interface StoredRow {
  readonly seq: string;
  readonly xid: string;
  readonly columns: readonly (string | null)[];
}

interface TextRow {
  seq: string;
  xid: string;
  kind: string;
  subject_type: string;
  subject_id: string;
  actor_person_id: string | null;
  actor_post_id: string | null;
  place_code: string | null;
  at: string;
  details: string;
}

/** Rows of a county written by transactions in [from, below), in sealing order, every column as text as stored. */
export async function storedRows(tx: Tx, county: string, from: string, below: string): Promise<StoredRow[]> {
  const { rows } = await sql<TextRow>`
    select seq::text, xid::text, kind, subject_type, subject_id, actor_person_id, actor_post_id, place_code,
      to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, details
    from journal where county_code = ${county} and xid >= ${from}::xid8 and xid < ${below}::xid8 order by journal.xid, journal.seq`.execute(
    tx,
  );
  return rows.map((row) => ({
    seq: row.seq,
    xid: row.xid,
    columns: [
      county,
      row.seq,
      row.xid,
      row.kind,
      row.subject_type,
      row.subject_id,
      row.actor_person_id,
      row.actor_post_id,
      row.place_code,
      row.at,
      row.details,
    ],
  }));
}

export function leavesOf(algorithm: SealAlgorithm, rows: readonly StoredRow[]): Buffer[] {
  return rows.map((row) => leafOf(algorithm, row.columns));
}

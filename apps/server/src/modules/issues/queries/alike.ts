import { sql } from 'kysely';
import { looksTheSame } from '../../../platform/files/look.ts';
import type { Tx } from '../../../platform/index.ts';
import { numberText } from './number.ts';

/** A picture that shows the same as another one, saved anew, made smaller or brighter. */
export interface Alike {
  readonly sha256: string;
  readonly here: boolean;
  readonly number: string;
  readonly addedAt: Date;
}

interface Compared {
  sha256: string;
  look: Buffer;
  other_look: Buffer;
  issue_id: string;
  number_year: number;
  number_serial: number;
  added_at: Date;
}

/** Pictures of this and of other problems that look the same as those given; the same bytes are not among them. */
export async function alikeOf(
  tx: Tx,
  county: string,
  issueId: string,
  digests: readonly string[],
): Promise<Alike[]> {
  if (digests.length === 0) return [];
  const { rows } =
    await sql<Compared>`select * from pictures_to_compare(${county}, ${issueId}, ${[...digests]}::text[])`.execute(
      tx,
    );
  return rows
    .filter((row) => looksTheSame(row.look, row.other_look))
    .map((row) => ({
      sha256: row.sha256,
      here: row.issue_id === issueId,
      number: numberText(county, row.number_year, row.number_serial),
      addedAt: row.added_at,
    }));
}

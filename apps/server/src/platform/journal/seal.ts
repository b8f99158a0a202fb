import { sql } from 'kysely';
import { systemReach } from '../actor.ts';
import { type Database, inReach, type Tx } from '../database/database.ts';
import { chainOf, FIRST_CHAIN, rootOf, type SealAlgorithm } from './merkle.ts';
import { leavesOf, storedRows } from './rows.ts';

export interface SealedBatch {
  readonly batch: number;
  readonly rowCount: number;
  readonly root: string;
  readonly chain: string;
}

async function lastBatch(tx: Tx, county: string) {
  return tx
    .selectFrom('journal_batches')
    .select(['batch', 'xid_below', 'chain'])
    .where('county_code', '=', county)
    .orderBy('batch', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/**
 * Seals what a county's journal holds below the oldest running transaction: later rows can no longer appear there
 * (sequence order is not commit order). One sealer a county at a time; nothing new: null.
 */
export async function sealCounty(
  db: Database,
  county: string,
  algorithm: SealAlgorithm,
  at: Date,
): Promise<SealedBatch | null> {
  return inReach(db, systemReach(county), async (tx) => {
    await sql`select pg_advisory_xact_lock(990121002, ${Number(county)})`.execute(tx);
    const horizon = await sql<{
      below: string;
    }>`select pg_snapshot_xmin(pg_current_snapshot())::text as below`.execute(tx);
    const below = horizon.rows[0]?.below ?? '0';
    const last = await lastBatch(tx, county);
    const from = last?.xid_below ?? '0';
    const rows = await storedRows(tx, county, from, below);
    if (rows.length === 0) return null;
    const leaves = leavesOf(algorithm, rows);
    const batch = (last?.batch ?? 0) + 1;
    const root = rootOf(algorithm, leaves).toString('hex');
    const previous = last?.chain ?? FIRST_CHAIN;
    const chain = chainOf(algorithm, previous, batch, rows.length, root);
    await tx
      .insertInto('journal_batches')
      .values({
        county_code: county,
        batch,
        xid_from: from,
        xid_below: below,
        row_count: rows.length,
        root,
        previous_chain: previous,
        chain,
        algorithm,
        sealed_at: at,
      })
      .execute();
    for (let start = 0; start < rows.length; start += 5000) {
      const part = rows.slice(start, start + 5000);
      await tx
        .insertInto('journal_leaves')
        .values(
          part.map((row, index) => ({
            county_code: county,
            batch,
            position: start + index,
            seq: row.seq,
            leaf: leaves[start + index] as Buffer,
          })),
        )
        .execute();
    }
    return { batch, rowCount: rows.length, root, chain };
  });
}

/** Counties that have journal rows. */
export async function countiesWithJournal(db: Database): Promise<string[]> {
  const { rows } = await sql<{ county_code: string }>`select county_code from journal_counties()`.execute(db);
  return rows.map((row) => row.county_code);
}

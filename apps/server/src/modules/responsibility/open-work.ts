import type { Tx } from '../../platform/index.ts';

/** Counts of open work, given in by the composition: the ledger sits above this module. */
export interface OpenWork {
  byPost(tx: Tx, county: string, postIds: readonly string[]): Promise<Map<string, number>>;
  byPlace(
    tx: Tx,
    county: string,
    prefixes: readonly string[],
  ): Promise<Map<string, { open: number; overdue: number }>>;
}

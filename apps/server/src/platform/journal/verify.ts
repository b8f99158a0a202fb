import { systemReach } from '../actor.ts';
import { type Database, inReach, type Tx } from '../database/database.ts';
import { chainOf, FIRST_CHAIN, rootOf, type SealAlgorithm } from './merkle.ts';
import { leavesOf, storedRows } from './rows.ts';

/** A batch root that left the machine: printed on a closing file, sent to the county or the discipline office. */
export interface Anchor {
  readonly county: string;
  readonly batch: number;
  readonly root: string;
  readonly chain: string;
}

export interface Verification {
  readonly ok: boolean;
  readonly rows: number;
  readonly batches: number;
  /** Chinese sentences, each naming batch and row. */
  readonly findings: readonly string[];
}

type Batch = Awaited<ReturnType<typeof batchesOf>>[number];

async function batchesOf(tx: Tx, county: string) {
  return tx
    .selectFrom('journal_batches')
    .selectAll()
    .where('county_code', '=', county)
    .orderBy('batch')
    .execute();
}

/** Compares the rows of one batch with the leaves kept when it was sealed; names each row that differs. */
async function compareRows(tx: Tx, county: string, batch: Batch, findings: string[]): Promise<number> {
  const algorithm = batch.algorithm as SealAlgorithm;
  const rows = await storedRows(tx, county, batch.xid_from, batch.xid_below);
  const leaves = leavesOf(algorithm, rows);
  const kept = await tx
    .selectFrom('journal_leaves')
    .select(['seq', 'leaf'])
    .where('county_code', '=', county)
    .where('batch', '=', batch.batch)
    .orderBy('position')
    .execute();
  const keptBySeq = new Map(kept.map((leaf) => [leaf.seq, leaf.leaf]));
  rows.forEach((row, index) => {
    const leaf = keptBySeq.get(row.seq);
    keptBySeq.delete(row.seq);
    if (!leaf) findings.push(`第 ${batch.batch} 批：第 ${row.seq} 行是封存之后插入的`);
    else if (!leaf.equals(leaves[index] as Buffer))
      findings.push(`第 ${batch.batch} 批：第 ${row.seq} 行的内容被改动`);
  });
  for (const seq of keptBySeq.keys()) findings.push(`第 ${batch.batch} 批：第 ${seq} 行被删除`);
  const keptRoot = rootOf(
    algorithm,
    kept.map((leaf) => leaf.leaf),
  ).toString('hex');
  if (keptRoot !== batch.root)
    findings.push(`第 ${batch.batch} 批：封存的逐行摘要与批次的根不符，摘要或根被改动`);
  return rows.length;
}

function compareChain(batches: readonly Batch[], findings: string[]): void {
  let previous = FIRST_CHAIN;
  let below = '0';
  batches.forEach((batch, index) => {
    if (batch.batch !== index + 1) findings.push(`第 ${index + 1} 批缺失（下一批是第 ${batch.batch} 批）`);
    if (batch.previous_chain !== previous)
      findings.push(`第 ${batch.batch} 批：与上一批的链值接不上，前面的批次被换过`);
    if (batch.xid_from !== below) findings.push(`第 ${batch.batch} 批：起点与上一批的终点接不上`);
    const chain = chainOf(
      batch.algorithm as SealAlgorithm,
      batch.previous_chain,
      batch.batch,
      batch.row_count,
      batch.root,
    );
    if (chain !== batch.chain) findings.push(`第 ${batch.batch} 批：链值与根不符`);
    previous = batch.chain;
    below = batch.xid_below;
  });
}

function compareAnchors(
  county: string,
  batches: readonly Batch[],
  anchors: readonly Anchor[],
  findings: string[],
): void {
  const byNumber = new Map(batches.map((batch) => [batch.batch, batch]));
  for (const anchor of anchors.filter((each) => each.county === county)) {
    const batch = byNumber.get(anchor.batch);
    if (!batch) findings.push(`第 ${anchor.batch} 批：外存的根里有这一批，库里没有，日志尾部被删去`);
    else if (batch.root !== anchor.root || batch.chain !== anchor.chain)
      findings.push(`第 ${anchor.batch} 批：与外存的根不符，整条链被重写过`);
  }
}

/**
 * Verifies the sealed journal of a county: every row against its leaf, every batch against its root, the chain from
 * the first batch on, and the roots that were kept elsewhere.
 */
export async function verifyCounty(
  db: Database,
  county: string,
  anchors: readonly Anchor[] = [],
): Promise<Verification> {
  return inReach(db, systemReach(county), async (tx) => {
    const findings: string[] = [];
    const batches = await batchesOf(tx, county);
    compareChain(batches, findings);
    compareAnchors(county, batches, anchors, findings);
    let rows = 0;
    for (const batch of batches) rows += await compareRows(tx, county, batch, findings);
    return { ok: findings.length === 0, rows, batches: batches.length, findings };
  });
}

/** Roots of all batches of a county, to be kept elsewhere. */
export async function exportAnchors(db: Database, county: string): Promise<Anchor[]> {
  const batches = await inReach(db, systemReach(county), (tx) => batchesOf(tx, county));
  return batches.map((batch) => ({ county, batch: batch.batch, root: batch.root, chain: batch.chain }));
}

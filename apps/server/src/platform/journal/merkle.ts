import { createHash } from 'node:crypto';

export type SealAlgorithm = 'sha256' | 'sm3';

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

function digest(algorithm: SealAlgorithm, ...parts: readonly (Buffer | string)[]): Buffer {
  const hash = createHash(algorithm);
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/**
 * Leaf of one journal row: the hash of its columns as stored (as text), each led by its length, so that no two
 * different rows read alike. `null` columns are written as `-`.
 */
export function leafOf(algorithm: SealAlgorithm, columns: readonly (string | null)[]): Buffer {
  const text = columns
    .map((column) => (column === null ? '-' : `${Buffer.byteLength(column)}:${column}`))
    .join(',');
  return digest(algorithm, LEAF, text);
}

/** Merkle root over leaves in order (RFC 6962 shape: an odd last node moves up unchanged); empty: hash of nothing. */
export function rootOf(algorithm: SealAlgorithm, leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return digest(algorithm, '');
  let level = [...leaves];
  while (level.length > 1) {
    const next: Buffer[] = [];
    for (let index = 0; index < level.length; index += 2) {
      const left = level[index] as Buffer;
      const right = level[index + 1];
      next.push(right ? digest(algorithm, NODE, left, right) : left);
    }
    level = next;
  }
  return level[0] as Buffer;
}

/** Chain value of a batch: it commits to the one before, to the batch's place and size, and to its root. */
export function chainOf(
  algorithm: SealAlgorithm,
  previous: string,
  batch: number,
  rowCount: number,
  root: string,
): string {
  return digest(algorithm, `${previous}|${batch}|${rowCount}|${root}`).toString('hex');
}

/** Chain value before the first batch of a county. */
export const FIRST_CHAIN = '0'.repeat(64);

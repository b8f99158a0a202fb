import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Path of a stored file: two levels by digest, so that no folder grows without bound. */
export function pathOf(folder: string, sha256: string, variant: '' | '.copy' | '.thumb' = ''): string {
  return join(folder, sha256.slice(0, 2), `${sha256}${variant}`);
}

/** Stores bytes under their own digest; written beside and renamed, synced first: a power cut leaves no half file. */
export async function storeBytes(
  folder: string,
  bytes: Buffer,
  variantOf?: { sha256: string; variant: '.copy' | '.thumb' },
): Promise<string> {
  const sha256 = variantOf?.sha256 ?? createHash('sha256').update(bytes).digest('hex');
  const target = pathOf(folder, sha256, variantOf?.variant ?? '');
  if (await stat(target).catch(() => null)) return sha256;
  await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true });
  const draft = `${target}.${randomBytes(4).toString('hex')}`;
  const file = await open(draft, 'wx', 0o640);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, target).catch(async (error: Error) => {
    await rm(draft, { force: true });
    throw error;
  });
  return sha256;
}

import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { storeUpload } from '../platform/files/upload.ts';
import type { App, Reach } from '../platform/index.ts';

/** Stores a small picture of its own and gives its digest. */
export async function uploadPhoto(app: App, reach: Reach, seed: string): Promise<string> {
  const colour = `#${createHash('sha256').update(seed).digest('hex').slice(0, 6)}`;
  const bytes = await sharp({ create: { width: 64, height: 48, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();
  return (await storeUpload(app, reach, bytes, `${seed}.jpg`)).sha256;
}

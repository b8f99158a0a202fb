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

/** A picture with something on it, different for each seed; saved as asked, it is the same picture in other bytes. */
export async function uploadScene(
  app: App,
  reach: Reach,
  seed: string,
  saved: { quality?: number; width?: number } = {},
): Promise<string> {
  const grey = Buffer.concat([0, 1].map((part) => createHash('sha256').update(`${seed} ${part}`).digest()));
  const scene = await sharp(grey, { raw: { width: 8, height: 8, channels: 1 } })
    .resize(320, 240, { fit: 'fill', kernel: 'cubic' })
    .png()
    .toBuffer();
  const bytes = await sharp(scene)
    .resize(saved.width ?? 320)
    .jpeg({ quality: saved.quality ?? 90 })
    .toBuffer();
  return (await storeUpload(app, reach, bytes, `${seed}.jpg`)).sha256;
}

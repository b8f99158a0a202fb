import type { UploadedFile } from '@qingshan/contract';
import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import { inReach } from '../database/database.ts';
import { Refusal } from '../refusal.ts';
import { type PhotoFacts, readPhotoFacts } from './exif.ts';
import { type Look, readLook } from './look.ts';
import { acceptedLabel, mediaTypes } from './media.table.ts';
import { storeBytes } from './store.ts';

const MAX_PIXELS = 120_000_000;
const COPY_EDGE = 2560;
const THUMBNAIL_EDGE = 360;
const MAX_NAME = 120;
const NO_FACTS: PhotoFacts = { takenAt: null, lon: null, lat: null, raw: null };

sharp.concurrency(1);
sharp.cache(false);

/** Copies for showing: turned upright, without EXIF, bounded in size. Answers what the picture looks like. */
async function makeCopies(folder: string, sha256: string, bytes: Buffer): Promise<Look | null> {
  try {
    const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).rotate();
    const copy = await image
      .clone()
      .resize(COPY_EDGE, COPY_EDGE, { fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 85 })
      .toBuffer();
    const thumbnail = await sharp(copy)
      .resize(THUMBNAIL_EDGE, THUMBNAIL_EDGE, { fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 75 })
      .toBuffer();
    await storeBytes(folder, copy, { sha256, variant: '.copy' });
    await storeBytes(folder, thumbnail, { sha256, variant: '.thumb' });
    return await readLook(copy);
  } catch {
    throw new Refusal('file-type-refused', '这张照片打不开，文件可能已损坏，请重新拍摄或选择别的照片');
  }
}

async function mediaTypeOf(bytes: Buffer, name: string): Promise<string> {
  const found = (await fileTypeFromBuffer(bytes))?.mime;
  if (found && mediaTypes[found]) return found;
  throw new Refusal('file-type-refused', `“${name}”的内容不是可以接收的文件，请上传${acceptedLabel}`);
}

function answerOf(
  row: { sha256: string; name: string; media_type: string; byte_size: number },
  facts: PhotoFacts,
): UploadedFile {
  const image = mediaTypes[row.media_type]?.image ?? false;
  return {
    sha256: row.sha256,
    name: row.name,
    mediaType: row.media_type,
    byteSize: row.byte_size,
    url: `/api/files/${row.sha256}`,
    thumbnailUrl: image ? `/api/files/${row.sha256}?size=thumbnail` : null,
    takenAt: facts.takenAt?.toISOString() ?? null,
    position: facts.lon !== null && facts.lat !== null ? { lon: facts.lon, lat: facts.lat } : null,
  };
}

/**
 * Stores an uploaded file by its content: type checked by content, EXIF read, original kept as it came, copies
 * stripped. The same bytes again are the same file.
 */
export async function storeUpload(
  app: App,
  actor: Pick<Actor, 'countyCode' | 'personId' | 'prefixes' | 'kinds' | 'postIds'>,
  bytes: Buffer,
  givenName: string,
): Promise<UploadedFile> {
  if (bytes.length === 0) throw new Refusal('file-type-refused', '文件是空的，请重新选择');
  const name = givenName.replace(/[\p{Cc}/\\]/gu, '_').slice(-MAX_NAME) || '未命名';
  const mediaType = await mediaTypeOf(bytes, name);
  const facts = mediaTypes[mediaType]?.image ? await readPhotoFacts(bytes) : NO_FACTS;
  const sha256 = await storeBytes(app.filesFolder, bytes);
  const look = mediaTypes[mediaType]?.image ? await makeCopies(app.filesFolder, sha256, bytes) : null;
  const row = {
    county_code: actor.countyCode,
    sha256,
    name,
    media_type: mediaType,
    byte_size: bytes.length,
    exif: facts.raw ? JSON.stringify(facts.raw) : null,
    taken_at: facts.takenAt,
    lon: facts.lon,
    lat: facts.lat,
    look: look?.fields ?? null,
    look_quarters: look?.quarters ?? null,
    uploaded_by: actor.personId,
    uploaded_at: app.clock.now(),
  };
  await inReach(app.db, actor, (tx) =>
    tx
      .insertInto('files')
      .values(row)
      .onConflict((conflict) => conflict.columns(['county_code', 'sha256']).doNothing())
      .execute(),
  );
  return answerOf(row, facts);
}

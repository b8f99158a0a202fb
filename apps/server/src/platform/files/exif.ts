import exifr from 'exifr';

export interface PhotoFacts {
  /** When the camera says it was taken; null without a plausible time. */
  readonly takenAt: Date | null;
  readonly lon: number | null;
  readonly lat: number | null;
  /** Make, model, direction, altitude and the texts of the times as they stand in the file. */
  readonly raw: Record<string, unknown> | null;
}

const TAGS = [
  'DateTimeOriginal',
  'CreateDate',
  'OffsetTimeOriginal',
  'OffsetTime',
  'Make',
  'Model',
  'Orientation',
  'GPSLatitude',
  'GPSLongitude',
  'GPSLatitudeRef',
  'GPSLongitudeRef',
  'GPSAltitude',
  'GPSImgDirection',
  'GPSDateStamp',
];
const NOTHING: PhotoFacts = { takenAt: null, lon: null, lat: null, raw: null };

/** EXIF writes local time without a zone unless an offset tag is there; phones here run on UTC+8. */
function instantOf(text: unknown, offset: unknown): Date | null {
  const parts = /^(\d{4}):(\d{2}):(\d{2})[ T](\d{2}):(\d{2}):(\d{2})/.exec(String(text ?? ''));
  if (!parts) return null;
  const [, year, month, day, hour, minute, second] = parts;
  const zone = /^[+-]\d{2}:\d{2}$/.test(String(offset ?? '')) ? String(offset) : '+08:00';
  const instant = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

const isDegrees = (value: unknown, limit: number): value is number =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= limit;

/**
 * Reads what the camera wrote. Broken or absent EXIF is no error: the photo counts, its facts are unknown.
 * @returns WGS84 degrees; (0, 0) counts as unknown
 */
export async function readPhotoFacts(bytes: Buffer): Promise<PhotoFacts> {
  const tags: Record<string, unknown> | undefined = await exifr
    .parse(bytes, { pick: TAGS, reviveValues: false, translateValues: false })
    .catch(() => undefined);
  if (!tags) return NOTHING;
  const position = await exifr.gps(bytes).catch(() => undefined);
  const known =
    isDegrees(position?.longitude, 180) &&
    isDegrees(position?.latitude, 90) &&
    !(position.longitude === 0 && position.latitude === 0);
  const raw = Object.fromEntries(
    Object.entries(tags).filter(([, value]) => typeof value === 'string' || typeof value === 'number'),
  );
  return {
    takenAt: instantOf(tags.DateTimeOriginal ?? tags.CreateDate, tags.OffsetTimeOriginal ?? tags.OffsetTime),
    lon: known ? position.longitude : null,
    lat: known ? position.latitude : null,
    raw,
  };
}

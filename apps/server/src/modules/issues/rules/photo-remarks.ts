export interface PhotoFacts {
  readonly phase: 'before' | 'after' | 'attachment';
  readonly takenAt: Date | null;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly addedAt: Date;
  /** Numbers of other problems that carry the same file. */
  readonly usedIn: readonly string[];
  /** Numbers of problems with a picture that shows the same; this one's own number for an earlier picture here. */
  readonly alikeIn: readonly string[];
}

export interface PlaceFacts {
  readonly lon: number | null;
  readonly lat: number | null;
  /** When the problem was found and when its rectification began. */
  readonly foundAt: Date;
  readonly rectifiedFrom: Date | null;
}

const FAR_M = 500;
const FUTURE_MS = 10 * 60_000;
const LONG_BEFORE_MS = 7 * 86_400_000;
const EARTH_RADIUS_M = 6_371_008.8;

/** Great-circle distance on the mean sphere, metres (haversine). */
export function distanceM(a: { lon: number; lat: number }, b: { lon: number; lat: number }): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half =
    Math.sin(radians(b.lat - a.lat) / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lon - a.lon) / 2) ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(half)));
}

function farFrom(photo: PhotoFacts, place: PlaceFacts): string | null {
  if (photo.lon === null || photo.lat === null || place.lon === null || place.lat === null) return null;
  const metres = distanceM({ lon: photo.lon, lat: photo.lat }, { lon: place.lon, lat: place.lat });
  if (metres <= FAR_M) return null;
  return `拍摄位置离问题地点 ${metres >= 1000 ? `${(metres / 1000).toFixed(1)} 公里` : `${Math.round(metres)} 米`}`;
}

/**
 * What a checker should know about a photo, in plain sentences; nothing is refused for it, since clocks and
 * positions of old phones err.
 */
export function photoRemarks(photo: PhotoFacts, place: PlaceFacts): string[] {
  const remarks: string[] = [];
  const far = farFrom(photo, place);
  if (far) remarks.push(far);
  if (photo.takenAt && photo.takenAt.getTime() > photo.addedAt.getTime() + FUTURE_MS)
    remarks.push('拍摄时间晚于上传时间，手机时钟可能不准');
  if (photo.phase === 'after' && photo.takenAt && photo.takenAt < place.foundAt)
    remarks.push('照片拍摄于问题发现之前');
  else if (
    photo.phase === 'after' &&
    photo.takenAt &&
    place.rectifiedFrom &&
    photo.takenAt < place.rectifiedFrom
  )
    remarks.push('照片拍摄于整改开始之前');
  if (
    photo.phase === 'before' &&
    photo.takenAt &&
    photo.takenAt.getTime() < place.foundAt.getTime() - LONG_BEFORE_MS
  )
    remarks.push('照片拍摄于发现问题的一周以前');
  if (photo.phase === 'after' && !photo.takenAt) remarks.push('照片里没有拍摄时间，请核对是否现场所拍');
  if (photo.alikeIn.length > 0) remarks.push(`与${photo.alikeIn.join('、')}的照片是同一画面`);
  if (photo.usedIn.length > 0) remarks.push(`同一张照片还用在 ${photo.usedIn.join('、')}`);
  return remarks;
}

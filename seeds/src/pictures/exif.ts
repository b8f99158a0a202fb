const ASCII = 2;
const LONG = 4;
const RATIONAL = 5;

interface Tag {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  readonly data: Buffer;
}

const text = (tag: number, value: string): Tag => ({
  tag,
  type: ASCII,
  count: value.length + 1,
  data: Buffer.from(`${value}\0`, 'latin1'),
});

function pointer(tag: number, offset: number): Tag {
  const data = Buffer.alloc(4);
  data.writeUInt32BE(offset);
  return { tag, type: LONG, count: 1, data };
}

/** Degrees, minutes and seconds as three fractions. */
function degrees(tag: number, value: number): Tag {
  const data = Buffer.alloc(24);
  const whole = Math.floor(value);
  const minutes = Math.floor((value - whole) * 60);
  const seconds = Math.round(((value - whole) * 60 - minutes) * 60 * 1000);
  for (const [index, part] of [whole, 1, minutes, 1, seconds, 1000].entries())
    data.writeUInt32BE(part, index * 4);
  return { tag, type: RATIONAL, count: 3, data };
}

const sizeOf = (tags: readonly Tag[]): number =>
  6 +
  tags.length * 12 +
  tags.reduce((sum, { data }) => sum + (data.length > 4 ? data.length + (data.length % 2) : 0), 0);

/** One directory of tags at an offset of the TIFF block, longer values behind it. */
function directory(tags: readonly Tag[], offset: number): Buffer {
  const block = Buffer.alloc(sizeOf(tags));
  block.writeUInt16BE(tags.length, 0);
  let behind = 6 + tags.length * 12;
  tags.forEach(({ tag, type, count, data }, index) => {
    const at = 2 + index * 12;
    block.writeUInt16BE(tag, at);
    block.writeUInt16BE(type, at + 2);
    block.writeUInt32BE(count, at + 4);
    if (data.length <= 4) data.copy(block, at + 8);
    else {
      block.writeUInt32BE(offset + behind, at + 8);
      data.copy(block, behind);
      behind += data.length + (data.length % 2);
    }
  });
  return block;
}

const shanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** TIFF block with time and place, as a phone writes it (EXIF 2.3, big-endian). */
export function cameraFacts(takenAt: Date, lon: number, lat: number): Buffer {
  const time = shanghai.format(takenAt).replace(/-/g, ':');
  const exif = [text(0x9003, time), text(0x9011, '+08:00')];
  const gps = [text(1, 'N'), degrees(2, lat), text(3, 'E'), degrees(4, lon)];
  const first = (exifAt: number, gpsAt: number) => [
    text(0x010f, 'Qingshan demo'),
    text(0x0110, 'illustration'),
    pointer(0x8769, exifAt),
    pointer(0x8825, gpsAt),
  ];
  const exifAt = 8 + sizeOf(first(0, 0));
  const gpsAt = exifAt + sizeOf(exif);
  return Buffer.concat([
    Buffer.from([0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8]),
    directory(first(exifAt, gpsAt), 8),
    directory(exif, exifAt),
    directory(gps, gpsAt),
  ]);
}

import { crc32, deflateSync } from 'node:zlib';

export type Colour = readonly [red: number, green: number, blue: number];

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** A small picture of at most 256 colours, drawn in code: needs neither fonts nor an image library. */
export class Canvas {
  readonly width: number;
  readonly height: number;
  readonly #pixels: Uint8Array;
  readonly #palette: Colour[] = [];
  readonly #known = new Map<number, number>();

  readonly #scale: number;

  /** @param scale pixels per unit of the shapes' coordinates; dots are not scaled */
  constructor(width: number, height: number, scale: number) {
    this.width = width;
    this.height = height;
    this.#scale = scale;
    this.#pixels = new Uint8Array(width * height);
  }

  /** Place of a colour in the palette; the 257th and later colours take the last place. */
  #colour([red, green, blue]: Colour): number {
    const key = ((red & 255) << 16) | ((green & 255) << 8) | (blue & 255);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#palette.length > 255) return 255;
    this.#palette.push([red & 255, green & 255, blue & 255]);
    this.#known.set(key, this.#palette.length - 1);
    return this.#palette.length - 1;
  }

  #span(y: number, from: number, to: number, colour: number): void {
    const first = Math.max(0, Math.ceil(from));
    const last = Math.min(this.width - 1, Math.floor(to));
    if (last >= first) this.#pixels.fill(colour, y * this.width + first, y * this.width + last + 1);
  }

  rectangle(x: number, y: number, width: number, height: number, colour: Colour): void {
    const index = this.#colour(colour);
    const [west, top, east, bottom] = [x, y, x + width, y + height].map((each) =>
      Math.round(each * this.#scale),
    ) as [number, number, number, number];
    for (let row = Math.max(0, top); row < Math.min(this.height, bottom); row++)
      this.#span(row, west, east - 1, index);
  }

  ellipse(atX: number, atY: number, width: number, height: number, colour: Colour): void {
    const [x, y, radiusX, radiusY] = [atX, atY, width, height].map((each) => each * this.#scale) as [
      number,
      number,
      number,
      number,
    ];
    const index = this.#colour(colour);
    const top = Math.max(0, Math.ceil(y - radiusY));
    const bottom = Math.min(this.height - 1, Math.floor(y + radiusY));
    for (let row = top; row <= bottom; row++) {
      const half = radiusX * Math.sqrt(Math.max(0, 1 - ((row - y) / radiusY) ** 2));
      this.#span(row, x - half, x + half, index);
    }
  }

  /** Fills a polygon by the even–odd rule. */
  polygon(corners: readonly (readonly [x: number, y: number])[], colour: Colour): void {
    const index = this.#colour(colour);
    const points = corners.map(([x, y]) => [x * this.#scale, y * this.#scale] as const);
    const rows = points.map(([, y]) => y);
    const top = Math.max(0, Math.ceil(Math.min(...rows)));
    const bottom = Math.min(this.height - 1, Math.floor(Math.max(...rows)));
    for (let row = top; row <= bottom; row++) {
      const crossings: number[] = [];
      points.forEach(([x, y], at) => {
        const [nextX, nextY] = points[(at + 1) % points.length] ?? [x, y];
        if (y <= row !== nextY <= row) crossings.push(x + ((row - y) / (nextY - y)) * (nextX - x));
      });
      crossings.sort((a, b) => a - b);
      for (let at = 0; at + 1 < crossings.length; at += 2)
        this.#span(row, crossings[at] ?? 0, crossings[at + 1] ?? 0, index);
    }
  }

  /** A dot pattern of rows of bits, each bit `scale` pixels wide. */
  bits(x: number, y: number, rows: readonly number[], width: number, scale: number, colour: Colour): void {
    const index = this.#colour(colour);
    rows.forEach((bits, row) => {
      for (let column = 0; column < width; column++) {
        if (((bits >> (width - 1 - column)) & 1) === 0) continue;
        for (let line = 0; line < scale; line++)
          this.#span(y + row * scale + line, x + column * scale, x + column * scale + scale - 1, index);
      }
    });
  }

  /** The picture as a PNG file. @param exif what a camera would write, as a TIFF block */
  png(exif?: Buffer): Buffer {
    const header = Buffer.alloc(13);
    header.writeUInt32BE(this.width, 0);
    header.writeUInt32BE(this.height, 4);
    header.set([8, 3, 0, 0, 0], 8);
    const lines = Buffer.alloc(this.height * (this.width + 1));
    for (let row = 0; row < this.height; row++)
      lines.set(this.#pixels.subarray(row * this.width, (row + 1) * this.width), row * (this.width + 1) + 1);
    return Buffer.concat([
      SIGNATURE,
      chunk('IHDR', header),
      ...(exif ? [chunk('eXIf', exif)] : []),
      chunk('PLTE', Buffer.from(this.#palette.flat())),
      chunk('IDAT', deflateSync(lines, { level: 2 })),
      chunk('IEND', Buffer.alloc(0)),
    ]);
  }
}

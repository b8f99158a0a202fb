import type { Canvas } from './canvas.ts';
import { glyphs } from './glyphs.table.ts';

const BLANK = 10;
const NARROW = 12;
const WIDE = 24;
const WHITE = [245, 248, 242] as const;

/** Writes a line of text; characters that the table does not have are left out. */
export function caption(canvas: Canvas, text: string, x: number, y: number): void {
  let from = x;
  for (const character of text) {
    const glyph = glyphs[character];
    if (glyph) {
      const bits = Buffer.from(glyph, 'base64');
      canvas.bits(
        from,
        y,
        Array.from({ length: 24 }, (_, row) => bits.readUIntBE(row * 3, 3)),
        24,
        1,
        WHITE,
      );
    }
    from += character === ' ' ? BLANK : /[0-9:·-]/.test(character) ? NARROW : WIDE;
  }
}

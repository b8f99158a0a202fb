import type { PhotoWish } from '../story/plan.ts';
import { Canvas } from './canvas.ts';

/** The picture for a wish, as a PNG file. */
export function drawPhoto(wish: PhotoWish): { bytes: Buffer; name: string } {
  const canvas = new Canvas(640, 480);
  canvas.rectangle(0, 0, 640, 480, wish.phase === 'before' ? [120, 100, 80] : [110, 170, 100]);
  canvas.rectangle(0, 0, wish.key.length * 4, 12, [wish.at.getTime() % 255, wish.key.charCodeAt(5), 40]);
  return { bytes: canvas.png(), name: `${wish.phase === 'before' ? '整改前' : '整改后'}.png` };
}

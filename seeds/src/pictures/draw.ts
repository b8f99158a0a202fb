import { kindRow } from '@qingshan/contract';
import { dayOf, hoursAfter } from '../county/days.ts';
import { chosenBy } from '../county/ids.ts';
import { villageNamed } from '../county/villages.table.ts';
import type { PhotoWish } from '../story/plan.ts';
import { positionOf } from '../story/report.ts';
import { placeOf } from '../story/who.ts';
import { Canvas } from './canvas.ts';
import { caption } from './caption.ts';
import { cameraFacts } from './exif.ts';
import { sceneOf } from './scenes.ts';

const WIDTH = 480;
const HEIGHT = 360;
/** Scenes are drawn on 640 × 480. */
const SCALE = 0.75;
const STRIP = 36;

/** What the camera would have written; a dishonest photo betrays itself by time or place. */
function exifOf({ issue, issueKey, at, raisedAt, phase, key }: PhotoWish): Buffer {
  const isFake = phase === 'after' && key.endsWith(`${issue.path.startsWith('sentBack') ? 3 : -9} 0`);
  const { lon, lat } = positionOf(issue, issueKey);
  const drift = (chosenBy(`${key} drift`, 200) - 100) / 1e6;
  const isOld = isFake && issue.more.fakePhoto === 'old';
  const isElsewhere = isFake && issue.more.fakePhoto === 'elsewhere';
  const taken = isOld ? hoursAfter(raisedAt, -24 * 19) : hoursAfter(at, phase === 'before' ? -0.05 : -0.15);
  return cameraFacts(taken, lon + drift + (isElsewhere ? 0.041 : 0), lat - drift);
}

/** An illustration for a wish, as a PNG file: the scene of its kind, labelled as what it is, with place and day. */
export function drawPhoto(wish: PhotoWish): { bytes: Buffer; name: string } {
  const { issue, phase, at, key } = wish;
  const canvas = new Canvas(WIDTH, HEIGHT, SCALE);
  sceneOf(kindRow(issue.kind).category, issue.kind)(canvas, phase, (what, below) =>
    chosenBy(`${key} ${what}`, below),
  );
  const village = villageNamed(placeOf(issue.place).village);
  const label = phase === 'before' ? '整改前' : '整改后';
  canvas.rectangle(0, (HEIGHT - STRIP) / SCALE, WIDTH / SCALE, STRIP / SCALE, [24, 32, 30]);
  caption(canvas, `示意图 ${label} ${village.town.name}${village.name} ${dayOf(at)}`, 4, HEIGHT - STRIP + 6);
  return { bytes: canvas.png(exifOf(wish)), name: `${label}-${village.name}.png` };
}

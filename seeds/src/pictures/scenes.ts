import type { Category, IssueKind } from '@qingshan/contract';
import type { Canvas, Colour } from './canvas.ts';

type Phase = 'before' | 'after';
/** A whole number below a bound, decided by the photo and the word. */
type Choose = (what: string, below: number) => number;
type Scene = (canvas: Canvas, phase: Phase, choose: Choose) => void;

const WIDTH = 640;
const HORIZON = 210;

const shade = ([red, green, blue]: Colour, by: number): Colour => [
  Math.max(0, Math.min(255, red + by)),
  Math.max(0, Math.min(255, green + by)),
  Math.max(0, Math.min(255, blue + by)),
];

function sky(canvas: Canvas, phase: Phase, choose: Choose): void {
  const top: Colour = phase === 'before' ? [168, 168, 162] : [150, 196, 226];
  const dim = choose('sky', 24) - 12;
  for (let band = 0; band < 14; band++) canvas.rectangle(0, band * 16, WIDTH, 16, shade(top, dim + band * 4));
}

function hills(canvas: Canvas, phase: Phase, choose: Choose): void {
  const far: Colour = phase === 'before' ? [128, 134, 124] : [104, 150, 128];
  for (const [layer, base] of [170, 200].entries()) {
    const points: [number, number][] = [[0, HORIZON + 30]];
    for (let x = 0; x <= WIDTH; x += 64) points.push([x, base - choose(`hill ${layer} ${x}`, 60)]);
    points.push([WIDTH, HORIZON + 30]);
    canvas.polygon(points, shade(far, layer * -18));
  }
}

function tree(canvas: Canvas, x: number, y: number, size: number, leaf: Colour): void {
  canvas.rectangle(x - size / 12, y - size / 3, size / 6, size / 3, [96, 72, 52]);
  canvas.ellipse(x, y - size * 0.62, size * 0.34, size * 0.4, leaf);
  canvas.ellipse(x - size * 0.12, y - size * 0.72, size * 0.16, size * 0.18, shade(leaf, 18));
}

function ground(canvas: Canvas, colour: Colour, choose: Choose): void {
  canvas.rectangle(0, HORIZON, WIDTH, 480 - HORIZON, colour);
  for (let patch = 0; patch < 26; patch++)
    canvas.ellipse(
      choose(`patch x ${patch}`, WIDTH),
      HORIZON + 14 + choose(`patch y ${patch}`, 240),
      14 + choose(`patch w ${patch}`, 50),
      3 + choose(`patch h ${patch}`, 8),
      shade(colour, choose(`patch c ${patch}`, 24) - 12),
    );
}

const grass = (phase: Phase): Colour => (phase === 'before' ? [132, 124, 96] : [112, 158, 86]);

function backdrop(canvas: Canvas, phase: Phase, choose: Choose): void {
  sky(canvas, phase, choose);
  hills(canvas, phase, choose);
  ground(canvas, grass(phase), choose);
}

const heapColours: readonly Colour[] = [
  [214, 210, 200],
  [92, 92, 96],
  [176, 98, 70],
  [86, 112, 150],
  [150, 140, 60],
];

function heap(canvas: Canvas, choose: Choose, x: number, y: number, width: number): void {
  canvas.ellipse(x, y, width, width * 0.28, [92, 82, 68]);
  for (let piece = 0; piece < 46; piece++) {
    const px = x - width * 0.85 + choose(`piece x ${piece}`, Math.round(width * 1.7));
    const py = y - choose(`piece y ${piece}`, Math.round(width * 0.4));
    const colour = heapColours[choose(`piece c ${piece}`, heapColours.length)] ?? [150, 150, 150];
    const size = 8 + choose(`piece s ${piece}`, 18);
    canvas.polygon(
      [
        [px, py],
        [px + size, py - size / 3],
        [px + size * 0.9, py + size / 2],
        [px - size / 4, py + size / 2],
      ],
      colour,
    );
  }
}

function trees(canvas: Canvas, choose: Choose, count: number, leaf: Colour): void {
  for (let number = 0; number < count; number++)
    tree(
      canvas,
      20 + choose(`tree x ${number}`, 600),
      236 + choose(`tree y ${number}`, 90),
      60 + choose(`tree s ${number}`, 60),
      shade(leaf, choose(`tree c ${number}`, 30) - 15),
    );
}

const water: Scene = (canvas, phase, choose) => {
  backdrop(canvas, phase, choose);
  trees(canvas, choose, 6, phase === 'before' ? [104, 110, 78] : [72, 128, 74]);
  const flow: Colour = phase === 'before' ? [86, 84, 66] : [104, 164, 186];
  const bend = choose('bend', 120) - 60;
  canvas.polygon(
    [
      [300 + bend, HORIZON + 20],
      [350 + bend, HORIZON + 20],
      [560, 440],
      [120, 440],
    ],
    flow,
  );
  for (let ripple = 0; ripple < 16; ripple++)
    canvas.ellipse(
      190 + choose(`ripple x ${ripple}`, 280),
      290 + choose(`ripple y ${ripple}`, 140),
      18 + choose(`ripple w ${ripple}`, 40),
      3,
      shade(flow, phase === 'before' ? -20 : 30),
    );
  if (phase === 'before') heap(canvas, choose, 90 + choose('heap', 460), 380, 90);
};

const rural: Scene = (canvas, phase, choose) => {
  backdrop(canvas, phase, choose);
  const x = 60 + choose('house', 320);
  canvas.rectangle(x, 170, 190, 110, [206, 198, 182]);
  canvas.polygon(
    [
      [x - 20, 172],
      [x + 95, 118],
      [x + 210, 172],
    ],
    [120, 84, 72],
  );
  canvas.rectangle(x + 76, 214, 38, 66, [112, 84, 60]);
  canvas.polygon(
    [
      [260, 300],
      [400, 300],
      [600, 440],
      [40, 440],
    ],
    [168, 164, 154],
  );
  if (phase === 'before') heap(canvas, choose, 160 + choose('heap', 320), 370, 110);
  else
    for (const bin of [0, 1]) {
      canvas.rectangle(440 + bin * 54, 300, 40, 56, bin === 0 ? [58, 120, 80] : [70, 98, 150]);
      canvas.rectangle(436 + bin * 54, 292, 48, 10, [44, 60, 58]);
    }
};

const air: Scene = (canvas, phase, choose) => {
  backdrop(canvas, phase, choose);
  for (let row = 0; row < 9; row++)
    canvas.polygon(
      [
        [0, 250 + row * 24],
        [WIDTH, 240 + row * 24],
        [WIDTH, 250 + row * 24],
        [0, 260 + row * 24],
      ],
      phase === 'before' ? [120, 104, 70] : [132, 168, 78],
    );
  if (phase === 'after') return trees(canvas, choose, 5, [78, 132, 76]);
  const x = 120 + choose('fire', 380);
  for (let puff = 0; puff < 12; puff++)
    canvas.ellipse(
      x + puff * 9 - choose(`puff ${puff}`, 30),
      340 - puff * 22,
      24 + puff * 6,
      18 + puff * 3,
      shade([120, 118, 114], puff * 5),
    );
  canvas.polygon(
    [
      [x - 40, 362],
      [x - 12, 312],
      [x, 340],
      [x + 16, 304],
      [x + 46, 362],
    ],
    [208, 110, 48],
  );
};

const forest: Scene = (canvas, phase, choose) => {
  backdrop(canvas, phase, choose);
  trees(canvas, choose, phase === 'before' ? 7 : 22, phase === 'before' ? [110, 106, 66] : [58, 118, 70]);
  if (phase === 'after') return;
  for (let stump = 0; stump < 9; stump++) {
    const x = 40 + choose(`stump x ${stump}`, 560);
    const y = 320 + choose(`stump y ${stump}`, 100);
    canvas.rectangle(x - 14, y, 28, 22, [110, 82, 56]);
    canvas.ellipse(x, y, 14, 5, [206, 176, 128]);
  }
};

const land: Scene = (canvas, phase, choose) => {
  backdrop(canvas, phase, choose);
  for (let row = 0; row < 8; row++)
    canvas.polygon(
      [
        [0, 256 + row * 26],
        [WIDTH, 250 + row * 26],
        [WIDTH, 262 + row * 26],
        [0, 268 + row * 26],
      ],
      phase === 'before' ? [146, 122, 92] : [96, 158, 74],
    );
  if (phase === 'after') return;
  const x = 140 + choose('shed', 240);
  canvas.rectangle(x, 236, 260, 110, [108, 140, 168]);
  canvas.polygon(
    [
      [x - 14, 238],
      [x + 130, 196],
      [x + 274, 238],
    ],
    [150, 72, 62],
  );
  heap(canvas, choose, 110 + choose('heap', 420), 400, 70);
};

const industry: Scene = (canvas, phase, choose) => {
  backdrop(canvas, phase, choose);
  const x = 120 + choose('works', 180);
  canvas.rectangle(x, 180, 300, 140, [176, 172, 166]);
  for (let window = 0; window < 5; window++)
    canvas.rectangle(x + 22 + window * 54, 210, 32, 36, [92, 112, 124]);
  canvas.rectangle(x + 230, 96, 34, 90, [140, 120, 112]);
  if (phase === 'before') {
    for (let puff = 0; puff < 9; puff++)
      canvas.ellipse(x + 247 + puff * 15, 90 - puff * 8, 20 + puff * 4, 12 + puff * 2, [104, 102, 100]);
    canvas.polygon(
      [
        [x + 40, 320],
        [x + 80, 320],
        [x + 160, 440],
        [x - 40, 440],
      ],
      [92, 76, 62],
    );
    return;
  }
  for (const tank of [0, 1]) canvas.ellipse(x + 70 + tank * 130, 372, 54, 22, [96, 158, 170]);
};

const SMOKY: readonly IssueKind[] = ['straw_burning', 'open_burning', 'wild_fire_use', 'fireworks'];
const scenes: Readonly<Record<Category, Scene>> = {
  water,
  air,
  rural,
  forest,
  land,
  industry,
  others: rural,
};

/** The scene that stands for a kind of problem. */
export function sceneOf(category: Category, kind: IssueKind): Scene {
  if (SMOKY.includes(kind)) return air;
  if (kind === 'dust' || kind === 'coal_dust' || kind === 'kitchen_fume') return industry;
  return scenes[category];
}

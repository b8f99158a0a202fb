import { type Corners, type Line, windingLine } from './shape.ts';

/** Border of 云岭镇 and 江畔镇, from south to north. */
const ridge: Line = [
  [102.842, 27.14],
  [102.858, 27.19],
  [102.848, 27.24],
  [102.836, 27.29],
  [102.85, 27.34],
  [102.868, 27.39],
  [102.88, 27.45],
];
/** Border of 江畔镇 and 清溪镇, from south to north. */
const watershed: Line = [
  [102.968, 27.09],
  [102.985, 27.14],
  [102.978, 27.2],
  [102.962, 27.26],
  [102.975, 27.32],
  [102.99, 27.352],
  [103, 27.3755],
];
/** North of 清溪镇: the big river, downstream. */
const bank: Line = [
  [103, 27.3755],
  [103.023, 27.39],
  [103.053, 27.405],
  [103.086, 27.406],
  [103.118, 27.41],
  [103.142, 27.428],
];
const eastern: Line = [
  [103.142, 27.428],
  [103.19, 27.425],
  [103.235, 27.4],
  [103.262, 27.35],
  [103.27, 27.3],
  [103.25, 27.25],
  [103.262, 27.2],
  [103.31, 27.16],
  [103.335, 27.12],
  [103.32, 27.07],
  [103.28, 27.04],
  [103.22, 27.06],
  [103.15, 27.09],
  [103.09, 27.07],
  [103.03, 27.085],
  [102.968, 27.09],
];
const canyonSouth: Line = [
  [102.842, 27.14],
  [102.835, 27.08],
  [102.86, 27.04],
  [102.92, 27.035],
  [102.955, 27.05],
  [102.968, 27.09],
];
const canyonNorth: Line = [
  [103, 27.3755],
  [102.995, 27.42],
  [102.965, 27.45],
  [102.92, 27.462],
  [102.88, 27.45],
];
const mountains: Line = [
  [102.88, 27.45],
  [102.85, 27.48],
  [102.79, 27.5],
  [102.72, 27.485],
  [102.68, 27.44],
  [102.66, 27.37],
  [102.675, 27.3],
  [102.655, 27.23],
  [102.69, 27.17],
  [102.75, 27.13],
  [102.8, 27.12],
  [102.842, 27.14],
];

const back = (line: Line): Line => line.toReversed();

/** Border pieces one after the other, made winding; each begins where the one before ends. */
const around = (...pieces: Line[]): Corners => pieces.flatMap((piece) => windingLine(piece, 2).slice(0, -1));

/** Outlines of the three towns and of the county; invented, they share their borders point for point. */
export const outlines = {
  qx: around(watershed, bank, eastern),
  jp: around(canyonSouth, watershed, canyonNorth, back(ridge)),
  yl: around(ridge, mountains),
  county: around(canyonSouth, back(eastern), back(bank), canyonNorth, mountains),
};

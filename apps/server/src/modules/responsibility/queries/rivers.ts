import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Box, Position } from '../rules/geometry.ts';

const FILE = resolve(import.meta.dirname, '../../../../../../seeds/data/rivers.geojson');
const MARGIN_DEGREES = 0.3;

interface RiverLine {
  readonly type: 'Feature';
  readonly properties: Record<string, unknown>;
  readonly geometry: { readonly type: 'LineString'; readonly coordinates: readonly Position[] };
}

let known: Promise<readonly RiverLine[]> | undefined;

async function readRivers(): Promise<readonly RiverLine[]> {
  const text = await readFile(FILE, 'utf8').catch(() => null);
  return text ? (JSON.parse(text) as { features: RiverLine[] }).features : [];
}

/** River lines that pass near a box; a reference file of the repository, read once. */
export async function riversIn([west, south, east, north]: Box): Promise<readonly RiverLine[]> {
  known ??= readRivers();
  const near = ([lon, lat]: Position) =>
    lon >= west - MARGIN_DEGREES &&
    lon <= east + MARGIN_DEGREES &&
    lat >= south - MARGIN_DEGREES &&
    lat <= north + MARGIN_DEGREES;
  return (await known).filter((line) => line.geometry.coordinates.some(near));
}

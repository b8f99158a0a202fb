import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { csvRecords, keptText, sharedText } from '../testkit/vectors.ts';
import type { AqiTable } from './air/aqi-table.ts';
import { GB_3095_2026 } from './air/gb3095-2026.table.ts';
import { AQI_TABLES } from './air/iaqi.ts';
import { VALIDITY_2026 } from './air/validity.table.ts';
import { CATALOGUE, isLimitTable } from './catalogue.ts';
import { type LimitTable, limitRows } from './limit-table.ts';

/** Transcriptions of the standards as they were handed over, never made from our tables. */
const FILES = readdirSync(new URL('../vectors/tables', import.meta.url));
const transcription = (file: string) => csvRecords(keptText(`tables/${file}`));

/** The words of the transcriptions for what our tables name otherwise. */
const KEYS: Readonly<Record<string, string>> = { nh3_n: 'nh3n', pm2_5: 'pm25' };
const CLAUSES: Readonly<Record<string, string>> = {
  'annex A table A.1': '附录A 表A.1',
  'level table': '等级表',
  'index E': 'E 指数表',
  'Nemerow grading table': '内梅罗分级表',
  'single-factor index': '单项指数',
  'single-factor grading': '单项指数分级',
  'table 1 footnote': '表1 注',
};
const clause = (text: string) => CLAUSES[text] ?? text.replace(/^table /, '表');
const unit = (text: string) => text.replaceAll('³', '3').replaceAll('²', '2');
const fileOf = (table: LimitTable) =>
  `${table.standard.toLowerCase().replace(/[ /]/g, '').replace('-1172', '1172')}.csv`;
/** GB 3095-2026 stands in the catalogue in two stages that share their rows. */
const LIMITS = [
  ...new Map(
    CATALOGUE.flatMap((entry) => entry.editions)
      .filter(isLimitTable)
      .map((table) => [table.rows, table]),
  ).values(),
];

test('the kept transcriptions are those handed over', () => {
  for (const file of FILES) {
    const shared = sharedText(`facts/tables/${file}`);
    if (shared === null) return;
    expect(keptText(`tables/${file}`), file).toBe(shared);
  }
  const listed = sharedText('facts/tables/README.md') ?? '';
  const named = [...listed.matchAll(/^\| ([a-z]+\d+-\d+) \|/gm)].map((match) => `${match[1]}.csv`);
  expect([...FILES].sort()).toEqual(named.sort());
});

test('every transcription is a table of the package', () => {
  const ours = [...LIMITS.map(fileOf), ...AQI_TABLES.map((table) => `hj633-${table.edition}.csv`)];
  expect(ours.sort()).toEqual([...FILES].sort());
});

test.each(LIMITS.map((table) => [table.standard, table] as const))('%s row by row', (_, table) => {
  const ours = limitRows(table).map((row) =>
    [
      row.clause,
      row.item,
      row.name,
      unit(row.unit),
      row.condition,
      row.level,
      row.limit,
      row.direction,
      row.mark,
      row.note,
    ].join('|'),
  );
  const theirs = transcription(fileOf(table)).map((row) =>
    [
      clause(row.clause_or_table ?? ''),
      KEYS[row.item_key ?? ''] ?? row.item_key,
      row.item_zh,
      unit(row.unit ?? ''),
      row.condition,
      row.class_or_level,
      row.limit,
      row.direction,
      row.mark,
      [row.standard === table.standard ? '' : row.standard, row.note].filter(Boolean).join('; '),
    ].join('|'),
  );
  expect(ours.sort()).toEqual(theirs.sort());
});

/** Break points of a table as the transcription writes them. */
function breakpointsOf(table: AqiTable): string[] {
  return table.breakpoints.flatMap(([pollutant, period, points]) =>
    points.map((point, i) => [pollutant, period, table.iaqi[i], point].join('|')),
  );
}

test.each(AQI_TABLES.map((table) => [table.standard, table] as const))(
  '%s break points and levels',
  (_, table) => {
    const rows = transcription(`hj633-${table.edition}.csv`);
    const theirs = rows
      .filter((row) => row.class_or_level?.startsWith('IAQI='))
      .map((row) =>
        [
          KEYS[row.item_key ?? ''] ?? row.item_key,
          row.condition,
          row.class_or_level?.slice(5),
          row.limit,
        ].join('|'),
      );
    expect(breakpointsOf(table).sort()).toEqual(theirs.sort());
    let from = table.levelsFrom as number;
    for (const { grade, label, colour, upTo, rgb, cmyk } of table.levels) {
      const row = rows.find((one) => one.class_or_level === `${grade} ${label} ${colour}`);
      expect(row?.limit).toBe(upTo === null ? String(from - 1) : `${from}-${upTo}`);
      expect(row?.note).toContain(`RGB ${rgb.join(',')}; CMYK ${cmyk.join(',')}`);
      from = (upTo ?? 0) + 1;
    }
  },
);

test('the rules of data validity are those of GB 3095-2026 table 4', () => {
  const table4 = limitRows(GB_3095_2026).filter((row) => row.clause === '表4');
  const theirs = table4.map((row) => Number(row.limit));
  const ours = VALIDITY_2026.rows.filter((row) => row.clause === '表4').map((row) => row.minimum);
  expect(ours.sort((a, b) => a - b)).toEqual(theirs.sort((a, b) => a - b));
});

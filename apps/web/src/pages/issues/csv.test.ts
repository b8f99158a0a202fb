import { expect, test } from 'vitest';
import { csvCell, csvFile } from './csv.ts';

test.each(['=HYPERLINK("http://x")', '+86 138', '-1+1', '@SUM(A1)', '\t=1', '  =1', '＝1'])(
  '%s stays text in a spreadsheet',
  (value) => {
    const shown = csvCell(value).replace(/^"|"$/g, '').replaceAll('""', '"');
    expect(shown).toBe(`'${value}`);
  },
);

test('ordinary cells', () => {
  expect(csvCell('河道垃圾')).toBe('河道垃圾');
  expect(csvCell('他说"臭"，\n一直臭')).toBe('"他说""臭""，\n一直臭"');
  expect(csvCell('a,b')).toBe('"a,b"');
  expect(csvCell(-3)).toBe('-3');
  expect(csvCell(null)).toBe('');
});

test('a file begins with the byte order mark and ends its lines for Excel', () => {
  expect(
    csvFile([
      ['编号', '件数'],
      ['990121-2026-00001', 2],
    ]),
  ).toBe('\uFEFF编号,件数\r\n990121-2026-00001,2\r\n');
});

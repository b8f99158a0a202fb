import { expect, test } from 'vitest';
import { workbookOf } from './xlsx.ts';
import { crc32 } from './zip.ts';

test('the checksum is the one of ZIP', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcb_f4_39_26);
});

test('texts stay texts, whatever stands in them', () => {
  const file = workbookOf(
    '问题台账',
    [
      ['编号', '件数'],
      ['=HYPERLINK("http://x")', 2],
      ['a<b>&\u0000', null],
    ],
    [20, 8],
  );
  expect([...file.slice(0, 4)]).toEqual([0x50, 0x4b, 3, 4]);
  const text = new TextDecoder().decode(file);
  expect(text).toContain('<t xml:space="preserve">=HYPERLINK(&quot;http://x&quot;)</t>');
  expect(text).toContain('<c r="B2"><v>2</v></c>');
  expect(text).toContain('a&lt;b&gt;&amp;</t>');
  expect(text).not.toContain('<f>');
});

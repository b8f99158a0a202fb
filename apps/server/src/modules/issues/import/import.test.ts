import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asOwner } from '../../../platform/database/owner.ts';
import { openTestApp, type TestApp } from '../../../testing/database.ts';
import { importIssues } from './import.ts';
import { instantOfLocal } from './local-time.ts';
import { type ImportMap, readMap } from './map.ts';

const root = resolve(import.meta.dirname, '../../../../../..');
const shared = process.env.QINGSHAN_SHARED ?? resolve(root, '../shared');
const boston = join(shared, 'data/boston311-2015/boston311_2015_h1.csv.gz');
const mapPath = join(root, 'docs/examples/boston311.map.json');

let opened: TestApp;
let map: ImportMap;
beforeAll(async () => {
  opened = await openTestApp();
  map = readMap(await readFile(mapPath, 'utf8'), mapPath);
});
afterAll(() => opened.close());

const HEADING =
  'CASE_ENQUIRY_ID,OPEN_DT,TARGET_DT,CLOSED_DT,OnTime_Status,CASE_STATUS,CLOSURE_REASON,CASE_TITLE,TYPE,neighborhood,LATITUDE,LONGITUDE';

async function importLines(lines: readonly string[], name: string) {
  const path = join(opened.app.filesFolder, `${name}.csv`);
  const rejects = join(opened.app.filesFolder, `${name}.rejects.csv`);
  await writeFile(path, [HEADING, ...lines].join('\n'));
  const report = await importIssues(opened.app, path, map, rejects, () => undefined);
  const rejected = (await readFile(rejects, 'utf8')).trim().split('\r\n').slice(1);
  return { report, rejected };
}

describe('local times of another system', () => {
  const format = 'MM/dd/yyyy hh:mm:ss a';
  const zone = 'America/New_York';
  test.each([
    ['01/01/2015 08:35:00 AM', '2015-01-01T13:35:00.000Z'],
    ['07/01/2015 12:05:00 AM', '2015-07-01T04:05:00.000Z'],
    ['07/01/2015 12:05:00 PM', '2015-07-01T16:05:00.000Z'],
    ['11/01/2015 01:30:00 AM', '2015-11-01T05:30:00.000Z'],
  ])('%s in New York is %s', (text, instant) => {
    expect(instantOfLocal(text, format, zone)?.toISOString()).toBe(instant);
  });
  test.each(['03/08/2015 02:30:00 AM', '02/30/2015 08:00:00 AM', '01/01/2015 13:00:00 AM', '2015-01-01', ''])(
    '%s is no time there',
    (text) => {
      expect(instantOfLocal(text, format, zone)).toBeNull();
    },
  );
});

describe('bad rows are refused by row, column and reason', () => {
  test('closed before opened, unknown kind, no title, a time the clocks skipped, closed without time', async () => {
    const { report, rejected } = await importLines(
      [
        '1,01/02/2015 08:00:00 AM,,01/01/2015 08:00:00 AM,,Closed,,Litter,Illegal Dumping,Dorchester,42.3,-71.1',
        '2,01/02/2015 08:00:00 AM,,,,Open,,Litter,Witchcraft,Dorchester,42.3,-71.1',
        '3,01/02/2015 08:00:00 AM,,,,Open,,,Illegal Dumping,Dorchester,42.3,-71.1',
        '4,03/08/2015 02:30:00 AM,,,,Open,,Litter,Illegal Dumping,Dorchester,42.3,-71.1',
        '5,01/02/2015 08:00:00 AM,,,,Closed,,Litter,Illegal Dumping,Dorchester,42.3,-71.1',
        '6,01/02/2015 08:00:00 AM,,,,Open,,Litter,Illegal Dumping,Dorchester,142.3,-71.1',
        '7,01/02/2015 08:00:00 AM,,,,Open,,Litter,Illegal Dumping,Dorchester,42.3,-71.1',
      ],
      'bad',
    );
    expect(report).toMatchObject({ rows: 7, added: 1, rejected: 6 });
    expect(rejected.map((line) => line.split(',').slice(0, 2).join(' '))).toEqual([
      '2 "CLOSED_DT"',
      '3 "TYPE"',
      '4 "CASE_TITLE"',
      '5 "OPEN_DT"',
      '6 "CLOSED_DT"',
      '7 "LATITUDE"',
    ]);
  });

  test('the same id with the same content is known, with other content refused, within a file and across runs', async () => {
    const row = '70,01/02/2015 08:00:00 AM,,,,Open,,Litter,Illegal Dumping,Dorchester,42.3,-71.1';
    const changed = row.replace('Litter', 'Heap');
    const first = await importLines([row, row, changed], 'repeat');
    expect(first.report).toMatchObject({ added: 1, known: 1, rejected: 1 });
    const second = await importLines([row], 'repeat-again');
    expect(second.report).toMatchObject({ added: 0, known: 1, rejected: 0 });
  });
});

const hasBoston = existsSync(boston);
if (!hasBoston)
  console.warn(
    `the shared folder is absent (${boston}): the import of the real complaints is not tested here`,
  );

describe.runIf(hasBoston)('2,794 real complaints', () => {
  test('come in once, their verdicts equal the file’s own but for two that the file leaves blank', async () => {
    const rejects = join(opened.app.filesFolder, 'boston.rejects.csv');
    const first = await importIssues(opened.app, boston, map, rejects, () => undefined);
    expect(first).toMatchObject({ rows: 2794, added: 2794, known: 0, rejected: 0, verdictsEqual: 2128 });
    expect(first.contradictions).toEqual([
      { key: '101001285371', file: '（空）', ours: '超期' },
      { key: '101001312465', file: '（空）', ours: '超期' },
    ]);
    const second = await importIssues(opened.app, boston, map, rejects, () => undefined);
    expect(second).toMatchObject({ rows: 2794, added: 0, known: 2794 });
  });

  test('closed rows entered by an event that says so, with no pretended steps', async () => {
    const { rows } = await asOwner(opened.ownerUrl, (owner) =>
      owner.query<{ kind: string; count: number }>(
        `select j.kind, count(*)::int as count from journal j join issues i on i.county_code = j.county_code and i.id = j.subject_id where i.state = 'closed' and i.import_key like '101001%' group by 1`,
      ),
    );
    expect(rows).toEqual([{ kind: 'issue.import', count: 2480 }]);
  });
});

import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '../../platform/index.ts';
import { COUNTY, openTestCounty, TAOYUAN, type TestCounty } from '../../testing/county.ts';
import { importPlaces } from './actions/import-places.ts';
import { readSheet } from './actions/read-sheet.ts';
import { childrenOf, villagesOf } from './index.ts';

let county: TestCounty;
beforeAll(async () => {
  county = await openTestCounty();
});
afterAll(() => county.close());

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );

describe('a sheet of groups and households', () => {
  async function sheet(rows: (string | number)[][]): Promise<Buffer> {
    const book = new ExcelJS.Workbook();
    book
      .addWorksheet('组户')
      .addRows([['类型', '代码', '所属村', '所属组', '名称', '经度', '纬度', '所属网格'], ...rows]);
    return Buffer.from(await book.xlsx.writeBuffer());
  }
  const load = async (bytes: Buffer) => {
    const rows = await readSheet(bytes);
    return county.asSystem(async (tx) =>
      importPlaces(tx, county.author, await villagesOf(tx, COUNTY), rows, COUNTY),
    );
  };

  it('brings good rows in, names bad ones by row, column and reason, and twice adds nothing', async () => {
    const bytes = await sheet([
      ['户', '', '桃源村', '桃源1组', '王家', 102.31, 27.11, ''],
      ['组', '', '桃源村', '', '桃源1组', '', '', ''],
      ['网格', 990121101204, '', '', '代码不全', '', '', ''],
      ['工厂', '', '桃源村', '', '某厂', '', '', ''],
      ['组', '', '桃花村', '', '2组', '', '', ''],
      ['组', '', '桃源村', '', '3组', 27.1, 102.3, ''],
      ['组', '', '桃源村', '', '桃源1组', '', '', ''],
      ['组', `${TAOYUAN}G07`, '', '', '7组', '', '', '没有的网格'],
    ]);
    const first = await load(bytes);
    expect(first).toMatchObject({ added: 2, changed: 0, unchanged: 0 });
    expect(first.refused.map((row) => [row.row, row.column])).toEqual([
      [4, '代码'],
      [5, '类型'],
      [6, '所属村'],
      [7, '经度'],
      [8, '代码'],
      [9, '所属网格'],
    ]);
    expect(await load(bytes)).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    const households = await county.asSystem((tx) => childrenOf(tx, `${TAOYUAN}G01`));
    expect(households.map((place) => place.name)).toEqual(['王家']);
  });

  it('refuses what lies outside its village, and what hangs on it, by row', async () => {
    const found = await load(
      await sheet([
        ['组', '', '桃源村', '', '出界组', 102.5, 27.1, ''],
        ['户', '', '桃源村', '出界组', '李家', 102.31, 27.11, ''],
        ['组', '', '桃源村', '', '压线组', 102.20005, 27.1, ''],
        ['组', '', '高山村', '', '没有村界', 102.9, 27.9, ''],
      ]),
    );
    expect(found.added).toBe(2);
    expect(found.refused).toEqual([
      { row: 2, column: '经度', reason: expect.stringMatching(/超出桃源村边界约 9\.\d 公里/) },
      { row: 3, column: '所属组', reason: '本村没有“出界组”' },
    ]);
  });

  it('is refused when it is no Excel file or has no header', async () => {
    expect(await codeOf(readSheet(Buffer.from('类型,名称\n')))).toBe('file-type-refused');
    const book = new ExcelJS.Workbook();
    book.addWorksheet('x').addRow(['甲', '乙']);
    expect(await codeOf(readSheet(Buffer.from(await book.xlsx.writeBuffer())))).toBe('invalid-input');
  });

  it('is refused when it unpacks to more than we hold', async () => {
    const packed = deflateRawSync(Buffer.alloc(100 * 1024 * 1024));
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(packed.length, 20);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(local.length + packed.length, 16);
    expect(await codeOf(readSheet(Buffer.concat([local, packed, central, end])))).toBe('file-too-large');
  });
});

import { inflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { Refusal } from '../../../platform/index.ts';
import { SHEET_COLUMNS, type SheetColumn, type SheetRow } from '../rules/place-sheet.ts';

export const MAX_SHEET_BYTES = 5 * 1024 * 1024;
const MAX_ROWS = 20_000;
const MAX_UNPACKED_BYTES = 80 * 1024 * 1024;
const MAX_ENTRIES = 300;

const unreadable = () =>
  new Refusal('file-type-refused', '这不是 Excel 文件（.xlsx），请另存为 .xlsx 后再导入');
const tooLarge = (what: string) => new Refusal('file-too-large', `表格太大：${what}，请分成几个文件导入`);

const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/** Unpacks one entry only to learn its true size: what a zip says of itself may be a lie. */
function unpackedSize(file: Buffer, at: number, allowed: number): number {
  const [method, packed, offset] = [
    file.readUInt16LE(at + 10),
    file.readUInt32LE(at + 20),
    file.readUInt32LE(at + 42),
  ];
  if (offset + 30 > file.length || file.readUInt32LE(offset) !== LOCAL) throw unreadable();
  const from = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
  if (method === 0) return packed;
  if (method !== 8) throw unreadable();
  try {
    return inflateRawSync(file.subarray(from, from + packed), { maxOutputLength: allowed }).length;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge('解压后超过 80 MB');
    throw unreadable();
  }
}

/** Refuses a zip that unpacks to more than we hold, before anything unpacks it for reading. */
function demandSmall(file: Buffer): void {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > file.length) throw unreadable();
  const entries = file.readUInt16LE(end + 10);
  if (entries > MAX_ENTRIES) throw tooLarge('内部文件太多');
  let at = file.readUInt32LE(end + 16);
  let total = 0;
  for (let entry = 0; entry < entries; entry++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== CENTRAL) throw unreadable();
    total += unpackedSize(file, at, MAX_UNPACKED_BYTES - total + 1);
    if (total > MAX_UNPACKED_BYTES) throw tooLarge('解压后超过 80 MB');
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
}

function columnsOf(header: ExcelJS.Row): Map<number, SheetColumn> {
  const columns = new Map<number, SheetColumn>();
  header.eachCell((cell, number) => {
    const title = cell.text.trim();
    const column = SHEET_COLUMNS.find((known) => known === title);
    if (column) columns.set(number, column);
  });
  const titles = [...columns.values()];
  if (
    !titles.includes('类型') ||
    !titles.includes('名称') ||
    !(titles.includes('代码') || titles.includes('所属村'))
  )
    throw new Refusal(
      'invalid-input',
      `第一行应是表头，至少有“类型”“名称”和“代码”或“所属村”，还可有${SHEET_COLUMNS.slice(3)
        .map((one) => `“${one}”`)
        .join('')}`,
    );
  return columns;
}

/** Rows of the first sheet with any content, by the titles of its first row. */
export async function readSheet(file: Buffer): Promise<SheetRow[]> {
  if (file.length > MAX_SHEET_BYTES) throw tooLarge('超过 5 MB');
  demandSmall(file);
  const book = new ExcelJS.Workbook();
  const bytes = file.buffer.slice(file.byteOffset, file.byteOffset + file.length) as ArrayBuffer;
  await book.xlsx.load(bytes).catch(() => {
    throw unreadable();
  });
  const sheet = book.worksheets[0];
  if (!sheet) throw unreadable();
  if (sheet.actualRowCount > MAX_ROWS + 1) throw tooLarge(`超过 ${MAX_ROWS} 行`);
  const columns = columnsOf(sheet.getRow(1));
  const rows: SheetRow[] = [];
  sheet.eachRow((row, number) => {
    if (number === 1) return;
    const cells: Partial<Record<SheetColumn, string>> = {};
    for (const [at, column] of columns) cells[column] = row.getCell(at).text.trim();
    if (Object.values(cells).some(Boolean)) rows.push({ row: number, cells });
  });
  return rows;
}

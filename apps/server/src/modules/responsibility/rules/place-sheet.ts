import { kindOfCode, type PlaceInput } from './place-input.ts';

/** Columns of the sheet; 代码, or 所属村 with 名称. */
export const SHEET_COLUMNS = [
  '类型',
  '代码',
  '所属村',
  '所属组',
  '名称',
  '经度',
  '纬度',
  '所属网格',
] as const;
export type SheetColumn = (typeof SHEET_COLUMNS)[number];

/** One row of the sheet: its number as Excel shows it and the text of its cells. */
export interface SheetRow {
  readonly row: number;
  readonly cells: Readonly<Partial<Record<SheetColumn, string>>>;
}

export interface RefusedRow {
  readonly row: number;
  readonly column: string;
  readonly reason: string;
}

/** What the row says, checked by itself; where it lies is found out with the county's places. */
export interface ReadRow {
  readonly row: number;
  readonly kind: PlaceInput['kind'];
  readonly code: string;
  readonly village: string;
  readonly group: string;
  readonly grid: string;
  readonly name: string;
  readonly position: { readonly lon: number; readonly lat: number } | null;
}

const KINDS: Readonly<Record<string, PlaceInput['kind']>> = {
  组: 'group',
  村民小组: 'group',
  社: 'group',
  户: 'household',
  农户: 'household',
  网格: 'grid',
  地块: 'plot',
};
const MAX_NAME = 60;

const isRefused = (read: unknown): read is RefusedRow =>
  typeof read === 'object' && read !== null && 'reason' in read;

function readPosition({ row, cells }: SheetRow): ReadRow['position'] | RefusedRow {
  const [lonText = '', latText = ''] = [cells.经度, cells.纬度];
  if (!lonText && !latText) return null;
  const refuse = (column: SheetColumn, reason: string): RefusedRow => ({ row, column, reason });
  if (!lonText) return refuse('经度', '只填了纬度，请补上经度或都不填');
  if (!latText) return refuse('纬度', '只填了经度，请补上纬度或都不填');
  const [lon, lat] = [Number(lonText), Number(latText)];
  if (!Number.isFinite(lon)) return refuse('经度', `“${lonText}”不是数字，应像 102.8765`);
  if (!Number.isFinite(lat)) return refuse('纬度', `“${latText}”不是数字，应像 27.2345`);
  if (lon < 73 || lon > 136)
    return refuse('经度', lon > 3 && lon < 54 ? '经度和纬度可能写反了' : '经度不在中国范围内');
  if (lat < 3 || lat > 54) return refuse('纬度', '纬度不在中国范围内');
  return { lon, lat };
}

/** Reads one row; says the column and the reason when it cannot be taken. */
export function readSheetRow(sheetRow: SheetRow): ReadRow | RefusedRow {
  const { row, cells } = sheetRow;
  const refuse = (column: SheetColumn, reason: string): RefusedRow => ({ row, column, reason });
  const kind = KINDS[cells.类型 ?? ''];
  if (!kind) return refuse('类型', cells.类型 ? `不认识“${cells.类型}”，应为组、户、网格或地块` : '没有填写');
  const [code = '', village = '', name = ''] = [cells.代码, cells.所属村, cells.名称];
  if (!name) return refuse('名称', '没有填写');
  if (name.length > MAX_NAME) return refuse('名称', `太长，最多 ${MAX_NAME} 字`);
  if (code && !kindOfCode(code))
    return refuse('代码', '格式不对，应为 12 位村代码加 G（组）、W（网格）、P（地块）和序号');
  if (code && kindOfCode(code) !== kind) return refuse('代码', '与类型不符');
  if (!code && !village) return refuse('所属村', '没有代码时须填写所属村');
  if (!code && kind === 'household' && !cells.所属组) return refuse('所属组', '没有代码的户须填写所属组');
  const position = readPosition(sheetRow);
  if (isRefused(position)) return position;
  return { row, kind, code, village, group: cells.所属组 ?? '', grid: cells.所属网格 ?? '', name, position };
}

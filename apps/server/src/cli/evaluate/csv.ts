import { printedValue, StandardRefusal } from '@qingshan/standards';

/** Columns whose cells are text, never numbers. */
const TEXT_COLUMNS = new Set([
  'id',
  'station',
  'name',
  'time',
  'date',
  'land',
  'land_use',
  'zone',
  'period',
  'source',
  'area',
  'outside_plan',
]);

/** Column names of Chinese spreadsheets that name a row or its time. */
const COLUMN_NAMES: Readonly<Record<string, string>> = {
  编号: 'id',
  站点: 'station',
  名称: 'name',
  时间: 'time',
  日期: 'date',
};

/** The keys of the columns: trimmed, lower case, Chinese names of row, time and date understood. Errors: `bad-text` for an open quote. */
export function csvColumns(line: string): string[] {
  return csvFields(line).map((column) => {
    const key = column.trim().toLowerCase();
    return Object.hasOwn(COLUMN_NAMES, key) ? (COLUMN_NAMES[key] as string) : key;
  });
}

/** A date as spreadsheets write it, `2026/4/1 8:00`, in the form of the standards: `2026-04-01T08:00`. Other text is left as it is. */
function isoDate(cell: string): string {
  const date = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:[ T](\d{1,2}):(\d{2})(:\d{2})?)?$/.exec(cell);
  if (!date) return cell;
  const [year, month, day, hour, minute, second = ''] = date.slice(1);
  const two = (digits = '') => digits.padStart(2, '0');
  const clock = hour === undefined ? '' : `T${two(hour)}:${minute}${second}`;
  return `${year}-${two(month)}-${two(day)}${clock}`;
}

/** Fields of one line of CSV; quotes doubled inside quotes. Errors: `bad-text` for an open quote. */
export function csvFields(line: string): string[] {
  const fields: string[] = [];
  let field = '';
  let quoted = false;
  for (let i = 0; i < line.length; i += 1) {
    const char = line[i] as string;
    if (quoted && char === '"' && line[i + 1] === '"') {
      field += '"';
      i += 1;
    } else if (char === '"') quoted = !quoted;
    else if (char === ',' && !quoted) {
      fields.push(field);
      field = '';
    } else field += char;
  }
  if (quoted) throw new StandardRefusal('bad-text', 'line', '引号没有配对，一行之内不能换行');
  return [...fields, field];
}

/** A line of CSV as a record: empty cells and `--` are missing, `0.01L` is below detection, numbers are numbers. */
export function csvRecord(columns: readonly string[], line: string): Record<string, unknown> {
  const fields = csvFields(line);
  if (fields.length > columns.length) {
    throw new StandardRefusal(
      'bad-text',
      'line',
      `这一行有 ${fields.length} 列，表头只有 ${columns.length} 列`,
    );
  }
  const record: Record<string, unknown> = {};
  columns.forEach((column, i) => {
    const cell = (fields[i] ?? '').trim();
    // a column without a name, as spreadsheets leave behind, may only be empty
    if (column === '' && cell === '') return;
    record[column] = TEXT_COLUMNS.has(column) ? isoDate(cell) || null : printedValue(cell, column);
  });
  return record;
}

/** A cell for spreadsheets: quoted where needed, and never read as a formula. */
export function csvCell(value: string): string {
  const plain = /^[=+@\t\r]|^-(?![\d.-]|$)/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

function told(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(told).join(' ');
  if (typeof value === 'object') return Object.values(value).map(told).join(':');
  return String(value);
}

/** The value at a dotted path of an answer, as text. */
export function answerCell(answer: Record<string, unknown>, path: string): string {
  let value: unknown = answer;
  for (const key of path.split('.')) value = (value as Record<string, unknown> | null | undefined)?.[key];
  return told(value);
}

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
]);

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
    record[column] = TEXT_COLUMNS.has(column) ? cell || null : printedValue(cell, column);
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

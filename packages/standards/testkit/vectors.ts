import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const ROOT = new URL('../../../', import.meta.url);
const SHARED = process.env.QINGSHAN_SHARED ?? fileURLToPath(new URL('../shared', ROOT));

/** Text of a vector file of this package. */
export function keptText(name: string): string {
  return readFileSync(new URL(`../vectors/${name}`, import.meta.url), 'utf8');
}

/** Rows of a vector file of this package, one JSON value a line. */
export function vectorLines<T>(name: string): T[] {
  return keptText(name)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

/** Text of a file of the shared reference folder, or null with a visible message when the folder is absent. */
export function sharedText(path: string): string | null {
  const file = `${SHARED}/${path}`;
  if (!existsSync(file)) {
    console.warn(
      `[standards] shared reference "${path}" is absent: this test is skipped. Put it beside the repository or set QINGSHAN_SHARED.`,
    );
    return null;
  }
  const bytes = readFileSync(file);
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** Records of a CSV text by column name; quotes allowed, no line breaks inside fields. */
export function csvRecords(text: string, separator = ','): Record<string, string>[] {
  const [head = '', ...lines] = text.replace(/\r/g, '').trim().split('\n');
  const columns = csvFields(head, separator);
  return lines.map((line) => {
    const fields = csvFields(line, separator);
    return Object.fromEntries(columns.map((column, i) => [column, fields[i] ?? '']));
  });
}

function csvFields(line: string, separator: string): string[] {
  if (!line.includes('"')) return line.split(separator);
  const fields: string[] = [];
  let field = '';
  let quoted = false;
  for (const char of line) {
    if (char === '"') quoted = !quoted;
    else if (char === separator && !quoted) {
      fields.push(field);
      field = '';
    } else field += char;
  }
  return [...fields, field];
}

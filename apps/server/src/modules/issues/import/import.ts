import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { townOf } from '@qingshan/contract';
import { parse } from 'csv-parse';
import { sql } from 'kysely';
import { type App, inReach, StartRefusal, systemReach, type Tx } from '../../../platform/index.ts';
import { placeExists, saveDivisions } from '../../responsibility/index.ts';
import type { ImportMap } from './map.ts';
import { closedLate, type ImportedIssue, type RejectedRow, readImportRow } from './rows.ts';
import { writeBatch } from './write.ts';

export interface ImportReport {
  rows: number;
  added: number;
  known: number;
  rejected: number;
  /** Closed rows with a target: how many of the file's own verdicts equal ours, and those that do not. */
  verdictsEqual: number;
  contradictions: { key: string; file: string; ours: string }[];
}

const BATCH = 2000;
/** So many new rows change what the planner should know of the ledger. */
const SETTLE_FROM = 1000;
const MAX_COLUMNS_BYTES = 200_000;
const VERDICT_WORDS = { inTime: '按期', late: '超期' } as const;

const csvCell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

function compareVerdict(issue: ImportedIssue, report: ImportReport): void {
  const late = closedLate(issue);
  if (late === null) return;
  const ours = late ? 'late' : 'inTime';
  if (issue.verdict === ours) report.verdictsEqual += 1;
  else
    report.contradictions.push({
      key: issue.key,
      file: issue.verdict ? VERDICT_WORDS[issue.verdict] : '（空）',
      ours: VERDICT_WORDS[ours],
    });
}

/** Rows of a CSV file (plain or .gz, UTF-8, heading first), one at a time: memory does not grow with the file. */
async function* csvRows(path: string): AsyncGenerator<Record<string, string>> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new StartRefusal(`读不到文件 ${path}，请检查路径`);
  const bytes = path.endsWith('.gz') ? createReadStream(path).pipe(createGunzip()) : createReadStream(path);
  const parser = bytes.pipe(
    parse({
      columns: true,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: MAX_COLUMNS_BYTES,
    }),
  );
  try {
    for await (const row of parser) yield row as Record<string, string>;
  } catch (error) {
    throw new StartRefusal(`文件 ${path} 不是正确的 CSV：${(error as Error).message}`);
  }
}

function checkColumns(row: Record<string, string>, map: ImportMap): void {
  const missing = Object.values(map.columns).find((column) => column !== undefined && !(column in row));
  if (missing) throw new StartRefusal(`文件里没有对照所说的“${missing}”这一列`);
}

/** Makes the divisions that the map names and that are not there; every place it points at must exist. */
async function makeDivisions(tx: Tx, map: ImportMap): Promise<void> {
  const missing: ImportMap['divisions'] = [];
  for (const division of map.divisions) if (!(await placeExists(tx, division.code))) missing.push(division);
  const rows = missing.map(({ code, name }) => {
    const town = townOf(code) !== null;
    return {
      code,
      name,
      edition: 'import',
      level: town ? (4 as const) : (3 as const),
      kind: town ? 'town' : 'county',
    };
  });
  await saveDivisions(tx, rows);
  for (const code of [map.defaultPlace, ...Object.values(map.places)]) {
    if (!(await placeExists(tx, code)))
      throw new StartRefusal(`对照里的地点 ${code} 不存在：请先导入区划，或写进对照的 divisions`);
  }
}

/**
 * Imports another system's ledger: good rows in, bad rows into the reject file with row number, column and reason.
 * Running it again adds nothing.
 * @param tell called after each batch with the rows read so far
 */
export async function importIssues(
  app: App,
  path: string,
  map: ImportMap,
  rejectPath: string,
  tell: (rows: number) => void,
): Promise<ImportReport> {
  const now = app.clock.now();
  const report: ImportReport = {
    rows: 0,
    added: 0,
    known: 0,
    rejected: 0,
    verdictsEqual: 0,
    contradictions: [],
  };
  const rejects = createWriteStream(rejectPath);
  rejects.write('\ufeff行号,列,原因\r\n');
  const reject = (row: RejectedRow) => {
    report.rejected += 1;
    rejects.write(`${row.rowNumber},${csvCell(row.column)},${csvCell(row.reason)}\r\n`);
  };
  const reach = systemReach(map.county);
  const flush = async (batch: ImportedIssue[]) => {
    const written = await inReach(app.db, reach, (tx) =>
      writeBatch(tx, map.county, map.source, map.columns.key, batch, now),
    );
    report.added += written.added;
    report.known += written.known;
    written.rejected.forEach(reject);
    tell(report.rows);
  };
  await inReach(app.db, reach, (tx) => makeDivisions(tx, map));
  let batch: ImportedIssue[] = [];
  try {
    for await (const row of csvRows(path)) {
      if (report.rows === 0) checkColumns(row, map);
      report.rows += 1;
      const read = readImportRow(row, report.rows + 1, map, now);
      if ('reason' in read) reject(read);
      else {
        compareVerdict(read, report);
        batch.push(read);
      }
      if (batch.length === BATCH) {
        await flush(batch);
        batch = [];
      }
    }
    if (batch.length > 0) await flush(batch);
  } finally {
    await new Promise((ended) => rejects.end(ended));
  }
  if (report.added >= SETTLE_FROM) await sql`select settle_issues()`.execute(app.db);
  return report;
}

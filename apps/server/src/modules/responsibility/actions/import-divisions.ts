import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { StartRefusal } from '../../../platform/index.ts';
import type { DivisionRow } from '../rules/division-rows.ts';
import { readDivisions, sizeOfList } from './read-divisions.ts';

export interface DivisionImport {
  readonly folder: string;
  /** Year of the list, e.g. `2023`. */
  readonly edition: string;
  /** Prefix of codes; empty: all of China. */
  readonly under: string;
  /** Name of the list, kept with the edition. */
  readonly source: string;
  readonly at: Date;
}

export interface ImportedDivisions {
  readonly read: number;
  readonly added: number;
  readonly changed: number;
  readonly outdated: number;
}

/** Part of the work done, 0 to 1. */
export type Progress = (share: number, step: 'read' | 'store') => void;

const escaped = (text: string) =>
  text.replace(/[\\\t\n\r]/g, (sign) => `\\${{ '\\': '\\', '\t': 't', '\n': 'n', '\r': 'r' }[sign]}`);
const lineOf = (row: DivisionRow): string =>
  `${row.code}\t${row.level}\t${row.kind}\t${escaped(row.name)}\t${escaped(row.officialName)}\t${row.parentCode ?? '\\N'}\n`;

const CHUNK_CHARS = 1 << 16;
const READ_SHARE = 0.35;

async function copyRows(client: pg.PoolClient, given: DivisionImport, progress: Progress): Promise<number> {
  const total = await sizeOfList(given.folder);
  let bytes = 0;
  let count = 0;
  async function* chunks(): AsyncGenerator<string> {
    let chunk = '';
    const onBytes = (length: number) => {
      bytes += length;
    };
    for await (const row of readDivisions(given.folder, given.under, onBytes)) {
      chunk += lineOf(row);
      count++;
      if (chunk.length < CHUNK_CHARS) continue;
      yield chunk;
      chunk = '';
      progress((bytes / total) * READ_SHARE, 'read');
    }
    yield chunk;
  }
  const copy = client.query(
    copyFrom('copy incoming (code, level, kind, name, official_name, parent_code) from stdin'),
  );
  await pipeline(Readable.from(chunks(), { objectMode: false }), copy);
  return count;
}

/** Code ranges that this import speaks for: the part asked for, or every province of the list. */
async function scopesOf(client: pg.PoolClient, under: string): Promise<string[]> {
  if (under) {
    const { rowCount } = await client.query('select 1 from incoming where starts_with(code, $1) limit 1', [
      under,
    ]);
    if (rowCount === 0) throw new StartRefusal(`区划表里没有代码以 ${under} 开头的地方，请检查 --under`);
    return [under];
  }
  const { rows } = await client.query<{ scope: string }>(
    `select left(code, 2) as scope from incoming where level = 1 order by 1`,
  );
  return rows.map((row) => row.scope);
}

/** Older editions of what is brought in are kept, but no longer current. */
async function outdate(client: pg.PoolClient, edition: string, scopes: readonly string[]): Promise<number> {
  const { rowCount } = await client.query(
    `update divisions d set is_current = false where d.is_current and d.edition < $1
      and (exists (select 1 from unnest($2::text[]) scope where d.code between rpad(scope, 12, '0')::char(12) and rpad(scope, 12, '9')::char(12))
        or exists (select 1 from incoming i where i.code = d.code))`,
    [edition, scopes],
  );
  return rowCount ?? 0;
}

const COLUMNS = 'level, kind, name, official_name, parent_code';
const of = (table: string) => COLUMNS.replace(/\w+/g, (column) => `${table}.${column}`);

/** Adds what is new and writes over what differs, one province after the other; positions and boundaries stay. */
async function merge(
  client: pg.PoolClient,
  edition: string,
  province: string,
): Promise<{ added: number; changed: number }> {
  const within = (table: string) =>
    `${table}.code between rpad($2, 12, '0')::char(12) and rpad($2, 12, '9')::char(12)`;
  const changed = await client.query(
    `update divisions d set (${COLUMNS}) = (${of('i')}) from incoming i
      where ${within('i')} and ${within('d')} and d.code = i.code and d.edition = $1 and (${of('d')}) is distinct from (${of('i')})`,
    [edition, province],
  );
  const added = await client.query(
    `insert into divisions (code, edition, ${COLUMNS}, is_current)
      select i.code, $1, ${of('i')}, not exists (
        select 1 from division_editions newer where newer.edition > $1 and starts_with(i.code, newer.under))
        and not exists (select 1 from divisions newer where newer.code = i.code and newer.edition > $1)
      from incoming i left join divisions d on ${within('d')} and d.code = i.code and d.edition = $1
      where ${within('i')} and d.code is null order by i.code`,
    [edition, province],
  );
  return { added: added.rowCount ?? 0, changed: changed.rowCount ?? 0 };
}

async function mergeAll(client: pg.PoolClient, edition: string, total: number, progress: Progress) {
  const { rows } = await client.query<{ province: string; count: number }>(
    `select left(code, 2) as province, count(*)::int as count from incoming group by 1 order by 1`,
  );
  const sum = { added: 0, changed: 0 };
  let done = 0;
  for (const { province, count } of rows) {
    const { added, changed } = await merge(client, edition, province);
    sum.added += added;
    sum.changed += changed;
    done += count;
    progress(READ_SHARE + (done / total) * (1 - READ_SHARE), 'store');
  }
  return sum;
}

/**
 * Brings one edition of the list of divisions in, in one transaction: all or nothing, and a second time nothing
 * changes. A newer edition makes the older rows not current and deletes none; an older one comes in as not current.
 */
export async function importDivisions(
  pool: pg.Pool,
  given: DivisionImport,
  progress: Progress = () => undefined,
): Promise<ImportedDivisions> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`set local work_mem = '64MB'; set local gin_pending_list_limit = '128MB'`);
    await client.query(`create temp table incoming (code char(12), level smallint, kind text, name text,
      official_name text, parent_code char(12)) on commit drop`);
    const read = await copyRows(client, given, progress);
    await client.query('alter table incoming add primary key (code)');
    await client.query('analyze incoming');
    const scopes = await scopesOf(client, given.under);
    const outdated = await outdate(client, given.edition, scopes);
    const { added, changed } = await mergeAll(client, given.edition, read, progress);
    await client.query(
      `insert into division_editions (edition, under, source, imported_at) select $1, scope, $2, $3 from unnest($4::text[]) scope
        on conflict (edition, under) do nothing`,
      [given.edition, given.source, given.at, scopes],
    );
    if (added + changed > 0) await client.query('select settle_divisions()');
    await client.query('commit');
    return { read, added, changed, outdated };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

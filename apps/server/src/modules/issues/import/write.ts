import { randomBytes } from 'node:crypto';
import { kindRow, type Source, townOf } from '@qingshan/contract';
import { sql } from 'kysely';
import { dayOf, record, type Tx } from '../../../platform/index.ts';
import { takeNumbers } from '../queries/number.ts';
import { severities } from '../queries/summary.ts';
import { ledger } from '../tables.ts';
import { closedLate, type ImportedIssue, type RejectedRow } from './rows.ts';

export interface Written {
  readonly added: number;
  readonly known: number;
  readonly rejected: readonly RejectedRow[];
}

/** Keys already in the county's ledger with the digest of their content. */
async function knownKeys(tx: Tx, county: string, keys: readonly string[]): Promise<Map<string, string>> {
  const rows = await ledger(tx)
    .selectFrom('issues')
    .select(['import_key', 'content_digest'])
    .where('county_code', '=', county)
    .where('import_key', 'in', [...keys, ''])
    .execute();
  return new Map(rows.map((row) => [row.import_key ?? '', row.content_digest]));
}

/** Splits a batch into new rows, rows known already, and rows whose id came before with other content. */
function sortOut(batch: readonly ImportedIssue[], known: Map<string, string>, keyColumn: string) {
  const fresh: ImportedIssue[] = [];
  const rejected: RejectedRow[] = [];
  let repeated = 0;
  for (const issue of batch) {
    const digest = known.get(issue.key);
    if (digest === undefined) {
      known.set(issue.key, issue.digest);
      fresh.push(issue);
    } else if (digest === issue.digest) repeated += 1;
    else
      rejected.push({
        rowNumber: issue.rowNumber,
        column: keyColumn,
        reason: `编号 ${issue.key.slice(0, 60)} 已导入过，而内容不同`,
      });
  }
  return { fresh, rejected, repeated };
}

function rowOf(
  issue: ImportedIssue,
  county: string,
  source: Source,
  year: number,
  serial: number,
  now: Date,
) {
  const kind = kindRow(issue.kind);
  const late = closedLate(issue);
  return {
    county_code: county,
    id: issue.id,
    number_year: year,
    number_serial: serial,
    title: issue.title,
    description: issue.description,
    kind: issue.kind,
    category: kind.category,
    severity: severities.indexOf(kind.severity),
    source,
    state: issue.closedAt ? 'closed' : 'accepted',
    is_open: !issue.closedAt,
    place_code: issue.placeCode,
    town_code: townOf(issue.placeCode),
    lon: issue.lon,
    lat: issue.lat,
    position_how: issue.lon === null ? null : 'map',
    fields: '{}',
    found_at: issue.openedAt,
    raised_at: issue.openedAt,
    accepted_at: issue.openedAt,
    due_at: issue.targetAt,
    due_estimated: false,
    deadline_rule: issue.targetAt ? '原系统给出的期限' : null,
    closed_at: issue.closedAt,
    closed_in_time: late === null ? null : !late,
    reopened_times: 0,
    party_posts: [],
    version: 1,
    last_act: JSON.stringify({ verb: 'import', personId: null, at: now.toISOString() }),
    content_digest: issue.digest,
    follow_token: `${county}${randomBytes(18).toString('base64url')}`,
    imported: true,
    import_key: issue.key,
  };
}

async function numbered(tx: Tx, county: string, source: Source, fresh: readonly ImportedIssue[], now: Date) {
  const byYear = Map.groupBy(fresh, (issue) => Number(dayOf(issue.openedAt).slice(0, 4)));
  const rows: ReturnType<typeof rowOf>[] = [];
  for (const [year, issues] of [...byYear].sort(([a], [b]) => a - b)) {
    let serial = await takeNumbers(tx, county, year, issues.length);
    for (const issue of issues) rows.push(rowOf(issue, county, source, year, serial++, now));
  }
  return rows;
}

/**
 * Writes one batch of rows: each problem with an `issue.import` event that says it came from another ledger and did
 * not walk the steps here. A key known with the same content adds nothing.
 */
export async function writeBatch(
  tx: Tx,
  county: string,
  source: Source,
  keyColumn: string,
  batch: readonly ImportedIssue[],
  now: Date,
): Promise<Written> {
  const known = await knownKeys(
    tx,
    county,
    batch.map((issue) => issue.key),
  );
  const { fresh, rejected, repeated } = sortOut(batch, known, keyColumn);
  if (fresh.length > 0) {
    const rows = await numbered(tx, county, source, fresh, now);
    const columns = sql.join(Object.keys(rows[0] as object).map((column) => sql.ref(column)));
    await sql`insert into issues (${columns}) select ${columns} from jsonb_populate_recordset(null::issues, ${JSON.stringify(rows)}::jsonb)`.execute(
      tx,
    );
    await record(
      tx,
      ...rows.map((row) => ({
        countyCode: county,
        kind: 'issue.import',
        subjectType: 'issue',
        subjectId: row.id,
        actorPersonId: null,
        placeCode: row.place_code,
        at: now,
        details: {
          to: row.state,
          source,
          kind: row.kind,
          key: row.import_key,
          contentDigest: row.content_digest,
          openedAt: row.raised_at,
          closedAt: row.closed_at,
          note: '由其他系统的台账导入，没有经过本平台的办理环节',
        },
      })),
    );
  }
  return { added: fresh.length, known: repeated, rejected };
}

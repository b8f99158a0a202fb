import { sql } from 'kysely';
import type { Tx } from '../../../platform/index.ts';
import { photoRemarks } from '../rules/photo-remarks.ts';
import { type IssueRow, ledger } from '../tables.ts';
import { alikeOf } from './alike.ts';
import { numberText } from './number.ts';

interface UseRow {
  sha256: string;
  number_year: number;
  number_serial: number;
}

/** Other problems of the county that carry the same files: digest → numbers. Reuse is told whatever the asker's reach. */
export async function usesElsewhere(
  tx: Tx,
  county: string,
  issueId: string,
  digests: readonly string[],
): Promise<Map<string, string[]>> {
  const uses = new Map<string, string[]>();
  if (digests.length === 0) return uses;
  const { rows } =
    await sql<UseRow>`select * from file_uses(${county}, ${[...digests]}::text[], ${issueId})`.execute(tx);
  for (const row of rows)
    uses.set(row.sha256, [
      ...(uses.get(row.sha256) ?? []),
      numberText(county, row.number_year, row.number_serial),
    ]);
  return uses;
}

/**
 * Photos and attachments of a problem with what a checker should know of each.
 * @param rectifiedFrom when the work on it last began
 */
export async function photosOf(tx: Tx, issue: IssueRow, rectifiedFrom: Date | null) {
  const county = issue.county_code;
  const rows = await ledger(tx)
    .selectFrom('issue_files')
    .innerJoin('files', (join) =>
      join
        .onRef('files.county_code', '=', 'issue_files.county_code')
        .onRef('files.sha256', '=', 'issue_files.sha256'),
    )
    .select([
      'issue_files.sha256',
      'phase',
      'added_at',
      'name',
      'media_type',
      'byte_size',
      'taken_at',
      'lon',
      'lat',
    ])
    .where('issue_files.county_code', '=', county)
    .where('issue_id', '=', issue.id)
    .orderBy('added_at')
    .orderBy('issue_files.sha256')
    .execute();
  const uses = await usesElsewhere(
    tx,
    county,
    issue.id,
    rows.map((row) => row.sha256),
  );
  const alike = Map.groupBy(
    await alikeOf(
      tx,
      county,
      issue.id,
      rows.map((row) => row.sha256),
    ),
    (one) => one.sha256,
  );
  const place = {
    lon: issue.lon,
    lat: issue.lat,
    foundAt: issue.found_at,
    rectifiedFrom,
  };
  return rows.map((row) => ({
    sha256: row.sha256,
    phase: row.phase,
    name: row.name,
    mediaType: row.media_type,
    byteSize: row.byte_size,
    url: `/api/files/${row.sha256}`,
    thumbnailUrl: row.media_type.startsWith('image/') ? `/api/files/${row.sha256}?size=thumbnail` : null,
    takenAt: row.taken_at?.toISOString() ?? null,
    position: row.lon !== null && row.lat !== null ? { lon: row.lon, lat: row.lat } : null,
    remarks: photoRemarks(
      {
        phase: row.phase,
        takenAt: row.taken_at,
        lon: row.lon,
        lat: row.lat,
        addedAt: row.added_at,
        usedIn: uses.get(row.sha256) ?? [],
        alikeIn: [
          ...new Set(
            (alike.get(row.sha256) ?? [])
              .filter((one) => one.addedAt < row.added_at || (!one.here && +one.addedAt === +row.added_at))
              .map((one) => (one.here ? '本件以前' : one.number)),
          ),
        ],
      },
      place,
    ),
    addedAt: row.added_at.toISOString(),
  }));
}

/** A file may be read by whoever may see a problem that carries it (row security decides). */
export async function mayReadFile(tx: Tx, county: string, sha256: string): Promise<boolean> {
  const row = await ledger(tx)
    .selectFrom('issue_files')
    .select('issue_id')
    .where('county_code', '=', county)
    .where('sha256', '=', sha256)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

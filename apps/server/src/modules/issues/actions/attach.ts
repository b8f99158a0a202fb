import { sql } from 'kysely';
import { type Actor, Refusal, type Tx } from '../../../platform/index.ts';
import { alikeOf } from '../queries/alike.ts';
import { mayReadFile, usesElsewhere } from '../queries/photos.ts';
import { type IssueRow, ledger } from '../tables.ts';

type Phase = 'before' | 'after' | 'attachment';

/**
 * Knowing a file's digest gives no right to it: one that belongs to a problem out of the actor's reach, and was not
 * uploaded by the actor, is refused.
 */
async function refuseOutOfReach(
  tx: Tx,
  actor: Pick<Actor, 'countyCode' | 'personId'>,
  issueId: string,
  files: readonly { sha256: string; uploaded_by: string }[],
): Promise<void> {
  const foreign = files.filter((file) => file.uploaded_by !== actor.personId).map((file) => file.sha256);
  const used = await usesElsewhere(tx, actor.countyCode, issueId, foreign);
  for (const sha256 of used.keys()) {
    if (await mayReadFile(tx, actor.countyCode, sha256)) continue;
    throw new Refusal('invalid-input', '这张照片已用在别的问题上，请到现场重新拍摄', {
      fields: { photos: '请重新拍摄' },
    });
  }
}

/** Pictures among the files that are new to the problem, by their bytes and by what they show: only these count as evidence. */
export async function countNewPictures(
  tx: Tx,
  county: string,
  issueId: string,
  photos: readonly string[],
): Promise<number> {
  if (photos.length === 0) return 0;
  const rows = await tx
    .selectFrom('files')
    .select('sha256')
    .where('county_code', '=', county)
    .where('sha256', 'in', [...new Set(photos)])
    .where('media_type', 'like', 'image/%')
    .execute();
  const given = rows.map((row) => row.sha256);
  const there = await ledger(tx)
    .selectFrom('issue_files')
    .select('sha256')
    .where('county_code', '=', county)
    .where('issue_id', '=', issueId)
    .execute();
  const known = new Set(there.map((row) => row.sha256));
  for (const alike of await alikeOf(tx, county, issueId, given)) if (alike.here) known.add(alike.sha256);
  return given.filter((sha256) => !known.has(sha256)).length;
}

/**
 * Pictures of the last report that no other problem carried before, by their bytes or by what they show: what a
 * verification may rest on.
 */
export async function countFreshAfter(tx: Tx, county: string, issueId: string): Promise<number> {
  const rows = await ledger(tx)
    .selectFrom('issue_files')
    .select(['sha256', 'issue_version', 'added_at'])
    .where('county_code', '=', county)
    .where('issue_id', '=', issueId)
    .where('phase', '=', 'after')
    .execute();
  const last = Math.max(...rows.map((row) => row.issue_version));
  const addedAt = new Map(
    rows.filter((row) => row.issue_version === last).map((row) => [row.sha256, row.added_at]),
  );
  const digests = [...addedAt.keys()];
  const { rows: reused } = await sql<{
    sha256: string;
  }>`select files_used_before(${county}, ${issueId}, ${digests}::text[]) as sha256`.execute(tx);
  const stale = new Set(reused.map((row) => row.sha256));
  for (const { sha256, here, addedAt: before } of await alikeOf(tx, county, issueId, digests))
    if (!here && before <= (addedAt.get(sha256) ?? before)) stale.add(sha256);
  return digests.length - stale.size;
}

/** Attaches uploaded files to a problem; one that is not there, or not the actor's to use, is refused. */
export async function attachPhotos(
  tx: Tx,
  actor: Pick<Actor, 'countyCode' | 'personId'>,
  issue: Pick<IssueRow, 'id' | 'version'>,
  photos: readonly string[],
  phase: Phase,
  now: Date,
): Promise<void> {
  const wanted = [...new Set(photos)];
  if (wanted.length === 0) return;
  const county = actor.countyCode;
  const known = await tx
    .selectFrom('files')
    .select(['sha256', 'media_type', 'uploaded_by'])
    .where('county_code', '=', county)
    .where('sha256', 'in', wanted)
    .execute();
  if (known.length < wanted.length)
    throw new Refusal('invalid-input', '有照片还没有上传成功，请重新上传', {
      fields: { photos: '请重新上传' },
    });
  await refuseOutOfReach(tx, actor, issue.id, known);
  const already = await ledger(tx)
    .selectFrom('issue_files')
    .select(['sha256', 'phase'])
    .where('county_code', '=', county)
    .where('issue_id', '=', issue.id)
    .where('sha256', 'in', wanted)
    .execute();
  if (phase === 'after' && already.some((row) => row.phase === 'before'))
    throw new Refusal('evidence-missing', '整改后的照片与整改前的是同一张，请到现场重新拍摄', {
      fields: { photos: '不能用整改前的照片' },
    });
  const taken = new Set(already.map((row) => row.sha256));
  const rows = known
    .filter((file) => !taken.has(file.sha256))
    .map((file) => ({
      county_code: county,
      issue_id: issue.id,
      sha256: file.sha256,
      phase: file.media_type.startsWith('image/') ? phase : ('attachment' as const),
      issue_version: issue.version,
      added_by: actor.personId || null,
      added_at: now,
    }));
  if (rows.length > 0) await ledger(tx).insertInto('issue_files').values(rows).execute();
}

/** How many photos of the time before rectification a problem has. */
export async function countBefore(tx: Tx, county: string, issueId: string): Promise<number> {
  const row = await ledger(tx)
    .selectFrom('issue_files')
    .select((of) => of.fn.countAll<string>().as('count'))
    .where('county_code', '=', county)
    .where('issue_id', '=', issueId)
    .where('phase', '=', 'before')
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

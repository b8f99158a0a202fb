import { type Actor, Refusal, type Tx } from '../../../platform/index.ts';
import { type IssueRow, ledger } from '../tables.ts';

type Phase = 'before' | 'after' | 'attachment';

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
    .select(['sha256', 'media_type'])
    .where('county_code', '=', county)
    .where('sha256', 'in', wanted)
    .execute();
  if (known.length < wanted.length)
    throw new Refusal('invalid-input', '有照片还没有上传成功，请重新上传', {
      fields: { photos: '请重新上传' },
    });
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

import { newId } from '@qingshan/contract';
import { sql } from 'kysely';
import type { Tx } from '../database/database.ts';

export interface Notice {
  readonly personId: string;
  readonly kind: string;
  /** Short Chinese sentence, complete in itself. */
  readonly text: string;
  readonly issueId?: string;
}

/** Stores notices and announces them when the transaction commits. */
export async function sendNotices(
  tx: Tx,
  countyCode: string,
  at: Date,
  notices: readonly Notice[],
): Promise<void> {
  if (notices.length === 0) return;
  const rows = notices.map((notice) => ({
    county_code: countyCode,
    id: newId(countyCode, at.getTime()),
    person_id: notice.personId,
    kind: notice.kind,
    text: notice.text,
    issue_id: notice.issueId ?? null,
    at,
    read_at: null,
  }));
  await tx.insertInto('notices').values(rows).execute();
  for (const row of rows) {
    const notice = {
      id: row.id,
      kind: row.kind,
      text: row.text,
      issueId: row.issue_id,
      at: at.toISOString(),
      readAt: null,
    };
    await sql`select pg_notify('qingshan_notice', ${JSON.stringify({ personId: row.person_id, notice })})`.execute(
      tx,
    );
  }
}

/** Tells every process that these sessions have ended, when the transaction commits: their open streams end. */
export async function announceEndedSessions(tx: Tx, sessionIds: readonly string[]): Promise<void> {
  for (const endedSession of sessionIds)
    await sql`select pg_notify('qingshan_notice', ${JSON.stringify({ endedSession })})`.execute(tx);
}

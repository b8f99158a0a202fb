import { sql } from 'kysely';
import type { Tx } from '../database/database.ts';

/** One event for the journal. Names and phones of people never go into `details`: ids and digests only. */
export interface JournalEvent {
  readonly countyCode: string;
  /** e.g. `issue.verify`, `post.handOver`, `session.start`. */
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: string;
  /** null: the system itself. */
  readonly actorPersonId: string | null;
  readonly actorPostId?: string | null;
  readonly placeCode?: string | null;
  readonly at: Date;
  readonly details?: Record<string, unknown>;
}

/** Writes events in the transaction of the act they tell of: both are stored or neither. One parameter, however many. */
export async function record(tx: Tx, ...events: readonly JournalEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event) => ({
    county_code: event.countyCode,
    kind: event.kind,
    subject_type: event.subjectType,
    subject_id: event.subjectId,
    actor_person_id: event.actorPersonId,
    actor_post_id: event.actorPostId ?? null,
    place_code: event.placeCode ?? null,
    at: event.at,
    details: JSON.stringify(event.details ?? {}),
  }));
  await sql`insert into journal (county_code, kind, subject_type, subject_id, actor_person_id, actor_post_id, place_code, at, details)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as event (county_code char(6), kind text, subject_type text, subject_id text,
      actor_person_id text, actor_post_id text, place_code text, at timestamptz, details text)`.execute(tx);
}

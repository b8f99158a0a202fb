import type { Actor } from '../actor.ts';
import type { Tx } from '../database/database.ts';

const PER_PAGE = 30;

/** My notices, newest first. */
export async function listNotices(
  tx: Tx,
  actor: Actor,
  query: { unread?: 'true' | 'false' | undefined; page: number },
) {
  let select = tx
    .selectFrom('notices')
    .where('county_code', '=', actor.countyCode)
    .where('person_id', '=', actor.personId);
  const unread = await select
    .where('read_at', 'is', null)
    .select((of) => of.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  if (query.unread === 'true') select = select.where('read_at', 'is', null);
  const rows = await select
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(PER_PAGE)
    .offset((query.page - 1) * PER_PAGE)
    .execute();
  const items = rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    text: row.text,
    issueId: row.issue_id,
    at: row.at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
  }));
  return { items, unread: Number(unread.count) };
}

export async function markRead(
  tx: Tx,
  actor: Actor,
  ids: readonly string[] | undefined,
  at: Date,
): Promise<void> {
  let update = tx
    .updateTable('notices')
    .set({ read_at: at })
    .where('county_code', '=', actor.countyCode)
    .where('person_id', '=', actor.personId)
    .where('read_at', 'is', null);
  if (ids) update = update.where('id', 'in', [...ids, '']);
  await update.execute();
}

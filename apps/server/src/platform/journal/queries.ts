import { sql } from 'kysely';
import type { Actor } from '../actor.ts';
import { addDays, startOfDay } from '../clock.ts';
import type { Tx } from '../database/database.ts';
import type { JournalNames } from '../routes.ts';

interface JournalQuery {
  readonly kind?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly place?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly before?: string | undefined;
  readonly size: number;
}

const BATCHES_PER_PAGE = 50;

/** Sealed batch of rows by their transaction: sequence → batch number. */
export async function batchesBySeq(
  tx: Tx,
  county: string,
  seqs: readonly string[],
): Promise<Map<string, number>> {
  if (seqs.length === 0) return new Map();
  const rows = await tx
    .selectFrom('journal_leaves')
    .select(['seq', 'batch'])
    .where('county_code', '=', county)
    .where('seq', 'in', [...seqs])
    .execute();
  return new Map(rows.map((row) => [row.seq, row.batch]));
}

const shapeBatch = (row: {
  batch: number;
  row_count: number;
  root: string;
  chain: string;
  algorithm: string;
  sealed_at: Date;
}) => ({
  batch: row.batch,
  rows: row.row_count,
  root: row.root,
  chain: row.chain,
  algorithm: row.algorithm,
  sealedAt: row.sealed_at.toISOString(),
});

async function selectRows(tx: Tx, county: string, query: JournalQuery) {
  let select = tx
    .selectFrom('journal')
    .selectAll()
    .where('county_code', '=', county)
    .orderBy('seq', 'desc')
    .limit(query.size + 1);
  if (query.kind) select = select.where('kind', '=', query.kind);
  if (query.subjectId) select = select.where('subject_id', '=', query.subjectId);
  if (query.place) select = select.where(sql<boolean>`place_code ^@ ${query.place.replace(/(000)+$/, '')}`);
  if (query.from) select = select.where('at', '>=', startOfDay(query.from));
  if (query.to) select = select.where('at', '<', startOfDay(addDays(query.to, 1)));
  if (query.before) select = select.where('seq', '<', query.before);
  return select.execute();
}

const present = (ids: readonly (string | null)[]): string[] => [
  ...new Set(ids.filter((id): id is string => id !== null)),
];

async function countUnsealed(tx: Tx, county: string): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count from journal where county_code = ${county}
    and xid >= coalesce((select xid_below from journal_batches where county_code = ${county} order by batch desc limit 1), '0'::xid8)`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
}

/** One page of the journal, newest first, with names and seal state. */
export async function listJournal(
  tx: Tx,
  actor: Actor,
  query: JournalQuery,
  names: JournalNames,
  labelOf: (kind: string) => string,
) {
  const county = actor.countyCode;
  const found = await selectRows(tx, county, query);
  const rows = found.slice(0, query.size);
  const [persons, posts, places, subjects, batches] = [
    await names.persons(tx, county, present(rows.map((row) => row.actor_person_id))),
    await names.posts(tx, county, present(rows.map((row) => row.actor_post_id))),
    await names.places(tx, present(rows.map((row) => row.place_code))),
    await names.subjects(tx, county, present(rows.map((row) => row.subject_id))),
    await batchesBySeq(
      tx,
      county,
      rows.map((row) => row.seq),
    ),
  ];
  const last = await tx
    .selectFrom('journal_batches')
    .selectAll()
    .where('county_code', '=', county)
    .orderBy('batch', 'desc')
    .limit(1)
    .executeTakeFirst();
  return {
    items: rows.map((row) => ({
      seq: row.seq,
      kind: row.kind,
      label: labelOf(row.kind),
      subjectType: row.subject_type,
      subjectId: row.subject_id,
      subjectName: subjects.get(row.subject_id) ?? null,
      actorName: row.actor_person_id ? (persons.get(row.actor_person_id) ?? null) : null,
      actorPost: row.actor_post_id ? (posts.get(row.actor_post_id) ?? null) : null,
      placeCode: row.place_code,
      placeName: row.place_code ? (places.get(row.place_code) ?? null) : null,
      at: row.at.toISOString(),
      details: JSON.parse(row.details) as Record<string, unknown>,
      batch: batches.get(row.seq) ?? null,
    })),
    nextBefore: found.length > query.size ? (rows.at(-1)?.seq ?? null) : null,
    unsealed: await countUnsealed(tx, county),
    lastBatch: last ? shapeBatch(last) : null,
  };
}

export async function listBatches(tx: Tx, county: string, page: number) {
  const total = await tx
    .selectFrom('journal_batches')
    .select((of) => of.fn.countAll<string>().as('count'))
    .where('county_code', '=', county)
    .executeTakeFirstOrThrow();
  const rows = await tx
    .selectFrom('journal_batches')
    .selectAll()
    .where('county_code', '=', county)
    .orderBy('batch', 'desc')
    .limit(BATCHES_PER_PAGE)
    .offset((page - 1) * BATCHES_PER_PAGE)
    .execute();
  return { items: rows.map(shapeBatch), total: Number(total.count) };
}

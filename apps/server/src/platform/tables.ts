import type { ColumnType, Generated } from 'kysely';

type Instant = ColumnType<Date, Date | string, Date | string>;

interface JournalTable {
  county_code: string;
  seq: Generated<string>;
  xid: Generated<string>;
  kind: string;
  subject_type: string;
  subject_id: string;
  actor_person_id: string | null;
  actor_post_id: string | null;
  place_code: string | null;
  at: Instant;
  details: string;
}

interface JournalBatchTable {
  county_code: string;
  batch: number;
  xid_from: string;
  xid_below: string;
  row_count: number;
  root: string;
  previous_chain: string;
  chain: string;
  algorithm: string;
  sealed_at: Instant;
}

interface JournalLeafTable {
  county_code: string;
  batch: number;
  position: number;
  seq: string;
  leaf: Buffer;
}

interface FileTable {
  county_code: string;
  sha256: string;
  name: string;
  media_type: string;
  byte_size: number;
  exif: string | null;
  taken_at: Instant | null;
  lon: number | null;
  lat: number | null;
  look: Buffer | null;
  look_quarters: number[] | null;
  uploaded_by: string;
  uploaded_at: Instant;
}

interface NoticeTable {
  county_code: string;
  id: string;
  person_id: string;
  kind: string;
  text: string;
  issue_id: string | null;
  at: Instant;
  read_at: Instant | null;
}

interface NumberTable {
  county_code: string;
  year: number;
  last: number;
}

/** Tables of the platform; each module adds its own with `tx.withTables<…>()`. */
export interface PlatformTables {
  journal: JournalTable;
  journal_batches: JournalBatchTable;
  journal_leaves: JournalLeafTable;
  files: FileTable;
  notices: NoticeTable;
  issue_numbers: NumberTable;
  county_settings: { county_code: string; key: string; value: string };
}

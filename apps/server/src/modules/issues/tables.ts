import type { IssueKind, Source, State } from '@qingshan/contract';
import type { ColumnType, Generated, Selectable } from 'kysely';
import type { Tx } from '../../platform/index.ts';

type Instant = ColumnType<Date, Date, Date>;
type MaybeInstant = ColumnType<Date | null, Date | null | undefined, Date | null>;

export interface IssueTable {
  county_code: string;
  id: string;
  number_year: number;
  number_serial: number;
  title: string;
  description: string;
  kind: IssueKind;
  category: string;
  severity: number;
  source: Source;
  state: State;
  is_open: boolean;
  place_code: string;
  town_code: string | null;
  lon: number | null;
  lat: number | null;
  accuracy_m: number | null;
  position_how: string | null;
  fields: string;
  found_at: Instant;
  raised_at: Instant;
  raised_by: string | null;
  raised_by_post: string | null;
  accepted_at: MaybeInstant;
  due_at: MaybeInstant;
  due_estimated: Generated<boolean>;
  deadline_rule: string | null;
  warned_at: MaybeInstant;
  breached_at: MaybeInstant;
  owner_post_id: string | null;
  extension: string | null;
  extended_times: Generated<number>;
  /** When the town applied for closing a problem handed down: its deadline runs no further. */
  answered_at: MaybeInstant;
  publicity_until: string | null;
  closed_at: MaybeInstant;
  closed_in_time: boolean | null;
  score: number | null;
  reopened_times: Generated<number>;
  parent_id: string | null;
  merged_into_id: string | null;
  party_posts: string[];
  version: Generated<number>;
  last_act: string;
  content_digest: string;
  follow_token: string;
  imported: Generated<boolean>;
  import_key: string | null;
}

export type IssueRow = Selectable<IssueTable>;

export type IssuesTables = {
  issues: IssueTable;
  issue_reporters: {
    county_code: string;
    issue_id: string;
    name: string | null;
    phone: string | null;
    erased_at: MaybeInstant;
  };
  issue_files: {
    county_code: string;
    issue_id: string;
    sha256: string;
    phase: 'before' | 'after' | 'attachment';
    issue_version: number;
    added_by: string | null;
    added_at: Instant;
  };
  issue_fixers: {
    county_code: string;
    issue_id: string;
    person_id: string;
    /** Persons in the fixer's line of command whenever the fixer put it right; empty in rows before this was kept. */
    in_line: string[];
  };
  issue_acts: { county_code: string; act_id: string; issue_id: string; digest: string };
};

/** The transaction with the ledger's tables. */
export const ledger = (tx: Tx) => tx.withTables<IssuesTables>();

/** An asked and undecided extension, kept with the problem. */
export interface Extension {
  readonly dueOn: string;
  readonly reason: string;
  readonly requestedBy: string;
}

/** Who did the last step, told to a second actor who comes too late. */
export interface LastAct {
  readonly verb: string;
  readonly personId: string | null;
  readonly at: string;
}

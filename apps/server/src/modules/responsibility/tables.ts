import type { PostKind } from '@qingshan/contract';
import type { ColumnType, Generated } from 'kysely';
import type { Tx } from '../../platform/index.ts';

interface Placed {
  lon: number | null;
  lat: number | null;
  /** GeoJSON geometry as text. */
  boundary: string | null;
  /** PostgreSQL box, `(east,north),(west,south)`. */
  box: string | null;
}

interface DivisionTable extends Placed {
  code: string;
  edition: string;
  level: number;
  kind: string;
  name: string;
  official_name: string;
  parent_code: string | null;
  is_current: boolean;
}

interface PlaceTable extends Placed {
  county_code: string;
  code: string;
  kind: 'group' | 'household' | 'grid' | 'plot';
  name: string;
  village_code: string;
  parent_code: string;
  grid_code: string | null;
}

interface TownSettingTable {
  county_code: string;
  town_code: string;
  shows_phones: boolean;
}

interface ZoneTable {
  county_code: string;
  id: string;
  name: string;
  kind: string;
  town_code: string;
}

interface ZoneVillageTable {
  county_code: string;
  zone_id: string;
  village_code: string;
}

interface ReachTable {
  county_code: string;
  id: string;
  river: string;
  name: string;
  length_km: number | null;
  line: string | null;
}

interface ReachVillageTable {
  county_code: string;
  reach_id: string;
  village_code: string;
}

interface PostTable {
  county_code: string;
  id: string;
  kind: PostKind;
  title: string;
  place_code: string;
  zone_id: string | null;
  reach_id: string | null;
  reports_to_id: string | null;
  single: boolean;
  issue_kinds: string[] | null;
  extra_duties: Generated<string[]>;
  created_on: string;
}

interface TermTable {
  county_code: string;
  id: string;
  post_id: string;
  person_id: string;
  single: boolean;
  /** `[from,day after the last)`. */
  during: ColumnType<string, string, string>;
  ended_reason: string | null;
  /** Shanghai days on which the term and its end were entered; null: before this was kept, or no end entered. */
  entered_on: string | null;
  end_entered_on: string | null;
}

export type ResponsibilityTables = {
  divisions: DivisionTable;
  places: PlaceTable;
  town_settings: TownSettingTable;
  zones: ZoneTable;
  zone_villages: ZoneVillageTable;
  reaches: ReachTable;
  reach_villages: ReachVillageTable;
  posts: PostTable;
  terms: TermTable;
};

/** The transaction with this module's tables. */
export const ours = (tx: Tx) => tx.withTables<ResponsibilityTables>();

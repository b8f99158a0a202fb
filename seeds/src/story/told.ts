import type { IssueKind, Source, Verb } from '@qingshan/contract';
import type { PathName } from './paths.table.ts';

/** Words of the story for single steps; the others come from the words of the kind. */
export type Said = Partial<Record<Verb, string>>;

export interface More {
  /** Name by which another problem of the story refers to it. */
  readonly key?: string;
  /** Who raises it, a key of a post (`qx-zone1`, `liuwan-secretary`); absent: as the source usually has it. */
  readonly by?: string;
  readonly measure?: string;
  readonly said?: Said;
  /** Put right after its deadline. */
  readonly late?: boolean;
  readonly score?: 1 | 2 | 3 | 4 | 5;
  readonly ratedByReporter?: boolean;
  readonly cause?: string;
  readonly improvement?: string;
  /** Post to which it is handed on (reassign), or after it was returned (assign). */
  readonly to?: string;
  /** Key of the problem that it repeats. */
  readonly into?: string;
  readonly parts?: readonly { title: string; village: string; path: PathName }[];
  readonly level?: 'province' | 'city' | 'county';
  readonly requirement?: string;
  /** Running number of the document; level and year are written before it. */
  readonly document?: number;
  /** Days that the inspectors give. */
  readonly days?: number;
  readonly channel?: 'visit' | 'phone' | 'hotline' | 'letter' | 'council' | 'online';
  readonly reporter?: string;
  readonly origin?: string;
  /** Its first photo after rectification is no honest one: used elsewhere already, or taken before the problem. */
  readonly fakePhoto?: 'reused' | 'old' | 'elsewhere';
}

/**
 * One problem of the story. `place`: short name of the village, or with a part of it after a slash: `liuwan/W02`.
 */
export interface Told {
  /** Days before the day of seeding, or the latest such day (`03-12`) at least 50 days before it. */
  readonly daysAgo: number | string;
  readonly place: string;
  readonly kind: IssueKind;
  readonly source: Source;
  readonly path: PathName;
  readonly title: string;
  readonly description: string;
  readonly more: More;
}

export type ToldRow = readonly [
  daysAgo: number | string,
  place: string,
  kind: IssueKind,
  source: Source,
  path: PathName,
  title: string,
  description: string,
  more?: More,
];

export const told = (rows: readonly ToldRow[]): Told[] =>
  rows.map(([daysAgo, place, kind, source, path, title, description, more = {}]) => ({
    daysAgo,
    place,
    kind,
    source,
    path,
    title,
    description,
    more,
  }));

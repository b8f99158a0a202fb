import { type PostKind, postKindRow } from '@qingshan/contract';
import { inReach, systemReach, type Tx } from '../../platform/index.ts';
import { openTestApp, type TestApp } from '../../testing/database.ts';
import { savePerson } from '../identity/index.ts';
import { type DivisionInput, saveDivisions } from './actions/divisions.ts';
import { savePost } from './actions/posts.ts';
import { startTerm } from './actions/terms.ts';
import type { Author } from './author.ts';

export const COUNTY = '990121';
export const TOWN = '990121101000';
export const OTHER_TOWN = '990121102000';
export const LIUWAN = '990121101203';
export const TAOYUAN = '990121101204';

/** Ids that read like what they name: `idOf('post', 7)`. */
export function idOf(kind: 'person' | 'post' | 'term' | 'zone' | 'reach', number: number): string {
  const mark = { person: '1', post: '2', term: '3', zone: '4', reach: '5' }[kind];
  return `${COUNTY}-01920000-0000-7000-8000-${mark}${String(number).padStart(11, '0')}`;
}

const square = (west: number, south: number, size: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
});

const division = (
  code: string,
  level: DivisionInput['level'],
  name: string,
  more: Partial<DivisionInput> = {},
) => ({
  code,
  edition: '2023',
  level,
  kind: 'test',
  name,
  ...more,
});

const divisions: DivisionInput[] = [
  division('990121000000', 3, '青山县', { boundary: square(102, 27, 1) }),
  division(TOWN, 4, '清溪镇', { boundary: square(102, 27, 0.5) }),
  division(OTHER_TOWN, 4, '云岭镇'),
  division(LIUWAN, 5, '柳湾村', {
    officialName: '柳湾村委会',
    boundary: square(102, 27, 0.2),
    position: { lon: 102.1, lat: 27.1 },
  }),
  division(TAOYUAN, 5, '桃源村', { boundary: square(102.2, 27, 0.2), position: { lon: 102.3, lat: 27.1 } }),
  division('990121102201', 5, '高山村', { position: { lon: 102.7, lat: 27.7 } }),
];

export interface TestCounty extends TestApp {
  readonly author: Author;
  asSystem<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  person(number: number, name: string, phone?: string): Promise<string>;
  post(number: number, kind: PostKind, placeCode: string, more?: Record<string, unknown>): Promise<string>;
  appoint(
    termNumber: number,
    personId: string,
    postId: string,
    from?: string,
    to?: string | null,
  ): Promise<string>;
}

/** A fresh county with two towns and three villages on a real database; nobody holds a post yet. */
export async function openTestCounty(): Promise<TestCounty> {
  const opened = await openTestApp();
  const { app } = opened;
  const author: Author = { personId: null, at: app.clock.now() };
  const asSystem = <T>(work: (tx: Tx) => Promise<T>) => inReach(app.db, systemReach(COUNTY), work);
  await asSystem((tx) => saveDivisions(tx, divisions));
  return {
    ...opened,
    author,
    asSystem,
    async person(number, name, phone) {
      const id = idOf('person', number);
      await asSystem((tx) =>
        savePerson(tx, { countyCode: COUNTY, id, name, phone: phone ?? null, placeCode: LIUWAN }),
      );
      return id;
    },
    async post(number, kind, placeCode, more = {}) {
      const id = idOf('post', number);
      await asSystem((tx) =>
        savePost(tx, author, { id, kind, title: postKindRow(kind).label, placeCode, ...more }),
      );
      return id;
    },
    async appoint(termNumber, personId, postId, from = '2026-01-01', to = null) {
      const id = idOf('term', termNumber);
      await asSystem((tx) => startTerm(tx, author, { id, postId, personId, from, to }));
      return id;
    },
  };
}

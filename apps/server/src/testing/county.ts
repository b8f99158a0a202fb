import { type PostKind, postKindRow } from '@qingshan/contract';
import { savePerson } from '../modules/identity/index.ts';
import {
  type Author,
  type DivisionInput,
  saveDivisions,
  savePost,
  startTerm,
} from '../modules/responsibility/index.ts';
import { inReach, systemReach, type Tx } from '../platform/index.ts';
import { openTestApp, type TestApp } from './database.ts';

export const COUNTY = '990121';
export const QINGXI = '990121101000';
export const YUNLING = '990121102000';
export const LIUWAN = '990121101203';
export const TAOYUAN = '990121101204';
export const GAOSHAN = '990121102201';

/** Ids that read like a number: the same in every test. */
export function id(number: number): string {
  return `${COUNTY}-01920000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

/** Ids that read like what they name: `idOf('post', 7)`. */
export function idOf(kind: 'person' | 'post' | 'term' | 'zone' | 'reach', number: number): string {
  return id({ person: 1000, post: 2000, term: 3000, zone: 4000, reach: 5000 }[kind] + number);
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
  west: number,
  size: number,
): DivisionInput => ({
  code,
  edition: '2023',
  level,
  kind: 'test',
  name,
  position: { lon: west + size / 2, lat: 27 + size / 2 },
  boundary: square(west, 27, size),
});

/** A county with two towns and three villages; the boundary of 高山村 is not known. */
export const divisions: readonly DivisionInput[] = [
  division('990121000000', 3, '青山县', 102, 1),
  division(QINGXI, 4, '清溪镇', 102, 0.5),
  division(YUNLING, 4, '云岭镇', 102.5, 0.5),
  division(LIUWAN, 5, '柳湾村', 102, 0.2),
  division(TAOYUAN, 5, '桃源村', 102.2, 0.2),
  { ...division(GAOSHAN, 5, '高山村', 102.5, 0.2), boundary: null },
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

import { createHash } from 'node:crypto';
import { COUNTY } from './villages.table.ts';

const MARKS = { person: '1', post: '2', term: '3', zone: '4', reach: '5' } as const;

/** Id of the n-th person, post …: the same at every seeding, in the order of the tables. */
export function idOf(kind: keyof typeof MARKS, number: number): string {
  return `${COUNTY}-01920000-0000-7000-8000-${MARKS[kind]}${String(number).padStart(11, '0')}`;
}

/** Id of a problem or an act of the story: its time and its name decide it. */
export function storyId(at: Date, key: string): string {
  const time = at.getTime().toString(16).padStart(12, '0');
  const hash = createHash('sha256').update(key).digest('hex');
  return `${COUNTY}-${time.slice(0, 8)}-${time.slice(8)}-7${hex(hash, 0, 3)}-8${hex(hash, 3, 3)}-${hex(hash, 6, 12)}`;
}

const hex = (hash: string, from: number, length: number) => hash.slice(from, from + length);

/** A whole number from 0 to `below` − 1 that the text decides: variety without chance. */
export function chosenBy(text: string, below: number): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) % below;
}

/** One of the items, decided by the text. */
export function oneOf<T>(items: readonly T[], text: string): T {
  const item = items[chosenBy(text, items.length)];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
}

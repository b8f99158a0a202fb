import { fullPlaceCode, placePrefix } from '@qingshan/contract';

/** True when a place lies inside one of the prefixes that may be seen. */
export function inReach(code: string, reach: readonly string[]): boolean {
  return reach.some((prefix) => code.startsWith(prefix));
}

/**
 * The smallest division that holds every prefix: `['990121101203', '990121101204']` → `990121101` (the town).
 * Without any prefix, or across counties, the county itself.
 */
export function commonPlace(reach: readonly string[], county: string): string {
  const [first] = reach;
  if (!first) return county;
  if (reach.length === 1) return first;
  let length = first.length;
  for (const prefix of reach) {
    while (!prefix.startsWith(first.slice(0, length))) length -= 1;
  }
  const levels = [12, 9, 6].filter((level) => level <= length);
  return levels[0] ? first.slice(0, levels[0]) : county;
}

/** The one place of whoever answers for a single village, group or grid: forms fill it in. */
export function onlyPlace(reach: readonly string[]): string | null {
  const [first] = reach;
  return reach.length === 1 && first && placePrefix(fullPlaceCode(first)).length >= 12 ? first : null;
}

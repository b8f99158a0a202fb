/** Levels of divisions by number, as the statistics code counts them. */
export const DIVISION_LEVELS = ['province', 'city', 'county', 'town', 'village'] as const;

/** Full division codes above and including a 12-digit code, smallest first; below-village parts are cut off. */
function divisionsAbove(code: string): string[] {
  const chain = [code.slice(0, 12)];
  for (const length of [9, 6, 4, 2]) {
    const above = code.slice(0, length).padEnd(12, '0');
    if (above !== chain.at(-1)) chain.push(above);
  }
  return chain;
}

/**
 * The place and everything above it, smallest first: household, group, village, town, county, city, province.
 * A grid or plot hangs on its village. Codes are not checked for existence (cities without counties have fewer).
 */
export function placeChain(code: string): string[] {
  if (code.length <= 12) return divisionsAbove(code.padEnd(12, '0'));
  const household = code.indexOf('H');
  const below = household > 0 ? [code, code.slice(0, household)] : [code];
  return [...below, ...divisionsAbove(code)];
}

/** The place that holds this one, by code; null for a province. */
export function parentOf(code: string): string | null {
  return placeChain(code)[1] ?? null;
}

/** The village of a place below it, or the village itself; null above. */
export function villageOf(code: string): string | null {
  const division = code.slice(0, 12);
  return division.length === 12 && !division.endsWith('000') ? division : null;
}

import { editionFor, type When } from '../edition.ts';
import { bandEnds, findLimit, findLimits, type LimitTable } from '../limit-table.ts';
import { oneOf, StandardRefusal } from '../refusal.ts';
import { nonNegative } from '../units/concentration.ts';
import { GB_18596_2001 } from './gb18596-2001.table.ts';
import { type DischargeJudgement, judgeRow } from './limit-check.ts';

/** The editions of GB 18596 known. */
export const LIVESTOCK_TABLES: readonly LimitTable[] = [GB_18596_2001];
/** Tables of the media that are judged. */
const CLAUSES = { water: '表5', manure: '表6', odour: '表7' } as const;

/** Animals with a scale of their own. */
export type Animal = 'pig' | 'layer' | 'broiler' | 'dairy_cow' | 'beef_cattle';

/** Pigs that stand for a number of other animals: 30 layers, 60 broilers or 3 sheep = 1 pig; 1 dairy cow = 10, 1 beef cattle = 5. @source GB 18596-2001 1.2.2 1.2.5 */
export function asPigs(animal: Animal | 'sheep', count: number, when: When): number {
  const table = editionFor(LIVESTOCK_TABLES, when);
  const heads = nonNegative(count, 'count');
  if (animal === 'pig') return heads;
  const many = animal === 'dairy_cow' || animal === 'beef_cattle';
  const factor = Number(findLimit(table, { item: many ? `${animal}_to_pig` : `${animal}_per_pig` }).limit);
  return many ? heads * factor : heads / factor;
}

/** Scale of a farm or farming zone by its standing stock: I, II, or null below the standard's scope. @source GB 18596-2001 表1 表2 */
export function livestockScale(
  animal: Animal,
  count: number,
  kind: 'farm' | 'zone',
  when: When,
): 'I' | 'II' | null {
  const table = editionFor(LIVESTOCK_TABLES, when);
  const heads = nonNegative(count, 'count');
  const rows = findLimits(table, {
    item: animal,
    condition: oneOf(kind, ['farm', 'zone'], 'kind') === 'farm' ? 'intensive farm' : 'intensive farming zone',
  });
  const one = rows.find((row) => row.level === 'scale I');
  const two = rows.find((row) => row.level === 'scale II');
  if (!one || !two)
    throw new StandardRefusal(
      'unknown-item',
      animal,
      `${table.standard} 没有畜种“${String(animal).slice(0, 20)}”的规模分级`,
    );
  if (heads >= Number(one.limit)) return 'I';
  return heads >= bandEnds(two.limit)[0] ? 'II' : null;
}

/**
 * A value of a livestock farm against its limit: waste water (daily mean, table 5), treated manure (table 6), odour (table 7).
 * Errors: `unknown-item`, `no-limit`, `not-a-number`, `not-finite`, `negative`.
 * @source GB 18596-2001 表5 表6 表7
 */
export function livestockDischarge(
  item: string,
  value: number,
  medium: 'water' | 'manure' | 'odour',
  when: When,
): DischargeJudgement {
  const table = editionFor(LIVESTOCK_TABLES, when);
  const clause = CLAUSES[oneOf(medium, ['water', 'manure', 'odour'], 'medium')];
  return judgeRow(table, findLimit(table, { item, clause }), value);
}

/** Most water a farm may drain, in the unit of the limit (m³ per 100 head or 1000 birds and day). Spring and autumn: mean of winter and summer. @source GB 18596-2001 表3 表4 */
export function livestockDrainage(
  kind: 'pig' | 'chicken' | 'cattle',
  cleaning: 'flushing' | 'dry',
  season: 'winter' | 'summer' | 'spring' | 'autumn',
  when: When,
): { readonly limit: number; readonly unit: string } {
  const table = editionFor(LIVESTOCK_TABLES, when);
  const clause = oneOf(cleaning, ['flushing', 'dry'], 'cleaning') === 'flushing' ? '表3' : '表4';
  const rows = findLimits(table, { item: `drain_${kind}`, clause });
  const of = (name: string) => Number(rows.find((row) => row.condition.endsWith(name))?.limit);
  oneOf(season, ['winter', 'summer', 'spring', 'autumn'], 'season');
  const limit = season === 'winter' || season === 'summer' ? of(season) : (of('winter') + of('summer')) / 2;
  return { limit, unit: rows[0]?.unit ?? '' };
}

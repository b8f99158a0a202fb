import { type Basis, basisOf, editionFor, type When } from '../edition.ts';
import { StandardRefusal } from '../refusal.ts';
import { nonNegative } from '../units/concentration.ts';
import { type BelowDetection, countedValue } from './sample.ts';
import { TROPHIC_2001, type TrophicItem, type TrophicTable } from './trophic.table.ts';

/** The editions of the trophic index known. */
export const TROPHIC_TABLES: readonly TrophicTable[] = [TROPHIC_2001];

/** Values of a lake: chlorophyll a mg/m³, TP, TN, CODMn mg/L, transparency (sd) m. */
export type TrophicSample = Readonly<Record<TrophicItem, number | BelowDetection>>;

/** Comprehensive trophic index. */
export interface TrophicState {
  readonly tli: number;
  readonly level: string;
  readonly items: Readonly<Partial<Record<TrophicItem, number>>>;
  /** Items left out; not empty only with `reweight`. */
  readonly missing: readonly TrophicItem[];
  readonly basis: Basis;
}

function positive(value: number | BelowDetection, item: string): number {
  const number = countedValue(value, item);
  if (number <= 0)
    throw new StandardRefusal('out-of-range', item, `${item} 必须大于 0；低于检出限请写成 {"below": 检出限}`);
  return nonNegative(number, item);
}

function levelOf(table: TrophicTable, tli: number): string {
  const row = table.levels.find(
    ({ below, inclusive }) => below === null || tli < below || (inclusive && tli === below),
  );
  return row?.level as string;
}

/**
 * TLI(Σ) = Σ Wj·TLI(j), W = r² ÷ Σ r². Levels: < 30 贫营养, 30–50 中营养, above 50 富营养 (60, 70).
 * All five items are needed; with `reweight` the weights of those present are used, which is a choice of the caller, not of the method.
 * Below detection counts half the detection limit. Errors: `missing-input`, `unknown-item`, those of the edition, `out-of-range` for values not above 0, `not-a-number`, `not-finite`, `negative`.
 * @source 总站生字[2001]090号
 */
export function trophicState(
  sample: Partial<Record<TrophicItem, number | BelowDetection | null>>,
  when: When,
  options: { reweight?: boolean } = {},
): TrophicState {
  const table = editionFor(TROPHIC_TABLES, when);
  const stranger = Object.keys(sample).find((key) => !table.items.some(({ item }) => item === key));
  if (stranger !== undefined)
    throw new StandardRefusal('unknown-item', stranger, `营养状态指数没有项目“${stranger.slice(0, 40)}”`);
  const present = table.items.filter(({ item }) => sample[item] !== null && sample[item] !== undefined);
  const missing = table.items.filter((row) => !present.includes(row)).map(({ item }) => item);
  if (missing.length > 0 && (!options.reweight || present.length === 0)) {
    throw new StandardRefusal(
      'missing-input',
      missing[0] as string,
      `营养状态指数需要五项齐全，缺少：${missing.join('、')}`,
    );
  }
  const weights = present.reduce((sum, { r }) => sum + r * r, 0);
  const items: Partial<Record<TrophicItem, number>> = {};
  let tli = 0;
  for (const { item, intercept, slope, r } of present) {
    const index = 10 * (intercept + slope * Math.log(positive(sample[item] as number, item)));
    items[item] = index;
    tli += ((r * r) / weights) * index;
  }
  return { tli, level: levelOf(table, tli), items, missing, basis: basisOf(table, 'TLI(Σ)', 'two-sources') };
}

import { type Basis, editionFor, type When } from '../edition.ts';
import { findLimits, type LimitRow, type LimitTable, limitBasis } from '../limit-table.ts';
import { ratioOf } from '../multiple.ts';
import { StandardRefusal } from '../refusal.ts';
import { type MgPerKg, nonNegative, within } from '../units/concentration.ts';
import { GB_15618_2018 } from './gb15618-2018.table.ts';

/** The editions of GB 15618 known. */
export const FARMLAND_TABLES: readonly LimitTable[] = [GB_15618_2018];
/** Land use. `rotation` = paddy and upland in turn: the stricter value holds. */
export type FarmLand = 'paddy' | 'rotation' | 'orchard' | 'upland';
/** Items of GB 15618. */
export type FarmItem =
  | 'cd'
  | 'hg'
  | 'as'
  | 'pb'
  | 'cr_total'
  | 'cu'
  | 'ni'
  | 'zn'
  | 'hch_total'
  | 'ddt'
  | 'bap';
/** Contents in mg/kg; null or left out = missing. */
export type FarmSoil = { readonly [K in FarmItem]?: MgPerKg | null };
/** 优先保护 up to the screening value, 安全利用 between, 严格管控 above the control value. */
export type FarmCategory = '优先保护' | '安全利用' | '严格管控';

/** One item against its screening and control value. */
export interface FarmItemJudgement {
  readonly value: number;
  readonly screening: number;
  /** null where the standard has none. */
  readonly control: number | null;
  /** Single index Pi = C ÷ screening value. */
  readonly index: number;
  readonly category: FarmCategory;
  readonly basis: Basis;
}

/** Judgement of a farmland sample: the worst item decides. */
export interface FarmlandJudgement {
  readonly category: FarmCategory;
  readonly items: Readonly<Partial<Record<FarmItem, FarmItemJudgement>>>;
  readonly deciding: readonly FarmItem[];
  readonly basis: Basis;
}

const USES: Record<FarmLand, readonly string[]> = {
  paddy: ['paddy'],
  rotation: ['paddy', 'other'],
  orchard: ['orchard'],
  upland: ['other'],
};
const ORDER: readonly FarmCategory[] = ['优先保护', '安全利用', '严格管控'];

/** Whether a pH lies in the band that a condition names: `pH <= 5.5`, `5.5 < pH <= 6.5`, `pH > 7.5`, or none. */
function phFits(condition: string, ph: number): boolean {
  const band = /(?:([\d.]+) < )?pH (<=|>) ([\d.]+)$/.exec(condition);
  if (!band) return true;
  const above = band[1] === undefined || ph > Number(band[1]);
  return above && (band[2] === '>' ? ph > Number(band[3]) : ph <= Number(band[3]));
}

function landFits(condition: string, uses: readonly string[], all: readonly LimitRow[]): boolean {
  const use = condition.split('; ')[0] as string;
  if (use === 'all land' || uses.includes(use)) return true;
  const named = all.some((row) => uses.includes(row.condition.split('; ')[0] as string));
  return use === 'other' && !named;
}

function strictest(
  table: LimitTable,
  item: string,
  level: string,
  ph: number,
  land: FarmLand,
): LimitRow | null {
  const value = within(ph, 'ph', 0, 14);
  const rows = findLimits(table, { item, level }).filter((row) => phFits(row.condition, value));
  const fitting = rows.filter((row) => landFits(row.condition, USES[land], rows));
  return fitting.reduce<LimitRow | null>(
    (best, row) => (!best || Number(row.limit) < Number(best.limit) ? row : best),
    null,
  );
}

function judgeItem(
  table: LimitTable,
  item: FarmItem,
  value: number,
  ph: number,
  land: FarmLand,
): FarmItemJudgement {
  const screening = strictest(table, item, 'screening value', ph, land);
  if (!screening)
    throw new StandardRefusal('no-limit', item, `${table.standard} 项目“${item}”没有适用的筛选值`);
  const control = strictest(table, item, 'control value', ph, land);
  const over = value > Number(screening.limit);
  const strict = control !== null && value > Number(control.limit);
  return {
    value,
    screening: Number(screening.limit),
    control: control ? Number(control.limit) : null,
    index: ratioOf(value, Number(screening.limit)),
    category: strict ? '严格管控' : over ? '安全利用' : '优先保护',
    basis: limitBasis(table, strict && control ? control : screening),
  };
}

/**
 * Risk category of farmland soil by pH and land use: each item against screening and control value, the worst item decides.
 * Equal to a value meets it. Missing items are not judged. Items without a control value never go beyond 安全利用.
 * Errors: `missing-input` without a pH, `out-of-range`, `unknown-item`, `nothing-to-judge`, `not-a-number`, `not-finite`, `negative`.
 * @source GB 15618-2018 表1 表2 表3
 */
export function farmlandCategory(soil: FarmSoil, ph: number, land: FarmLand, when: When): FarmlandJudgement {
  const table = editionFor(FARMLAND_TABLES, when);
  if (ph === null || ph === undefined)
    throw new StandardRefusal('missing-input', 'ph', '缺少 pH，农用地标准按 pH 分档');
  if (!Object.hasOwn(USES, land))
    throw new StandardRefusal(
      'unknown-item',
      'land',
      `不认识的用地“${String(land).slice(0, 20)}”，可用：${Object.keys(USES).join('、')}`,
    );
  const items: Partial<Record<FarmItem, FarmItemJudgement>> = {};
  for (const [item, value] of Object.entries(soil)) {
    if (value !== null && value !== undefined)
      items[item as FarmItem] = judgeItem(table, item as FarmItem, nonNegative(value, item), ph, land);
  }
  const worst = Math.max(-1, ...Object.values(items).map((one) => ORDER.indexOf(one.category)));
  if (worst < 0)
    throw new StandardRefusal('nothing-to-judge', 'soil', '样品没有可评价的项目，请至少给一项含量');
  const category = ORDER[worst] as FarmCategory;
  const deciding = (Object.keys(items) as FarmItem[]).filter((item) => items[item]?.category === category);
  return {
    category,
    items,
    deciding: worst === 0 ? [] : deciding,
    basis: (items[deciding[0] as FarmItem] as FarmItemJudgement).basis,
  };
}

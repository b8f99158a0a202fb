import { type Basis, basisOf, editionFor, type When } from '../edition.ts';
import { limitBasis } from '../limit-table.ts';
import { StandardRefusal } from '../refusal.ts';
import { nonNegative, within } from '../units/concentration.ts';
import {
  type BodyLimits,
  bodyLimits,
  type ClassLimits,
  classOf,
  type WaterBody,
  type WaterClass,
} from './gb3838.ts';
import { type BelowDetection, countedValue, isBelowDetection, type WaterSample } from './sample.ts';
import { type EvaluationRule, SURFACE_EVALUATION_2011, type SurfaceItem } from './surface-water.table.ts';

/** A pollutant that decides why water is worse than class III. */
export interface MainPollutant {
  readonly item: SurfaceItem;
  /** C ÷ class III limit − 1; null for pH and DO. */
  readonly multiple: number | null;
}

/** Judgement of one sample or section. */
export interface SurfaceJudgement {
  /** Worst class of the judged items; null when only items judged apart are given. */
  readonly class: WaterClass | null;
  readonly level: string | null;
  readonly colour: string | null;
  /** Class of every given item that has limits, those judged apart included. */
  readonly items: Readonly<Partial<Record<SurfaceItem, WaterClass>>>;
  /** Items that stand at the worst class, when it is not class I. */
  readonly deciding: readonly SurfaceItem[];
  /** Up to three main pollutants, none at class III or better. */
  readonly main: readonly MainPollutant[];
  /** Items worse than class III with their multiples. */
  readonly exceeding: readonly MainPollutant[];
  /** Given items that do not enter the class: TN, fecal coliform. */
  readonly apart: readonly SurfaceItem[];
  /** Given items without a limit for this water body (TN in rivers). */
  readonly notLimited: readonly SurfaceItem[];
  /** Items judged by half their detection limit. */
  readonly belowDetection: readonly SurfaceItem[];
  readonly basis: Basis;
  readonly evaluationBasis: Basis;
}

const KEYS_WITHOUT_CLASS = new Set(['do_saturation', 'water_temp_rise', 'water_temp_drop']);

/** Every key a sample may have. */
export function surfaceKeys(): string[] {
  return [...bodyLimits('lake', { edition: 'newest' }).items.keys(), ...KEYS_WITHOUT_CLASS];
}

interface Judged {
  readonly limits: ClassLimits;
  readonly value: number;
  readonly class: WaterClass;
}

function checkOther(key: string, value: unknown): void {
  if (key === 'do_saturation') within(value, key, 0, 500);
  else nonNegative(value, key);
}

function judgeItem(
  limits: ClassLimits,
  given: number | BelowDetection,
  body: BodyLimits,
  sample: WaterSample,
): Judged {
  const value = countedValue(given, limits.item);
  const grade = classOf(limits, value);
  const saturated =
    limits.item === 'do' &&
    typeof sample.do_saturation === 'number' &&
    sample.do_saturation >= body.saturation;
  return { limits, value, class: saturated ? 1 : grade };
}

function multipleOf({ limits, value }: Judged, rule: EvaluationRule): number | null {
  if (rule.withoutMultiple.includes(limits.item)) return null;
  return value / (limits.limits[rule.targetOfMultiple - 1] as number) - 1;
}

/** Metals and cyanide first, then the worse class, then the larger multiple; without a multiple last among equals. */
function byWeight(rule: EvaluationRule): (a: Judged, b: Judged) => number {
  const first = (judged: Judged) => (rule.firstRank.includes(judged.limits.item) ? 0 : 1);
  return (a, b) =>
    first(a) - first(b) || b.class - a.class || (multipleOf(b, rule) ?? -1) - (multipleOf(a, rule) ?? -1);
}

function exceedingOf(judged: readonly Judged[], rule: EvaluationRule): MainPollutant[] {
  const worse = judged.filter((one) => one.class > rule.targetOfMultiple);
  if (worse.length > 1) worse.sort(byWeight(rule));
  return worse.map((one) => ({ item: one.limits.item, multiple: multipleOf(one, rule) }));
}

interface Sorted {
  readonly judged: readonly Judged[];
  readonly items: Partial<Record<SurfaceItem, WaterClass>>;
  readonly apart: SurfaceItem[];
  readonly notLimited: SurfaceItem[];
  readonly belowDetection: SurfaceItem[];
}

function sortItems(sample: WaterSample, body: BodyLimits, rule: EvaluationRule): Sorted {
  const judged: Judged[] = [];
  const sorted: Sorted = { judged, items: {}, apart: [], notLimited: [], belowDetection: [] };
  for (const key in sample) {
    const given = sample[key as SurfaceItem];
    if (given === null || given === undefined) continue;
    if (KEYS_WITHOUT_CLASS.has(key)) {
      checkOther(key, given);
      continue;
    }
    const limits = body.items.get(key);
    if (!limits) {
      if (!bodyLimits('lake', { edition: body.table.edition }).items.has(key)) throw unknownItem(key);
      countedValue(given, key);
      sorted.notLimited.push(key as SurfaceItem);
      continue;
    }
    const one = judgeItem(limits, given, body, sample);
    sorted.items[limits.item] = one.class;
    if (isBelowDetection(given)) sorted.belowDetection.push(limits.item);
    if (rule.apart.includes(limits.item)) sorted.apart.push(limits.item);
    else judged.push(one);
  }
  return sorted;
}

function unknownItem(key: string): StandardRefusal {
  return new StandardRefusal(
    'unknown-item',
    key.slice(0, 40),
    `GB 3838 没有项目“${key.slice(0, 40)}”，请核对项目代码`,
  );
}

const bases = new Map<unknown, Basis>();

function basisOnce(of: BodyLimits | EvaluationRule): Basis {
  let basis = bases.get(of);
  if (!basis) {
    basis = 'table' in of ? basisOf(of.table, '表1', 'scan') : basisOf(of, '单因子评价', 'two-sources');
    bases.set(of, basis);
  }
  return basis;
}

function judge(sample: WaterSample, body: BodyLimits, rule: EvaluationRule): SurfaceJudgement {
  const { judged, ...sorted } = sortItems(sample, body, rule);
  let worst = 0;
  for (const one of judged) if (one.class > worst) worst = one.class;
  if (worst === 0 && sorted.apart.length === 0 && sorted.notLimited.length === 0) {
    throw new StandardRefusal('nothing-to-judge', 'sample', '样品没有可评价的项目，请至少给一项监测值');
  }
  const level = worst === 0 ? undefined : rule.sectionLevels.find((row) => worst <= row.upToClass);
  const exceeding = exceedingOf(judged, rule);
  return {
    class: worst === 0 ? null : (worst as WaterClass),
    level: level?.level ?? null,
    colour: level?.colour ?? null,
    ...sorted,
    deciding: worst < 2 ? [] : judged.filter((one) => one.class === worst).map((one) => one.limits.item),
    main: exceeding.slice(0, rule.mainCount),
    exceeding,
    basis: basisOnce(body),
    evaluationBasis: basisOnce(rule),
  };
}

/**
 * Class of a surface-water sample by the single-factor rule: the worst of the judged items of table 1.
 * Equal to a limit meets it; equal limits: the better class wins. TN and fecal coliform are judged apart, TN never in rivers.
 * Missing items (null or left out) are not judged; below detection counts as half the detection limit.
 * pH outside 6–9 is worse than V. DO is class I from 7.5 mg/L or 90 % saturation.
 * Errors: `nothing-to-judge`, `unknown-item`, `not-a-number`, `not-finite`, `negative`, `out-of-range`, and those of the edition.
 * @source GB 3838-2002 表1; 环办[2011]22号
 */
export function surfaceClass(sample: WaterSample, body: WaterBody, when: When): SurfaceJudgement {
  return judge(sample, bodyLimits(body, when), SURFACE_EVALUATION_2011);
}

/** A limit of a class with its basis. Errors: `unknown-item`, `no-limit`. @source GB 3838-2002 表1 */
export function surfaceLimit(
  item: SurfaceItem,
  target: 1 | 2 | 3 | 4 | 5,
  body: WaterBody,
  when: When,
): { limit: string; unit: string; basis: Basis } {
  const limits = bodyLimits(body, when);
  const found = limits.items.get(item);
  if (!found)
    throw new StandardRefusal('no-limit', item, `${limits.table.standard} 对该水体没有项目“${item}”的限值`);
  const limit = found.kind === 'band' ? found.row.limit : String(found.limits[target - 1]);
  return { limit, unit: found.unit, basis: { ...limitBasis(limits.table, found.row), limit } };
}

/** The evaluation rule in force; one edition is known. */
export function evaluationRule(): EvaluationRule {
  return editionFor([SURFACE_EVALUATION_2011], { edition: 'newest' });
}

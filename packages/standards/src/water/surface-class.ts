import { type Basis, basisOf, type When } from '../edition.ts';
import { limitBasis } from '../limit-table.ts';
import { multipleOver } from '../multiple.ts';
import { oneOf, StandardRefusal } from '../refusal.ts';
import { within } from '../units/concentration.ts';
import {
  type BodyLimits,
  bodyLimits,
  type ClassLimits,
  classOf,
  type WaterBody,
  type WaterClass,
} from './gb3838.ts';
import { type BelowDetection, countedValue, type WaterSample } from './sample.ts';
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
  /** Given items that do not enter the class: water temperature, TN, fecal coliform. */
  readonly apart: readonly SurfaceItem[];
  /** Given items without a limit for this water body (TN in rivers). */
  readonly notLimited: readonly SurfaceItem[];
  /** Items judged by half their detection limit. */
  readonly belowDetection: readonly SurfaceItem[];
  readonly basis: Basis;
  readonly evaluationBasis: Basis;
}

/** Saturation above this is a slip of the pen, not water, %. */
const MOST_SATURATION = 500;

/** Every key a sample may have. */
export function surfaceKeys(): string[] {
  return [...bodyLimits('lake', { edition: 'newest' }).items.keys(), 'do_saturation'];
}

interface Exceeding {
  readonly limits: ClassLimits;
  readonly class: WaterClass;
  readonly multiple: number | null;
}

/** Metals and cyanide first, then the worse class, then the larger multiple; without a multiple last among equals. */
function byWeight(a: Exceeding, b: Exceeding): number {
  if (a.limits.firstRank !== b.limits.firstRank) return a.limits.firstRank ? -1 : 1;
  return b.class - a.class || (b.multiple ?? -1) - (a.multiple ?? -1);
}

function ranked(exceeding: Exceeding[]): MainPollutant[] {
  if (exceeding.length > 1) exceeding.sort(byWeight);
  return exceeding.map(({ limits, multiple }) => ({ item: limits.item, multiple }));
}

/** Classes by item. A class of its own, since the engine keeps room for the fields of its instances: half the time of a bare `{}`. */
class ItemClasses {}

interface Sorted {
  worst: number;
  readonly items: Partial<Record<SurfaceItem, WaterClass>>;
  readonly exceeding: Exceeding[];
  deciding: SurfaceItem[];
  readonly apart: SurfaceItem[];
  readonly notLimited: SurfaceItem[];
  readonly belowDetection: SurfaceItem[];
}

/** The number a given value counts as; the common case, a plain number, without further calls. */
function numberOf(given: number | BelowDetection, key: string): number {
  return typeof given === 'number' && given >= 0 && given < Number.POSITIVE_INFINITY && key !== 'ph'
    ? given
    : countedValue(given, key);
}

function gradeOf(limits: ClassLimits, value: number, body: BodyLimits, sample: WaterSample): WaterClass {
  if (limits.item !== 'do') return classOf(limits, value);
  const saturation = sample.do_saturation;
  return typeof saturation === 'number' && saturation >= body.saturation ? 1 : classOf(limits, value);
}

function addJudged(
  sorted: Sorted,
  limits: ClassLimits,
  value: number,
  grade: WaterClass,
  rule: EvaluationRule,
): void {
  if (grade > sorted.worst) {
    sorted.worst = grade;
    sorted.deciding = [];
  }
  if (grade === 1) return;
  if (grade === sorted.worst) sorted.deciding.push(limits.item);
  if (grade <= rule.targetOfMultiple) return;
  const multiple = limits.multipleOf === null ? null : multipleOver(value, limits.multipleOf);
  sorted.exceeding.push({ limits, class: grade, multiple });
}

function withoutClass(key: string, given: number | BelowDetection, body: BodyLimits, sorted: Sorted): void {
  if (key === 'do_saturation') within(given, key, 0, MOST_SATURATION);
  else if (bodyLimits('lake', { edition: body.table.edition }).items.has(key)) {
    countedValue(given, key);
    sorted.notLimited.push(key as SurfaceItem);
  } else throw unknownItem(key);
}

function sortItems(sample: WaterSample, body: BodyLimits, rule: EvaluationRule): Sorted {
  const sorted: Sorted = {
    worst: 0,
    items: new ItemClasses(),
    exceeding: [],
    deciding: [],
    apart: [],
    notLimited: [],
    belowDetection: [],
  };
  for (const key in sample) {
    const given = sample[key as SurfaceItem];
    if (given === null || given === undefined) continue;
    const limits = body.items.get(key);
    if (!limits) {
      withoutClass(key, given, body, sorted);
      continue;
    }
    const value = numberOf(given, key);
    const grade = gradeOf(limits, value, body, sample);
    sorted.items[key as SurfaceItem] = grade;
    if (typeof given === 'object') sorted.belowDetection.push(limits.item);
    if (limits.apart) sorted.apart.push(limits.item);
    else addJudged(sorted, limits, value, grade, rule);
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
  if (typeof sample !== 'object' || sample === null)
    throw new StandardRefusal('missing-input', 'sample', '请给样品各项的值，如 {"nh3n":0.5}');
  const {
    worst,
    items,
    exceeding: over,
    deciding,
    apart,
    notLimited,
    belowDetection,
  } = sortItems(sample, body, rule);
  if (worst === 0 && apart.length === 0 && notLimited.length === 0) {
    throw new StandardRefusal('nothing-to-judge', 'sample', '样品没有可评价的项目，请至少给一项监测值');
  }
  const level = worst === 0 ? undefined : rule.sectionLevels.find((row) => worst <= row.upToClass);
  const exceeding = ranked(over);
  return {
    class: worst === 0 ? null : (worst as WaterClass),
    level: level?.level ?? null,
    colour: level?.colour ?? null,
    items,
    deciding: worst < 2 ? [] : deciding,
    main: exceeding.slice(0, rule.mainCount),
    exceeding,
    apart,
    notLimited,
    belowDetection,
    basis: basisOnce(body),
    evaluationBasis: basisOnce(rule),
  };
}

/**
 * Class of a surface-water sample by the single-factor rule: the worst of the judged items of table 1.
 * Equal to a limit meets it; equal limits: the better class wins. Water temperature, TN and fecal coliform are judged apart, TN never in rivers.
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
  const grade = oneOf(target, [1, 2, 3, 4, 5], 'target');
  const limit = found.kind === 'band' ? found.row.limit : String(found.limits[grade - 1]);
  return { limit, unit: found.unit, basis: { ...limitBasis(limits.table, found.row), limit } };
}

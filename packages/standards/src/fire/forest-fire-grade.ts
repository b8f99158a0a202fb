import { BEAUFORT } from '../codes/codes.table.ts';
import { type Basis, basisOf, editionFor, type When } from '../edition.ts';
import { bandEnds, findLimits, type LimitRow, type LimitTable, limitBasis } from '../limit-table.ts';
import { StandardRefusal } from '../refusal.ts';
import { nonNegative, within } from '../units/concentration.ts';
import { FIRE_WEATHER } from './fire-weather.table.ts';
import { type ForestFireScheme, LYT_1172_RECOLLECTED, type ScoreBand } from './forest-fire.table.ts';
import { LYT_1172_95 } from './lyt1172-95.table.ts';

/** The editions of LY/T 1172 known. */
export const FOREST_FIRE_TABLES: readonly LimitTable[] = [LYT_1172_95];

/** Weather of one day for the Chinese grade. */
export interface ForestFireDay {
  /** Highest temperature, °C. */
  readonly maxTempC: number;
  /** Lowest relative humidity, %. */
  readonly minRhPct: number;
  /** Amount of the last rain, mm. */
  readonly lastRainMm: number;
  /** Dry days since the last rain, 0 = it rained today. */
  readonly dryDays: number;
  /** Wind force (Beaufort). */
  readonly windForce: number;
  /** Share of green ground and of snow cover, % (correction E). */
  readonly greenPct?: number;
  readonly snowPct?: number;
}

/** Forest fire weather grade I to V with its component scores. */
export interface ForestFireGrade {
  readonly htz: number;
  readonly grade: 1 | 2 | 3 | 4 | 5;
  readonly label: string;
  readonly scores: {
    readonly a: number;
    readonly b: number;
    readonly c: number;
    readonly d: number;
    readonly e: number;
  };
  readonly scheme: string;
  readonly basis: Basis;
  /** The component tables, which may be of another mark than the bands. */
  readonly schemeBasis: Basis;
}

const LABELS = ['没有危险', '低度危险', '中度危险', '高度危险', '极度危险'] as const;

function score(bands: readonly ScoreBand[], value: number): number {
  return (bands.find(([upTo]) => upTo === null || value <= upTo) as ScoreBand)[1];
}

function rainScore(scheme: ForestFireScheme, mm: number, days: number): number {
  const row = scheme.rain.find(
    ({ upToMm }) => upToMm === null || mm <= upToMm,
  ) as ForestFireScheme['rain'][number];
  const { first, step } = row;
  const value =
    days < first.length
      ? (first[days] as number)
      : (first.at(-1) as number) + (days - first.length + 1) * step;
  return Math.min(value, scheme.rainMost);
}

/** E of the table: the largest correction whose green or snow share is reached. */
function correction(table: LimitTable, green: number, snow: number): number {
  const rows = findLimits(table, { item: 'fire_index_e' });
  for (const row of rows) {
    const shares = /(?:(\d+)% green|all green)(?: or snow (?:cover )?(\d+)%)?/.exec(row.condition);
    if (!shares) continue;
    if (green >= Number(shares[1] ?? 100) || snow >= Number(shares[2] ?? 101)) return Number(row.limit);
  }
  return 0;
}

function gradeRow(table: LimitTable, htz: number): readonly [LimitRow, ForestFireGrade['grade']] {
  const rows = findLimits(table, { item: 'fire_weather_index' });
  const at = rows.findIndex(({ direction, limit }) => {
    if (direction === 'le') return htz <= Number(limit);
    return direction === 'ge' || htz <= bandEnds(limit)[1];
  });
  return [rows[at] as LimitRow, (at + 1) as ForestFireGrade['grade']];
}

/**
 * Forest fire weather grade: HTZ = A + B + C + D − E; up to 25 I, 50 II, 72 III, 90 IV, above V.
 * The bands are known from two sources; the component tables are recollected, so pass your own `scheme` where you have it.
 * Missing data: refused. Errors: `out-of-range`, `not-a-number`, `not-finite`, `negative`, and those of the edition.
 * @source LY/T 1172-95 等级表
 */
export function forestFireGrade(
  day: ForestFireDay,
  when: When,
  scheme: ForestFireScheme = LYT_1172_RECOLLECTED,
): ForestFireGrade {
  const table = editionFor(FOREST_FIRE_TABLES, when);
  const days = nonNegative(day.dryDays, 'dryDays');
  if (!Number.isInteger(days)) throw new StandardRefusal('out-of-range', 'dryDays', '连旱天数应为整数');
  const force = within(day.windForce, 'windForce', 0, BEAUFORT.upTo.length);
  if (!Number.isInteger(force)) throw new StandardRefusal('out-of-range', 'windForce', '风力应为整数级');
  const a = score(scheme.temperature, within(day.maxTempC, 'maxTempC', ...FIRE_WEATHER.ranges.temp_c));
  const b = score(scheme.humidity, within(day.minRhPct, 'minRhPct', ...FIRE_WEATHER.ranges.rh_pct));
  const c = rainScore(scheme, within(day.lastRainMm, 'lastRainMm', ...FIRE_WEATHER.ranges.rain24_mm), days);
  const d = scheme.wind[Math.min(force, scheme.wind.length - 1)] as number;
  const e = correction(
    table,
    within(day.greenPct ?? 0, 'greenPct', 0, 100),
    within(day.snowPct ?? 0, 'snowPct', 0, 100),
  );
  const htz = a + b + c + d - e;
  const [row, grade] = gradeRow(table, htz);
  return {
    htz,
    grade,
    label: LABELS[grade - 1] as string,
    scores: { a, b, c, d, e },
    scheme: scheme.id,
    basis: limitBasis(table, row),
    schemeBasis: basisOf(scheme, scheme.id, scheme.mark, { note: scheme.note }),
  };
}

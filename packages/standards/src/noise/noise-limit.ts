import { type Basis, editionFor, type When } from '../edition.ts';
import { findLimit, findLimits, type LimitTable, limitBasis } from '../limit-table.ts';
import { oneOf, StandardRefusal } from '../refusal.ts';
import { roundHalfEven } from '../rounding.ts';
import { finite, within } from '../units/concentration.ts';
import { GB_3096_2008 } from './gb3096-2008.table.ts';
import { GB_12348_2008 } from './gb12348-2008.table.ts';
import { GB_12523_2011 } from './gb12523-2011.table.ts';
import { GB_22337_2008 } from './gb22337-2008.table.ts';

/** What is measured: the surroundings, a plant's boundary, a building site's boundary, a shop's or club's boundary. */
export type NoiseSource = 'environment' | 'industry' | 'construction' | 'community';
/** Zones of GB 3096; boundaries of plants and shops know 4 where the environment knows 4a and 4b. */
export type NoiseZone = '0' | '1' | '2' | '3' | '4' | '4a' | '4b';
/** Room A: bedrooms and wards. Room B: class rooms, offices. */
export type RoomKind = 'A' | 'B';
/** Day 06–22, night 22–06. */
export type NoisePeriod = 'day' | 'night';

/** Noise tables by what is measured, oldest edition first. */
export const NOISE_TABLES: Readonly<Record<NoiseSource, readonly LimitTable[]>> = {
  environment: [GB_3096_2008],
  industry: [GB_12348_2008],
  construction: [GB_12523_2011],
  community: [GB_22337_2008],
};

/** A noise limit in dB. */
export interface NoiseLimit {
  readonly limit: number;
  readonly period: NoisePeriod;
  readonly basis: Basis;
}

/** A level against its limit; `over` = dB above it, 0 when it is met. */
export interface NoiseJudgement extends NoiseLimit {
  readonly over: number;
}

/** Decimals that free a difference of levels from the noise of binary numbers. */
const NOISE_FREE = 9;

/** The periods in the words of the tables. */
const CONDITION: Record<NoisePeriod, string> = { day: 'daytime 06-22', night: 'night 22-06' };

const PERIODS: readonly NoisePeriod[] = ['day', 'night'];
/** Classes with indoor limits of their own; the others share theirs. */
const QUIET_CLASSES = ['class 0', 'class 1'];

/** Day or night of a clock hour: 06:00 to 22:00 is day. Errors: `out-of-range` outside 0–24. @source GB 3096-2008 3.5 */
export function noisePeriod(hour: number): NoisePeriod {
  const at = within(hour, 'hour', 0, 24);
  const [from = 0, to = 0] = CONDITION.day.replace('daytime ', '').split('-').map(Number);
  return at >= from && at < to ? 'day' : 'night';
}

function zoneLevel(source: NoiseSource, zone: NoiseZone): string {
  if (source === 'construction') return '-';
  const known = source === 'environment' ? ['0', '1', '2', '3', '4a', '4b'] : ['0', '1', '2', '3', '4'];
  const wanted = source !== 'environment' && (zone === '4a' || zone === '4b') ? '4' : String(zone);
  if (!known.includes(wanted))
    throw new StandardRefusal(
      'unknown-item',
      'zone',
      `没有声环境功能区“${String(zone).slice(0, 10)}”，可用：${known.join('、')}`,
    );
  return `class ${wanted}`;
}

function tableOf(source: NoiseSource, when: When): LimitTable {
  const tables = Object.hasOwn(NOISE_TABLES, source) ? NOISE_TABLES[source] : undefined;
  if (!tables)
    throw new StandardRefusal('unknown-item', 'source', `不认识的噪声来源“${String(source).slice(0, 20)}”`);
  return editionFor(tables, when);
}

/**
 * Limit of the equivalent level LAeq in dB(A) by zone and period. Construction sites have no zones.
 * `nearSensitive`: the boundary is within 1 m of a sensitive building and the level is measured indoors, 10 dB less.
 * Errors: `unknown-item`, `no-limit`, and those of the edition (GB 12523-2011 ends 2025-12-31).
 * @source GB 3096-2008 表1; GB 12348-2008 表1; GB 22337-2008 表1; GB 12523-2011 表1
 */
export function noiseLimit(
  source: NoiseSource,
  zone: NoiseZone,
  period: NoisePeriod,
  when: When,
  nearSensitive = false,
): NoiseLimit {
  const table = tableOf(source, when);
  const item = source === 'environment' ? 'laeq' : 'laeq_boundary';
  const row = findLimit(table, {
    item,
    clause: '表1',
    level: zoneLevel(source, zone),
    condition: CONDITION[oneOf(period, PERIODS, 'period')],
  });
  const reduction = nearSensitive ? Number(findLimit(table, { item: 'indoor_reduction' }).limit) : 0;
  return { limit: Number(row.limit) - reduction, period, basis: limitBasis(table, row) };
}

/** Compares a level with its limit; equal meets it. Errors: as `noiseLimit`, `not-a-number`, `not-finite`. @source as `noiseLimit` */
export function judgeNoise(
  source: NoiseSource,
  zone: NoiseZone,
  period: NoisePeriod,
  level: number,
  when: When,
  nearSensitive = false,
): NoiseJudgement {
  const limit = noiseLimit(source, zone, period, when, nearSensitive);
  const value = finite(level, 'laeq');
  const over = value > limit.limit ? roundHalfEven(value - limit.limit, NOISE_FREE) : 0;
  return { ...limit, over };
}

/**
 * How many dB a maximum level at night may stand above the limit: environment 15 (sudden), industry 10 (frequent) or 15 (sporadic), construction 15.
 * Errors: `no-limit` where the standard has none, `unknown-item`.
 * @source GB 3096-2008 5.4; GB 12348-2008 4.1.2 4.1.3; GB 12523-2011 4.2
 */
export function nightMaximumAllowance(
  source: NoiseSource,
  kind: 'sudden' | 'frequent' | 'sporadic',
  when: When,
): { readonly allowance: number; readonly basis: Basis } {
  const table = tableOf(source, when);
  const rows = findLimits(table, { item: 'lmax_over_limit' });
  const row =
    rows.length === 1 ? rows[0] : rows.find((candidate) => candidate.condition === `night, ${kind}`);
  if (!row)
    throw new StandardRefusal('no-limit', 'kind', `${table.standard} 没有“${kind}”的夜间最大声级规定`);
  return { allowance: Number(row.limit), basis: limitBasis(table, row) };
}

/**
 * Indoor limit of structure-borne noise in dB(A), or of an octave band in dB when `hz` is given (31.5 to 500).
 * Errors: `unknown-item`, `no-limit`.
 * @source GB 12348-2008 表2 表3; GB 22337-2008 表2 表3
 */
export function indoorLimit(
  source: 'industry' | 'community',
  zone: NoiseZone,
  room: RoomKind,
  period: NoisePeriod,
  when: When,
  hz?: 31.5 | 63 | 125 | 250 | 500,
): NoiseLimit {
  const table = tableOf(source, when);
  const own = zoneLevel(source, zone);
  const level = QUIET_CLASSES.includes(own) ? own : 'class 2-4';
  const time = oneOf(period, PERIODS, 'period') === 'day' ? 'daytime' : 'night';
  const condition = hz === undefined ? `${time}; room ${room}` : `${time}; room ${room}; ${hz} Hz`;
  const row = findLimit(table, {
    item: hz === undefined ? 'laeq_indoor' : 'octave_indoor',
    level,
    condition,
  });
  return { limit: Number(row.limit), period, basis: limitBasis(table, row) };
}

/**
 * Corrects a reading for background noise (dB): difference 3 → −3, 4–5 → −2, 6–10 → −1, above 10 nothing; the difference is rounded first
 * to a whole number by GB/T 8170.
 * Errors: `out-of-range` when the difference is below 3: the background must be lowered first.
 * @source GB 12348-2008 表4; GB 22337-2008; GB 12523-2011 表2
 */
export function withoutBackground(
  reading: number,
  background: number,
  source: Exclude<NoiseSource, 'environment'>,
  when: When,
): number {
  const table = tableOf(source, when);
  const exact = roundHalfEven(finite(reading, 'reading') - finite(background, 'background'), NOISE_FREE);
  const difference = roundHalfEven(exact, 0);
  const rows = findLimits(table, { item: 'background_correction' });
  const bands = rows.map((row) => ({
    ends: row.condition.replace('difference ', '').split('-').map(Number),
    add: Number(row.limit),
  }));
  const found = bands.find(({ ends: [low = 0, high = low] }) => difference >= low && difference <= high);
  if (found) return roundHalfEven(reading + found.add, NOISE_FREE);
  if (difference < Math.min(...bands.map(({ ends }) => ends[0] as number))) {
    throw new StandardRefusal(
      'out-of-range',
      'background',
      `背景与读数只差 ${difference} dB，请先降低背景噪声再测`,
    );
  }
  return reading;
}

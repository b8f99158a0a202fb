import { type Basis, basisOf, editionFor, type When } from '../edition.ts';
import { StandardRefusal } from '../refusal.ts';
import { within } from '../units/concentration.ts';
import { HIGHEST_AQI } from './aqi-levels.table.ts';
import { EVALUATION_TABLES } from './composite-index.ts';

/** Why a day is out of the ordinary; the values stay. */
export type ExceptionalEvent = 'dust' | 'fire' | 'fireworks' | 'other';

/** One day of a period; aqi null = no valid AQI. */
export interface AqiDay {
  readonly date: string;
  readonly aqi: number | null;
  /** Set where the authorities have recognised an exceptional event. */
  readonly exceptional?: ExceptionalEvent | null;
}

/** 优良天数 with its counts. */
export interface GoodDays {
  readonly goodDays: number;
  readonly validDays: number;
  readonly days: number;
  /** goodDays ÷ validDays; null without a valid day. */
  readonly ratio: number | null;
  readonly exceptionalDays: number;
  /** The same with exceptional days left out. */
  readonly withoutExceptional: {
    readonly goodDays: number;
    readonly validDays: number;
    readonly ratio: number | null;
  };
  readonly basis: Basis;
}

function counted(
  days: readonly AqiDay[],
  goodUpTo: number,
): { goodDays: number; validDays: number; ratio: number | null } {
  const valid = days.filter((day) => day.aqi !== null);
  const goodDays = valid.filter((day) => (day.aqi as number) <= goodUpTo).length;
  return { goodDays, validDays: valid.length, ratio: valid.length === 0 ? null : goodDays / valid.length };
}

/**
 * Good-air days: days with an AQI up to 100 ÷ days with a valid AQI. Days without an AQI are counted as days, not as valid.
 * Exceptional days are kept in the count and given apart; nothing is deleted.
 * Errors: `out-of-range` for an AQI outside 0–500, `bad-text` for the same date twice.
 * @source HJ 663-2013 (ratio: two sources); exceptional events: recollected
 */
export function goodDays(days: readonly AqiDay[], when: When): GoodDays {
  const table = editionFor(EVALUATION_TABLES, when);
  const seen = new Set<string>();
  for (const day of days) {
    if (seen.has(day.date))
      throw new StandardRefusal('bad-text', 'date', `日期 ${day.date} 重复，请每天只给一个值`);
    seen.add(day.date);
    if (day.aqi !== null) within(day.aqi, 'aqi', 0, HIGHEST_AQI);
  }
  const ordinary = days.filter((day) => !day.exceptional);
  return {
    ...counted(days, table.goodUpTo),
    days: days.length,
    exceptionalDays: days.length - ordinary.length,
    withoutExceptional: counted(ordinary, table.goodUpTo),
    basis: basisOf(table, '优良天数', 'two-sources', { limit: String(table.goodUpTo) }),
  };
}

import type { When } from '../edition.ts';
import { StandardRefusal } from '../refusal.ts';
import { airLimit } from './gb3095.ts';
import { type AirMean, type Series, sliding8h } from './means.ts';
import { validityMinimum } from './validity.ts';

/** O₃ daily maximum 8 h mean. */
export interface DailyMaximum8h {
  readonly value: number | null;
  /** Hour (label by its end, 1–24) at which the largest 8 h mean ends. */
  readonly endHour: number | null;
  readonly windows: number;
  readonly neededWindows: number;
  readonly valid: boolean;
  /** Too few windows, yet the largest mean is above the level 2 limit, which counts (recollected). */
  readonly validByExceedance: boolean;
}

/** The O₃ limit is the same in both stages of 2026. */
function limitWhen(when: When): When {
  return 'edition' in when && when.edition === '2026' ? { edition: '2026-transition' } : when;
}

function largest(means: readonly (readonly [number, AirMean])[]): readonly [number, AirMean] | null {
  let best: readonly [number, AirMean] | null = null;
  for (const entry of means)
    if (!best || (entry[1].unrounded as number) > (best[1].unrounded as number)) best = entry;
  return best;
}

/**
 * O₃ daily maximum 8 h mean (MDA8) of one natural day in µg/m³: the largest valid sliding 8 h mean that ends between 08 and 24 h.
 * `hours[0]` is the hour that ends at 01, `hours[23]` the one that ends at 24. An 8 h mean needs 6 hours, the day 14 means.
 * Missing hours are null. Errors: `out-of-range` unless 24 hours are given, `not-a-number`, `not-finite`, `negative`.
 * @source HJ 663-2013 表1 (recollected); GB 3095-2026 表4
 */
export function mda8(hours: Series, when: When): DailyMaximum8h {
  if (hours.length !== 24)
    throw new StandardRefusal(
      'out-of-range',
      'hours',
      `一天应有 24 个小时值（缺测填 null），实有 ${hours.length} 个`,
    );
  const from = validityMinimum('mda8-first-hour', when).minimum;
  const to = validityMinimum('mda8-last-hour', when).minimum;
  const neededWindows = validityMinimum('mda8-windows', when).minimum;
  const means: (readonly [number, AirMean])[] = [];
  for (let end = from; end <= to; end += 1) {
    const mean = sliding8h(hours.slice(end - 8, end), 0, when);
    if (mean.valid) means.push([end, mean]);
  }
  const best = largest(means);
  const value = best?.[1].value ?? null;
  const enough = means.length >= neededWindows;
  const validByExceedance =
    !enough && value !== null && value > airLimit('o3', '8h', 2, limitWhen(when)).limit;
  const valid = enough || validByExceedance;
  return {
    value: valid ? value : null,
    endHour: valid ? (best?.[0] ?? null) : null,
    windows: means.length,
    neededWindows,
    valid,
    validByExceedance,
  };
}

import { StandardRefusal } from '../refusal.ts';
import { finite, type MgPerL, nonNegative, within } from '../units/concentration.ts';
import { SURFACE_EVALUATION_2011, type SurfaceItem } from './surface-water.table.ts';

/** A value below the detection limit of the method. */
export interface BelowDetection {
  readonly below: number;
}

type Value<T> = T | BelowDetection | null | undefined;
type Plain = 'ph' | 'fecal_coliform' | 'water_temp_rise' | 'water_temp_drop';

/**
 * A water sample. mg/L, pH without unit, fecal coliform per litre, DO saturation in %, water temperature: weekly mean change by man, °C.
 * null or left out = missing; `{ below: x }` = below the detection limit x.
 */
export type WaterSample = { readonly [K in Exclude<SurfaceItem, Plain>]?: Value<MgPerL> } & {
  readonly [K in Plain]?: Value<number>;
} & {
  readonly do_saturation?: number | null;
};

/** Share of the detection limit that stands for a value below it (half, recollected rule). */
export const BELOW_DETECTION_SHARE = SURFACE_EVALUATION_2011.belowDetectionShare;

/** Whether a value is given as below detection. */
export function isBelowDetection(value: unknown): value is BelowDetection {
  return typeof value === 'object' && value !== null && 'below' in value;
}

/** The number that a given value counts as: itself, or half the detection limit. Errors: as `nonNegative`, pH `out-of-range` outside 0–14. */
export function countedValue(value: number | BelowDetection, item: string): number {
  if (typeof value !== 'number' && isBelowDetection(value))
    return nonNegative(value.below, `${item}.below`) * BELOW_DETECTION_SHARE;
  return item === 'ph' ? within(value, item, 0, 14) : nonNegative(value, item);
}

/**
 * Reads a value as public tables print it: `--`, `-`, `—` and the empty text are missing (null), never zero;
 * `<0.01` and `0.01L` are below the detection limit. Errors: `bad-text`, `negative`.
 */
export function printedValue(text: string, item: string): number | BelowDetection | null {
  const trimmed = text.trim();
  if (trimmed === '' || /^[-—–*]+$/.test(trimmed)) return null;
  const below = /^(?:[<＜]\s*(\d+(?:\.\d+)?)|(\d+(?:\.\d+)?)\s*L)$/.exec(trimmed);
  if (below) return { below: Number(below[1] ?? below[2]) };
  if (!/^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?$/.test(trimmed)) {
    throw new StandardRefusal(
      'bad-text',
      item,
      `${item} 的值“${trimmed.slice(0, 40)}”无法识别，缺测请留空或写 --`,
    );
  }
  return finite(Number(trimmed), item);
}

import type { FactorRow } from './factors.table.ts';
import type { Hj212Frame } from './frame.ts';
import { itemKey } from './item-key.ts';
import { DATA_FLAGS } from './protocol.table.ts';
import { isNumber } from './value.ts';

/** One value of a reading: suffix (Rtd, Avg, …), text as sent, number or null when it is none. */
export interface ReadingValue {
  readonly suffix: string;
  readonly text: string;
  readonly value: number | null;
}

/** All that a frame says of one factor. */
export interface Reading {
  readonly code: string;
  /** null for an unknown factor. */
  readonly name: string | null;
  /** Default unit of the standard for the kind of station; devices differ, keep it configurable. */
  readonly unit: string | null;
  readonly values: readonly ReadingValue[];
  /** Data flag as sent, or null. */
  readonly flag: string | null;
  /** Whether it counts in statistics: flag N, S or none; unknown flags do not count. */
  readonly counts: boolean;
}

interface Gathered {
  code: string;
  factor: FactorRow | undefined;
  values: ReadingValue[];
  flag: string | null;
}

const TEXTS = new Set(['Info', 'SN', 'EFlag', 'SampleTime']);
/** System type of ambient air stations, whose gases are in µg/m³. */
const AMBIENT = '22';

function numberOf(suffix: string, text: string): number | null {
  if (!isNumber(text) || TEXTS.has(suffix)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

function finish(gathered: Gathered, ambient: boolean): Reading {
  const { code, factor, flag, values } = gathered;
  const unit = factor ? (ambient && factor[4] !== '' ? factor[4] : factor[3]) : null;
  return {
    code,
    name: factor?.[2] ?? null,
    unit,
    values,
    flag,
    counts: flag === null || (Object.hasOwn(DATA_FLAGS, flag) && (DATA_FLAGS[flag]?.[1] ?? false)),
  };
}

/**
 * The readings of a frame by factor, in the order sent: values as text and number, data flag, name and default unit.
 * A value that is no number keeps its text and has value null. Unknown factors have name and unit null.
 * @source HJ 212-2017 表4 附录B
 */
export function readingsOf(frame: Hj212Frame): Reading[] {
  const gathered: Gathered[] = [];
  let last: Gathered | undefined;
  for (const item of frame.cp) {
    for (const [key, value] of item) {
      const { code, suffix, factor } = itemKey(key);
      if (code === '' || value === null) continue;
      if (last?.code !== code) {
        last = gathered.find((one) => one.code === code);
        if (!last) {
          last = { code, factor, values: [], flag: null };
          gathered.push(last);
        }
      }
      if (suffix === 'Flag') last.flag = value;
      else last.values.push({ suffix, text: value, value: numberOf(suffix, value) });
    }
  }
  const ambient = frame.st === AMBIENT;
  return gathered.map((one) => finish(one, ambient));
}

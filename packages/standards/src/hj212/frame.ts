// biome-ignore-all format: the codes as one list
import type { Flag } from './flag.ts';
import type { Hj212Time } from './hj-time.ts';
import type { Hj212Edition } from './protocol.table.ts';

/** Stable codes of deviations from the standard's text. */
export type DeviationCode =
  | 'qn-missing' | 'qn-format' | 'st-missing' | 'st-unknown' | 'st-edition' | 'cn-missing' | 'cn-unknown' | 'cn-edition' | 'pw-length' | 'pw-missing'
  | 'mn-missing' | 'mn-length' | 'mn-characters' | 'flag-missing' | 'flag-format' | 'flag-version' | 'flag-ambiguous' | 'packets-missing'
  | 'packets-unannounced' | 'packets-order' | 'packets-range' | 'field-unknown' | 'field-twice' | 'field-format' | 'cp-missing' | 'cp-not-closed'
  | 'cp-too-long' | 'trailing-semicolon' | 'item-format' | 'items-joined' | 'suffix-unknown' | 'key-unknown' | 'factor-unknown' | 'key-twice'
  | 'value-empty' | 'value-not-a-number' | 'data-flag-unknown' | 'time-format' | 'crc-lower-case' | 'not-utf8' | 'text-after-cp';

/** A deviation from the standard's text, found by the tolerant parser. */
export interface Deviation {
  readonly code: DeviationCode;
  readonly field: string;
  readonly message: string;
}

/** A pair of the command block; value null = no `=`. */
export type CpPair = readonly [key: string, value: string | null];
/** Pairs joined by commas. */
export type CpItem = readonly CpPair[];

/** A parsed data segment. Absent fields are null, never invented. */
export interface Hj212Frame {
  readonly edition: Hj212Edition | null;
  readonly qn: string | null;
  readonly st: string | null;
  readonly cn: string | null;
  readonly pw: string | null;
  readonly mn: string | null;
  readonly flag: Flag | null;
  readonly pnum: number | null;
  readonly pno: number | null;
  /** 2025: RF=1 marks a resend. */
  readonly resend: boolean | null;
  readonly cp: readonly CpItem[];
  readonly dataTime: Hj212Time | null;
  readonly encrypted: boolean;
  readonly deviations: readonly Deviation[];
}

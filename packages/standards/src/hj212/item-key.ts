import { FACTORS, type FactorRow } from './factors.table.ts';
import { PARAMETERS, SUFFIXES } from './protocol.table.ts';

/** What a key of the command block says: `w01018-Rtd` is factor w01018, suffix Rtd. */
export interface ItemKey {
  /** '' for a parameter such as DataTime. */
  readonly code: string;
  readonly suffix: string;
  readonly factor: FactorRow | undefined;
  /** A factor of the table, a piece of equipment (SB1), or a state (i12345). */
  readonly codeKnown: boolean;
  /** The suffix, or the parameter, is in the tables. */
  readonly nameKnown: boolean;
  /** Kept from frame to frame. */
  remembered: boolean;
  /** Number of the last check that met the key: finds it twice in one frame. */
  metIn: number;
}

let factors: Map<string, FactorRow> | null = null;

/** The factor of a code (2017 and 2025, or 2005), or undefined. */
export function factorOf(code: string): FactorRow | undefined {
  if (!factors) {
    factors = new Map();
    for (const row of FACTORS) {
      factors.set(row[0], row);
      if (row[1] !== '') factors.set(row[1], row);
    }
  }
  return factors.get(code);
}

/** Devices send the same keys in every frame: those seen are remembered, up to a bound. */
const MOST_REMEMBERED = 4096;
const LONGEST_REMEMBERED = 40;
const remembered = /* @__PURE__ */ new Map<string, ItemKey>();

function readKey(key: string): ItemKey {
  const dash = key.indexOf('-');
  if (dash < 0)
    return {
      code: '',
      suffix: '',
      factor: undefined,
      codeKnown: true,
      nameKnown: PARAMETERS.has(key),
      remembered: false,
      metIn: 0,
    };
  const code = key.slice(0, dash);
  const suffix = key.slice(dash + 1);
  const factor = factorOf(code);
  const codeKnown = factor !== undefined || /^(?:SB\d+|i\d{5})$/.test(code);
  return { code, suffix, factor, codeKnown, nameKnown: SUFFIXES.has(suffix), remembered: false, metIn: 0 };
}

/** Takes a key of the command block apart. */
export function itemKey(key: string): ItemKey {
  const known = remembered.get(key);
  if (known) return known;
  const read = readKey(key);
  if (remembered.size < MOST_REMEMBERED && key.length <= LONGEST_REMEMBERED) {
    read.remembered = true;
    remembered.set(key, read);
  }
  return read;
}

import { StandardRefusal } from '../refusal.ts';
import { CONTROL_UNITS } from './codes.table.ts';
import { type Division, divisionOf } from './division.ts';

/** A control-unit code taken apart. */
export interface ControlUnit {
  readonly code: string;
  readonly division: Division;
  readonly kind: 'priority' | 'key' | 'general';
  readonly label: string;
  readonly serial: string;
}

const KINDS = { '1': 'priority', '2': 'key', '3': 'general' } as const;

/**
 * Takes a control-unit code apart: ZH, division 6, kind 1, serial 4; e.g. ZH44060620002. The layout is inferred from examples.
 * Errors: `bad-text`, `unknown-item` for the province.
 * @source 生态环境分区管控 (layout inferred, unverified)
 */
export function controlUnitOf(code: string): ControlUnit {
  const match = typeof code === 'string' ? /^ZH(\d{6})([123])(\d{4})$/.exec(code) : null;
  if (!match)
    throw new StandardRefusal(
      'bad-text',
      'code',
      '管控单元编码应为 ZH 加 6 位区划、1 位类别（1–3）、4 位序号',
    );
  const kind = match[2] as keyof typeof KINDS;
  return {
    code,
    division: divisionOf(match[1] as string),
    kind: KINDS[kind],
    label: CONTROL_UNITS.kinds[kind] as string,
    serial: match[3] as string,
  };
}

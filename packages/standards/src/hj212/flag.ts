import { StandardRefusal } from '../refusal.ts';
import { type Hj212Edition, PROTOCOL_TABLES } from './protocol.table.ts';

/** The bits of the Flag field. */
export interface Flag {
  /** Bit A: an answer is wanted. */
  readonly answer: boolean;
  /** Bit D: PNUM and PNO are present. */
  readonly packets: boolean;
  /** Bits V0–V5: 0 = 2005, 1 = 2017, 2 = 2025. */
  readonly version: number;
}

/** Reads a Flag number (0–255): bit 0 A, bit 1 D, the rest the version. Errors: `out-of-range`. @source HJ 212-2017 表3 */
export function flagOf(value: number): Flag {
  if (!Number.isInteger(value) || value < 0 || value > 255)
    throw new StandardRefusal('out-of-range', 'Flag', `Flag 应为 0 至 255 的整数，实为 ${value}`);
  return { answer: (value & 1) === 1, packets: (value & 2) === 2, version: value >> 2 };
}

/** Writes a Flag number. Errors: `out-of-range` for a version outside 0–63. @source HJ 212-2017 表3 */
export function flagNumber(flag: Flag): number {
  if (!Number.isInteger(flag.version) || flag.version < 0 || flag.version > 63)
    throw new StandardRefusal('out-of-range', 'Flag', `Flag 版本号应为 0 至 63，实为 ${flag.version}`);
  return flag.version * 4 + (flag.packets ? 2 : 0) + (flag.answer ? 1 : 0);
}

/** The edition of a version number, or null when none is known. */
export function editionOfVersion(version: number): Hj212Edition | null {
  return PROTOCOL_TABLES.find((table) => table.version === version)?.edition ?? null;
}

/** The version number of an edition. */
export function versionOfEdition(edition: Hj212Edition): number {
  return PROTOCOL_TABLES.find((table) => table.edition === edition)?.version as number;
}

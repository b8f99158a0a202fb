/** The usual table of the polynomial A001, and its high bytes alone, which lead from byte to byte. */
interface CrcTable {
  readonly full: Uint16Array;
  readonly high: Uint8Array;
}

let table: CrcTable | null = null;

function crcTable(): CrcTable {
  const full = new Uint16Array(256);
  for (let byte = 0; byte < 256; byte += 1) {
    let register = byte;
    for (let bit = 0; bit < 8; bit += 1) register = register & 1 ? (register >> 1) ^ 0xa001 : register >> 1;
    full[byte] = register;
  }
  table = { full, high: Uint8Array.from(full, (register) => register >> 8) };
  return table;
}

/**
 * CRC of HJ 212 over the bytes from `start` to `end` (end excluded). The high byte of the register is folded in, the low byte is lost:
 * not the Modbus CRC, and only 256 values can occur, so it proves nothing against a wilful change.
 * @source HJ 212-2017 附录A
 */
export function hj212Crc(bytes: Uint8Array, start = 0, end = bytes.length): number {
  const stop = Math.min(end, bytes.length);
  if (stop <= start) return 0xffff;
  const { full, high } = table ?? crcTable();
  let last = 0;
  let above = 0xff;
  for (let i = start; i < stop; i += 1) {
    last = above ^ (bytes[i] as number);
    above = high[last] as number;
  }
  return full[last] as number;
}

/** A CRC as the four upper-case hexadecimal digits of a frame. */
export function crcText(crc: number): string {
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

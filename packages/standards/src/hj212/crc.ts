let table: Uint16Array | null = null;

function crcTable(): Uint16Array {
  const built = new Uint16Array(256);
  for (let byte = 0; byte < 256; byte += 1) {
    let register = byte;
    for (let bit = 0; bit < 8; bit += 1) register = register & 1 ? (register >> 1) ^ 0xa001 : register >> 1;
    built[byte] = register;
  }
  table = built;
  return built;
}

/**
 * CRC of HJ 212 over the bytes from `start` to `end` (end excluded). The high byte of the register is folded in, the low byte is lost:
 * not the Modbus CRC, and only 256 values can occur, so it proves nothing against a wilful change.
 * @source HJ 212-2017 附录A
 */
export function hj212Crc(bytes: Uint8Array, start = 0, end = bytes.length): number {
  const steps = table ?? crcTable();
  let register = 0xffff;
  for (let i = start; i < end; i += 1)
    register = steps[((register >> 8) ^ (bytes[i] as number)) & 0xff] as number;
  return register;
}

/** A CRC as the four upper-case hexadecimal digits of a frame. */
export function crcText(crc: number): string {
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

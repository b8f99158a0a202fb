import { StandardRefusal } from '../refusal.ts';

/**
 * SM4 in ECB mode without padding, given in by the caller: the package holds no cipher.
 * The bytes are whole 16-byte blocks; the result has the same length.
 */
export interface BlockCipher {
  encrypt(blocks: Uint8Array): Uint8Array;
  decrypt(blocks: Uint8Array): Uint8Array;
}

const BLOCK = 16;
const OPEN = 'CP=&&{';
const CLOSE = 0x7d;

/** Whether a data segment carries ciphertext: `CP=&&{0x…}`. */
export function isEncrypted(text: string): boolean {
  const start = text.indexOf(OPEN);
  return start >= 0 && /^0x/i.test(text.slice(start + OPEN.length, start + OPEN.length + 2));
}

function hexBytes(list: string): Uint8Array | null {
  const parts = list.split(',');
  const bytes = new Uint8Array(parts.length);
  for (let i = 0; i < parts.length; i += 1) {
    const part = (parts[i] as string).trim();
    if (!/^0[xX][0-9a-fA-F]{2}$/.test(part)) return null;
    bytes[i] = Number.parseInt(part.slice(2), 16);
  }
  return bytes;
}

function joined(...parts: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Offset of ASCII text within bytes, from `from`, or −1. */
function find(bytes: Uint8Array, text: string, from = 0): number {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let same = 1;
    while (same < text.length && bytes[at + same] === text.charCodeAt(same)) same += 1;
    if (same === text.length) return at;
  }
  return -1;
}

/**
 * Plain bytes of a segment with ciphertext, or null when the ciphertext is not whole blocks of `0xNN`.
 * Each whole 16-byte block between `CP=&&` and `&&` is ciphertext in braces; the rest follows as plain bytes.
 * @source HJ 212-2025 附录A.2
 */
export function decryptSegment(segment: Uint8Array, cipher: BlockCipher): Uint8Array | null {
  const start = find(segment, OPEN);
  const close = segment.indexOf(CLOSE, start);
  if (start < 0 || close < 0) return null;
  const content = start + OPEN.length;
  const blocks = hexBytes(new TextDecoder().decode(segment.subarray(content, close)));
  if (!blocks || blocks.length % BLOCK !== 0) return null;
  return joined(segment.subarray(0, content - 1), cipher.decrypt(blocks), segment.subarray(close + 1));
}

/**
 * A plain segment with its command block encrypted, as bytes: a character may lie across the last block.
 * A block shorter than 16 bytes stays plain. Errors: `bad-frame` without `CP=&&…&&`.
 * @source HJ 212-2025 附录A.2
 */
export function encryptSegment(segment: Uint8Array, cipher: BlockCipher): Uint8Array {
  const start = find(segment, 'CP=&&');
  const end = segment.length - 2;
  if (start < 0 || end < start + 5 || find(segment, '&&', end) !== end) {
    throw new StandardRefusal('bad-frame', 'CP', '没有数据区 CP=&&…&&，不能加密');
  }
  const whole = end - start - 5 - ((end - start - 5) % BLOCK);
  if (whole === 0) return segment;
  const secret = [...cipher.encrypt(segment.slice(start + 5, start + 5 + whole))];
  const list = secret.map((byte) => `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(',');
  return joined(
    segment.subarray(0, start + 5),
    new TextEncoder().encode(`{${list}}`),
    segment.subarray(start + 5 + whole),
  );
}

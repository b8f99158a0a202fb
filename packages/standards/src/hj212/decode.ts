import { StandardRefusal } from '../refusal.ts';
import { checkConformance } from './conformance.ts';
import { crcText, hj212Crc } from './crc.ts';
import { type BlockCipher, decryptSegment, isEncrypted } from './encryption.ts';
import type { Hj212Frame } from './frame.ts';
import { HJ_212_2017, type Hj212Edition } from './protocol.table.ts';
import { Findings, recordOf, takeApart } from './segment.ts';

/** Why bytes are no frame. */
export type FrameReject = 'crc' | 'length' | 'head' | 'tail' | 'format' | 'size';

/** Choices of the decoder. */
export interface DecodeOptions {
  /** Refuse frames whose content deviates from the standard's text. */
  readonly strict?: boolean;
  /** Overrides the edition that the Flag names, per device. */
  readonly edition?: Hj212Edition;
  /** SM4 for encrypted 2025 frames. */
  readonly cipher?: BlockCipher;
  /** Most bytes of a data segment; 1024 by the standard. */
  readonly maxSegment?: number;
}

/** What became of one frame's bytes. */
export type FrameVerdict =
  | { readonly ok: true; readonly frame: Hj212Frame }
  | {
      readonly ok: false;
      readonly reason: FrameReject;
      readonly detail: string;
      readonly frame?: Hj212Frame;
    };

const decoder = /* @__PURE__ */ new TextDecoder('utf-8', { ignoreBOM: true });
/** Bytes of `##` and the length, and of the CRC. */
const HEAD = 6;
const CRC = 4;
/** What encloses the command block. */
const CP_OPEN = 'CP=&&';
const CP_CLOSE = '&&';
/** A single frame longer than this is refused unread. */
const MOST_FRAME = 65_536;

function no(reason: FrameReject, detail: string): FrameVerdict {
  return { ok: false, reason, detail };
}

/** Four digits at `at`, or −1. */
export function declaredLength(bytes: Uint8Array, at: number): number {
  let value = 0;
  for (let i = at; i < at + 4; i += 1) {
    const digit = (bytes[i] ?? 0) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Value of the four hexadecimal digits at `at`, of either case, or −1. */
function sentCrc(bytes: Uint8Array, at: number): number {
  let value = 0;
  for (let i = at; i < at + CRC; i += 1) {
    const code = bytes[i] as number;
    const digit = code <= 57 ? code - 48 : (code | 32) - 87;
    if (digit < 0 || digit > 15 || (digit > 9 && code < 65)) return -1;
    value = value * 16 + digit;
  }
  return value;
}

function isLowerCase(bytes: Uint8Array, at: number): boolean {
  for (let i = at; i < at + CRC; i += 1) if ((bytes[i] as number) >= 97) return true;
  return false;
}

function toRecord(
  text: string,
  lowerCase: boolean,
  encrypted: boolean,
  findings: Findings,
  options: DecodeOptions,
): FrameVerdict {
  if (lowerCase) findings.add('crc-lower-case', 'CRC', 'CRC 应为大写');
  if (text.includes('\uFFFD')) findings.add('not-utf8', 'CP', '文字不是 UTF-8 编码');
  const parts = takeApart(text, findings);
  if (!parts) return no('size', '数据区的项数超过上限');
  const frame = recordOf(parts, encrypted, findings, options.edition);
  checkConformance(parts, frame, findings);
  if (options.strict && findings.list.length > 0) {
    return { ok: false, reason: 'format', detail: findings.list[0]?.message ?? '', frame };
  }
  return { ok: true, frame };
}

function decodeEncrypted(
  bytes: Uint8Array,
  length: number,
  sent: number,
  options: DecodeOptions,
): FrameVerdict {
  if (!options.cipher) return no('format', '帧已加密，请提供 SM4 密钥');
  const plain = decryptSegment(bytes.subarray(HEAD, bytes.length - CRC), options.cipher);
  if (!plain) return no('format', '密文不是完整的 16 字节分组');
  if (length !== plain.length) return no('length', `长度写为 ${length}，明文实为 ${plain.length} 字节`);
  if (plain.length > (options.maxSegment ?? HJ_212_2017.maxSegment))
    return no('size', `数据段 ${plain.length} 字节，超过上限`);
  if (hj212Crc(plain) !== sent) return no('crc', 'CRC 不符，或密钥不对');
  const findings = new Findings();
  const text = decoder.decode(plain);
  checkCp(text, plain.length, findings);
  return toRecord(text, isLowerCase(bytes, bytes.length - CRC), true, findings, options);
}

/** Lists a command block of too many bytes. The header before it is ASCII, so its characters are bytes. */
function checkCp(text: string, bytes: number, findings: Findings): void {
  const start = text.indexOf(CP_OPEN);
  if (start >= 0 && bytes - start - CP_OPEN.length - CP_CLOSE.length > HJ_212_2017.maxCp)
    findings.add('cp-too-long', 'CP', `数据区超过 ${HJ_212_2017.maxCp} 字节`);
}

/**
 * Decodes the bytes of one frame from `##` up to, not including, CR LF.
 * ok = head, four-digit length equal to the bytes of the segment (of the plain text when encrypted), CRC, a segment not empty and within size.
 * Deviations of content are listed in the frame; with `strict` they refuse it (`format`). Never throws on bytes.
 * @source HJ 212-2017 6.3; HJ 212-2025
 */
export function decodeBody(body: Uint8Array, options: DecodeOptions = {}): FrameVerdict {
  if (body[0] !== 0x23 || body[1] !== 0x23) return no('head', '没有包头 ##');
  if (body.length < HEAD + CRC) return no('length', '帧不完整');
  const length = declaredLength(body, 2);
  if (length < 0) return no('length', '包头之后应为 4 位数字的长度');
  const end = body.length - CRC;
  const sent = sentCrc(body, end);
  const text = decoder.decode(body.subarray(HEAD, end));
  if (isEncrypted(text)) return decodeEncrypted(body, length, sent, options);
  if (length !== end - HEAD) return no('length', `长度写为 ${length}，实为 ${end - HEAD} 字节`);
  if (length === 0) return no('format', '数据段为空');
  if (length > (options.maxSegment ?? HJ_212_2017.maxSegment))
    return no('size', `数据段 ${length} 字节，超过上限`);
  const crc = hj212Crc(body, HEAD, end);
  if (crc !== sent) return no('crc', `CRC 应为 ${crcText(crc)}`);
  const findings = new Findings();
  checkCp(text, length, findings);
  return toRecord(text, isLowerCase(body, end), false, findings, options);
}

/**
 * Decodes one whole frame, `##` to CR LF. As `decodeBody`, and `tail` without CR LF at the end.
 * Errors: `bad-frame` when `bytes` is not a Uint8Array.
 * @source HJ 212-2017 6.3
 */
export function decodeFrame(bytes: Uint8Array, options: DecodeOptions = {}): FrameVerdict {
  if (!(bytes instanceof Uint8Array))
    throw new StandardRefusal('bad-frame', 'bytes', '请传入字节（Uint8Array）');
  if (bytes[0] !== 0x23 || bytes[1] !== 0x23) return no('head', '没有包头 ##');
  const size = bytes.length;
  if (bytes[size - 2] !== 0x0d || bytes[size - 1] !== 0x0a) return no('tail', '没有包尾 CR LF');
  if (size > MOST_FRAME) return no('size', `帧长 ${size} 字节，超过上限`);
  return decodeBody(bytes.subarray(0, size - 2), options);
}

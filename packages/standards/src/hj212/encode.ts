import { StandardRefusal } from '../refusal.ts';
import { crcText, hj212Crc } from './crc.ts';
import { type BlockCipher, encryptSegment } from './encryption.ts';
import { type Flag, flagNumber } from './flag.ts';
import type { CpItem, CpPair } from './frame.ts';
import { HJ_212_2017 } from './protocol.table.ts';

/** What a frame is written from. Absent header fields (null or left out) are not written. */
export interface FrameDraft {
  readonly qn?: string | null;
  readonly st?: string | null;
  readonly cn?: string | null;
  readonly pw?: string | null;
  readonly mn?: string | null;
  readonly flag?: Flag | null;
  readonly pnum?: number | null;
  readonly pno?: number | null;
  readonly resend?: boolean | null;
  readonly cp?: readonly CpItem[];
}

/** Choices of the encoder. */
export interface EncodeOptions {
  /** Encrypts the command block (2025). */
  readonly cipher?: BlockCipher;
}

const encoder = /* @__PURE__ */ new TextEncoder();

function fieldText(name: string, value: string): string {
  if (typeof value !== 'string' || /[;=&\p{Cc}]|##/u.test(value)) {
    throw new StandardRefusal('bad-frame', name, `${name} 含有不能传输的字符（; = & ## 或控制字符）`);
  }
  return `${name}=${value};`;
}

function counter(name: string, value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 9999)
    throw new StandardRefusal('bad-frame', name, `${name} 应为 1 至 9999 的整数`);
  return `${name}=${value};`;
}

function pairText([key, value]: CpPair): string {
  if (key === '' || /[;,=&\p{Cc}]/u.test(key))
    throw new StandardRefusal(
      'bad-frame',
      key.slice(0, 40),
      `数据项名“${key.slice(0, 40)}”含有不能传输的字符`,
    );
  if (value === null) return key;
  if (
    typeof value !== 'string' ||
    /[;,\p{Cc}]|&&/u.test(value) ||
    value.endsWith('&') ||
    value.startsWith('{0x')
  ) {
    throw new StandardRefusal('bad-frame', key, `数据项 ${key} 的值含有不能传输的字符（; , && 或控制字符）`);
  }
  return `${key}=${value}`;
}

function cpText(cp: readonly CpItem[]): string {
  if (cp.length > HJ_212_2017.maxCp)
    throw new StandardRefusal('too-many', 'CP', `数据区有 ${cp.length} 项，一帧放不下，请分包发送`);
  return cp.map((item) => item.map(pairText).join(',')).join(';');
}

/**
 * Text of a data segment: QN; ST; CN; PW; MN; Flag; PNUM; PNO; RF; CP.
 * Errors: `bad-frame` for separators or control characters inside a field, `too-many`, `too-long` above 950 bytes of CP or 1024 of the segment.
 * @source HJ 212-2017 6.3.2
 */
export function segmentText(draft: FrameDraft): string {
  const { qn, st, cn, pw, mn, flag, pnum, pno, resend } = draft;
  let head = '';
  for (const [name, value] of [
    ['QN', qn],
    ['ST', st],
    ['CN', cn],
    ['PW', pw],
    ['MN', mn],
  ] as const) {
    if (value !== null && value !== undefined) head += fieldText(name, value);
  }
  if (flag) head += `Flag=${flagNumber(flag)};`;
  if (pnum !== null && pnum !== undefined) head += counter('PNUM', pnum);
  if (pno !== null && pno !== undefined) head += counter('PNO', pno);
  if (resend !== null && resend !== undefined) head += `RF=${resend ? 1 : 0};`;
  const cp = cpText(draft.cp ?? []);
  if (cp.length > HJ_212_2017.maxCp || encoder.encode(cp).length > HJ_212_2017.maxCp) {
    throw new StandardRefusal('too-long', 'CP', `数据区超过 ${HJ_212_2017.maxCp} 字节，请分包发送`);
  }
  return `${head}CP=&&${cp}&&`;
}

/** Wraps a data segment: `##`, length in bytes, segment, CRC, CR LF. Errors: `too-long` above 1024 bytes. @source HJ 212-2017 6.3 */
export function wrapSegment(segment: string, options: EncodeOptions = {}): Uint8Array {
  const plain = encoder.encode(segment);
  if (plain.length > HJ_212_2017.maxSegment)
    throw new StandardRefusal(
      'too-long',
      'segment',
      `数据段 ${plain.length} 字节，超过 ${HJ_212_2017.maxSegment}，请分包发送`,
    );
  const body = options.cipher ? encryptSegment(plain, options.cipher) : plain;
  // length and CRC are those of the plain text also when the block is encrypted
  const frame = new Uint8Array(6 + body.length + 6);
  frame.set(encoder.encode(`##${String(plain.length).padStart(4, '0')}`), 0);
  frame.set(body, 6);
  frame.set(encoder.encode(`${crcText(hj212Crc(plain))}\r\n`), 6 + body.length);
  return frame;
}

/** Encodes one frame. Errors: as `segmentText` and `wrapSegment`. @source HJ 212-2017 6.3; HJ 212-2025 附录A */
export function encodeFrame(draft: FrameDraft, options: EncodeOptions = {}): Uint8Array {
  return wrapSegment(segmentText(draft), options);
}

function sizeOf(item: CpItem): number {
  return encoder.encode(item.map(pairText).join(',')).length + 1;
}

/**
 * Encodes a message as one frame or, when its block is too long, as several with PNUM and PNO; `DataTime` is repeated in each.
 * Errors: as `encodeFrame`; `too-long` when a single item does not fit; `too-many` above 9999 packets.
 * @source HJ 212-2017 6.3.2
 */
export function encodePackets(draft: FrameDraft, options: EncodeOptions = {}): Uint8Array[] {
  const all = draft.cp ?? [];
  const time = all.filter((item) => item[0]?.[0] === 'DataTime');
  const rest = all.filter((item) => !time.includes(item));
  const timeSize = time.reduce((sum, item) => sum + sizeOf(item), 0);
  const packets: CpItem[][] = [];
  let room = 0;
  for (const item of rest) {
    const size = sizeOf(item);
    if (size > room) {
      packets.push([...time]);
      // 100 bytes less than the limit keep header and block within the segment
      room = HJ_212_2017.maxCp - 100 - timeSize;
    }
    (packets.at(-1) as CpItem[]).push(item);
    room -= size;
  }
  if (packets.length < 2) return [encodeFrame(draft, options)];
  if (packets.length > 9999) throw new StandardRefusal('too-many', 'CP', '数据过多，超过 9999 包');
  const flag = { answer: false, version: 1, ...draft.flag, packets: true };
  return packets.map((cp, i) =>
    encodeFrame({ ...draft, flag, pnum: packets.length, pno: i + 1, cp }, options),
  );
}

import {
  type DecodeOptions,
  declaredLength,
  decodeBody,
  type FrameReject,
  type FrameVerdict,
} from './decode.ts';
import type { Hj212Frame } from './frame.ts';

/** A frame found in a stream, or bytes refused; `at` = offset of its first byte in the stream. */
export type StreamEvent =
  | { readonly ok: true; readonly at: number; readonly frame: Hj212Frame }
  | {
      readonly ok: false;
      readonly at: number;
      readonly reason: FrameReject;
      readonly detail: string;
      readonly frame?: Hj212Frame;
    };

/** Choices of the splitter. */
export interface SplitterOptions extends DecodeOptions {
  /** Most bytes held back for one frame; 8192 by default, enough for an encrypted frame. */
  readonly maxBuffer?: number;
}

const HASH = 0x23;
const CR = 0x0d;
const LF = 0x0a;
const SPACE = 0x20;
/** Bytes between two heads too few for even a length field: no frame of its own. */
const NO_FRAME = 6;

function headFrom(bytes: Uint8Array, from: number, until: number): number {
  for (let i = bytes.indexOf(HASH, from); i >= 0 && i + 1 < until; i = bytes.indexOf(HASH, i + 1)) {
    if (bytes[i + 1] === HASH) return i;
  }
  return -1;
}

function lastHead(bytes: Uint8Array, from: number, until: number): number {
  for (let i = until - 1; i >= from; i -= 1) if (bytes[i] === HASH && bytes[i + 1] === HASH) return i;
  return -1;
}

/**
 * Splits a byte stream into frames: sticky, half and damaged frames; resynchronises at `##`; holds back a bounded number of bytes.
 * The events do not depend on how the bytes are cut. Never throws on bytes.
 * Refusals: `head` bytes between frames, `tail` no CR LF before the next head or the end, `size` no CR LF within the buffer, else as `decodeBody`.
 * @source HJ 212-2017 6.3
 */
export class FrameSplitter {
  private buffer = new Uint8Array(0);
  private base = 0;
  private pos = 0;
  private garbageAt = -1;
  private skipping = false;
  private crlf = -1;
  private events: StreamEvent[] = [];
  private readonly options: SplitterOptions;
  private readonly most: number;

  constructor(options: SplitterOptions = {}) {
    this.options = options;
    this.most = Math.max(options.maxBuffer ?? 8192, 64);
  }

  /** Bytes held back until more come. */
  get held(): number {
    return this.buffer.length;
  }

  /** Takes in bytes and returns what they completed. */
  push(bytes: Uint8Array): StreamEvent[] {
    this.append(bytes);
    return this.drain(false);
  }

  /** Ends the stream: what is held back is judged now. */
  end(): StreamEvent[] {
    return this.drain(true);
  }

  private append(bytes: Uint8Array): void {
    const rest = this.buffer;
    if (rest.length === 0) this.buffer = bytes.slice();
    else {
      const all = new Uint8Array(rest.length + bytes.length);
      all.set(rest, 0);
      all.set(bytes, rest.length);
      this.buffer = all;
    }
  }

  private drain(final: boolean): StreamEvent[] {
    this.events = [];
    this.crlf = -1;
    while (this.pos < this.buffer.length && this.step(final));
    if (final) this.endGarbage();
    this.buffer = this.buffer.subarray(this.pos).slice();
    this.base += this.pos;
    this.pos = 0;
    return this.events;
  }

  /** One frame or one run of other bytes; false when more bytes are needed. */
  private step(final: boolean): boolean {
    const { buffer, pos } = this;
    const head = headFrom(buffer, pos, buffer.length);
    if (head < 0) {
      const keep = !final && buffer[buffer.length - 1] === HASH ? 1 : 0;
      this.noteGarbage(pos, buffer.length - keep);
      this.pos = buffer.length - keep;
      return false;
    }
    this.noteGarbage(pos, head);
    this.pos = head;
    return this.frameAt(head, final);
  }

  private frameAt(head: number, final: boolean): boolean {
    const end = this.findCrlf(head);
    if (end < 0) return this.withoutEnd(head, final);
    if (declaredLength(this.buffer, head + 2) !== end - head - 10) {
      const next = headFrom(this.buffer, head + 1, end);
      if (next >= 0) return this.cutShort(head, next);
    }
    this.endGarbage();
    this.judge(head, decodeBody(this.buffer.subarray(head, end), this.options));
    this.pos = end + 2;
    return true;
  }

  /** Another head stands before the end of this frame. */
  private cutShort(head: number, next: number): boolean {
    if (next - head < NO_FRAME) this.noteGarbage(head, next);
    else this.reject(head, 'tail', '没有包尾 CR LF，下一帧已经开始');
    this.pos = next;
    return true;
  }

  private withoutEnd(head: number, final: boolean): boolean {
    const { buffer, most } = this;
    if (buffer.length - head > most) {
      const next = lastHead(buffer, head + 1, head + most);
      this.reject(head, 'size', `${most} 字节之内没有包尾 CR LF`);
      this.pos = next < 0 ? head + most : next;
      this.skipping = true;
      return true;
    }
    if (!final) return false;
    const next = headFrom(buffer, head + 1, buffer.length);
    if (next >= 0) return this.cutShort(head, next);
    this.reject(head, 'tail', '数据结束，没有包尾 CR LF');
    this.pos = buffer.length;
    return false;
  }

  /** Start of the first CR LF from `head` within the buffer limit, or −1. */
  private findCrlf(head: number): number {
    if (this.crlf < head) {
      const { buffer } = this;
      let at = buffer.indexOf(CR, head);
      while (at >= 0 && buffer[at + 1] !== LF) at = buffer.indexOf(CR, at + 1);
      this.crlf = at < 0 ? Number.POSITIVE_INFINITY : at;
    }
    return this.crlf - head < this.most ? this.crlf : -1;
  }

  private judge(head: number, verdict: FrameVerdict): void {
    const at = this.base + head;
    this.events.push(verdict.ok ? { ok: true, at, frame: verdict.frame } : { ...verdict, at });
  }

  private reject(head: number, reason: FrameReject, detail: string): void {
    this.endGarbage();
    this.events.push({ ok: false, at: this.base + head, reason, detail });
  }

  /** Remembers bytes that belong to no frame; white space is nothing. */
  private noteGarbage(from: number, to: number): void {
    for (let i = from; i < to && this.garbageAt < 0; i += 1) {
      if ((this.buffer[i] as number) > SPACE) this.garbageAt = this.base + i;
    }
  }

  private endGarbage(): void {
    if (this.garbageAt >= 0 && !this.skipping)
      this.events.push({
        ok: false,
        at: this.garbageAt,
        reason: 'head',
        detail: '帧之间有不属于任何帧的字节',
      });
    this.garbageAt = -1;
    this.skipping = false;
  }
}

/** Splits bytes that are all at hand. @source HJ 212-2017 6.3 */
export function splitFrames(bytes: Uint8Array, options: SplitterOptions = {}): StreamEvent[] {
  const splitter = new FrameSplitter(options);
  const events = splitter.push(bytes);
  events.push(...splitter.end());
  return events;
}

import {
  type BlockCipher,
  type CpItem,
  encodePackets,
  type FrameDraft,
  flagOf,
  StandardRefusal,
} from '@qingshan/standards';
import { type Input, jsonRecord } from '../evaluate/input.ts';
import { lineBatches, Output, type Streams } from '../evaluate/streams.ts';

const KEYS = new Set(['qn', 'st', 'cn', 'pw', 'mn', 'flag', 'pnum', 'pno', 'resend', 'cp']);

/** `{"w01018-Rtd":12.5,"w01018-Flag":"N"}` as items: keys of one factor are joined. */
function itemsOf(record: Record<string, unknown>): CpItem[] {
  const items = new Map<string, [string, string | null][]>();
  for (const [key, value] of Object.entries(record)) {
    const dash = key.indexOf('-');
    const group = dash < 0 ? key : key.slice(0, dash);
    const pair: [string, string | null] = [key, value === null ? null : String(value)];
    items.set(group, [...(items.get(group) ?? []), pair]);
  }
  return [...items.values()];
}

function cpOf(cp: unknown): CpItem[] {
  if (cp === null || cp === undefined) return [];
  const isPair = (pair: unknown) => Array.isArray(pair) && typeof pair[0] === 'string';
  if (Array.isArray(cp) && cp.every((item) => Array.isArray(item) && item.every(isPair)))
    return cp as CpItem[];
  if (typeof cp === 'object' && !Array.isArray(cp)) return itemsOf(cp as Record<string, unknown>);
  throw new StandardRefusal(
    'bad-text',
    'cp',
    'cp 应为对象，如 {"DataTime":"20260301080000","w01018-Rtd":12.5}',
  );
}

function draftOf(input: Input): FrameDraft {
  const frame = (typeof input.frame === 'object' && input.frame !== null ? input.frame : input) as Input;
  const flag = typeof frame.flag === 'number' ? flagOf(frame.flag) : frame.flag;
  const known = Object.fromEntries(Object.entries(frame).filter(([key]) => KEYS.has(key)));
  return { ...known, flag, cp: cpOf(frame.cp) } as FrameDraft;
}

/** JSON lines in (as `decode` writes them, or the short form), raw frames out; bad lines are told on stderr. */
export async function encodeStream(cipher: BlockCipher | undefined, io: Streams): Promise<number> {
  const output = new Output(io.stdout);
  let number = 0;
  for await (const lines of lineBatches(io.stdin)) {
    const frames: Uint8Array[] = [];
    for (const line of lines) {
      number += 1;
      try {
        if (line === null) throw new StandardRefusal('too-long', 'line', '这一行太长（超过 1 MB）');
        frames.push(...encodePackets(draftOf(jsonRecord(line)), cipher ? { cipher } : {}));
      } catch (error) {
        if (!(error instanceof StandardRefusal)) throw error;
        io.stderr.write(`${JSON.stringify({ line: number, error: error.toJSON() })}\n`);
      }
    }
    if (!(await output.write(Buffer.concat(frames)))) break;
  }
  return 0;
}

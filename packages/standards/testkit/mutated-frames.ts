import { decodeFrame, encodeFrame, FrameSplitter, PacketAssembler, readingsOf } from '../src/index.ts';
import { sm4 } from './sm4.ts';

/** What a run of mutated frames found. */
export interface MutationRun {
  readonly frames: number;
  readonly accepted: number;
  readonly rejected: Readonly<Record<string, number>>;
  readonly slowestMs: number;
}

/** A frame that takes longer than this hangs. */
const SLOWEST_MS = 1000;

/** Repeatable random numbers (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const FACTORS = ['w01018', 'w21003', 'w21011', 'a34004', 'a21026', '011', 'LA', 'x'];
const INSERTS = [
  '##',
  '&&',
  ';',
  ',',
  '=',
  '\r\n',
  'CP=&&{0x41,',
  '}',
  '\u0000',
  '９',
  'PNUM=9999;',
  'Flag=255;',
  '9'.repeat(30),
];

const cipher = sm4(new TextEncoder().encode('0000000000000000'));

/** A frame of one of the editions: every third encrypted (2025), every fifth one of several packets. */
function sample(random: () => number, n: number): Uint8Array {
  const count = 1 + Math.floor(random() * 8);
  const items = FACTORS.slice(0, count).map((code) => [
    [`${code}-Rtd`, (random() * 100).toFixed(3)] as const,
    [`${code}-Flag`, 'NFMSDCTB'[n % 8] as string] as const,
  ]);
  const packets = n % 5 === 0;
  const draft = {
    qn: `2026030108${String(n % 60).padStart(2, '0')}00${String(n % 1000).padStart(3, '0')}`,
    st: n % 2 ? '32' : '22',
    cn: '2011',
    pw: '123456',
    mn: '010000A8900016F000169DC0',
    flag: { answer: true, packets, version: n % 3 },
    ...(packets ? { pnum: 2 + (n % 3), pno: 1 + (n % 2) } : {}),
    cp: [[['DataTime', '20260301080000'] as const], ...items],
  };
  return encodeFrame(draft, n % 3 === 2 ? { cipher } : {});
}

function mutate(frame: Uint8Array, random: () => number): Uint8Array {
  let bytes = frame;
  for (let times = 1 + Math.floor(random() * 3); times > 0; times -= 1) {
    const at = Math.floor(random() * (bytes.length + 1));
    const kind = random();
    if (kind < 0.4) {
      bytes = bytes.slice();
      bytes[Math.min(at, bytes.length - 1)] = Math.floor(random() * 256);
    } else if (kind < 0.6) bytes = bytes.slice(0, at);
    else if (kind < 0.8) {
      const insert = new TextEncoder().encode(INSERTS[Math.floor(random() * INSERTS.length)] as string);
      bytes = Buffer.concat([bytes.subarray(0, at), insert, bytes.subarray(at)]);
    } else {
      const resume = Math.min(bytes.length, at + Math.floor(random() * 20));
      bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(resume)]);
    }
    if (bytes.length === 0) return bytes;
  }
  return bytes;
}

/** Feeds mutated frames to decoder, splitter and packet assembler. Throws if one of them throws, keeps too much or takes longer than a second. */
export function runMutations(frames: number, seed: number): MutationRun {
  const random = seeded(seed);
  const splitter = new FrameSplitter({ cipher });
  const assembler = new PacketAssembler();
  const rejected: Record<string, number> = {};
  let accepted = 0;
  let slowestMs = 0;
  for (let n = 0; n < frames; n += 1) {
    const bytes = mutate(sample(random, n), random);
    const began = performance.now();
    const verdict = decodeFrame(bytes, { cipher });
    for (const event of splitter.push(bytes)) {
      if (!event.ok) continue;
      const outcome = assembler.add(event.frame, n);
      readingsOf(outcome.state === 'complete' ? outcome.message.frame : event.frame);
    }
    slowestMs = Math.max(slowestMs, performance.now() - began);
    if (verdict.ok) accepted += 1;
    else rejected[verdict.reason] = (rejected[verdict.reason] ?? 0) + 1;
    if (slowestMs > SLOWEST_MS) throw new Error(`frame ${n} took ${slowestMs.toFixed(0)} ms`);
    if (splitter.held > 8193) throw new Error(`splitter holds ${splitter.held} bytes`);
    if (assembler.waiting > 64) throw new Error(`assembler holds ${assembler.waiting} sets`);
  }
  splitter.end();
  return { frames, accepted, rejected, slowestMs };
}

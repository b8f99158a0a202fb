import { decodeFrame, encodeFrame, FrameSplitter, readingsOf } from '../src/index.ts';

/** What a run of mutated frames found. */
export interface MutationRun {
  readonly frames: number;
  readonly accepted: number;
  readonly rejected: Readonly<Record<string, number>>;
  readonly slowestMs: number;
}

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

function sample(random: () => number, n: number): Uint8Array {
  const count = 1 + Math.floor(random() * 8);
  const items = FACTORS.slice(0, count).map((code) => [
    [`${code}-Rtd`, (random() * 100).toFixed(3)] as const,
    [`${code}-Flag`, 'NFMSDCTB'[n % 8] as string] as const,
  ]);
  return encodeFrame({
    qn: `2026030108${String(n % 60).padStart(2, '0')}00${String(n % 1000).padStart(3, '0')}`,
    st: n % 2 ? '32' : '22',
    cn: '2011',
    pw: '123456',
    mn: '010000A8900016F000169DC0',
    flag: { answer: true, packets: false, version: (n % 3) as 0 | 1 | 2 },
    cp: [[['DataTime', '20260301080000']], ...items],
  });
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
      bytes = new Uint8Array([...bytes.subarray(0, at), ...insert, ...bytes.subarray(at)]);
    } else
      bytes = new Uint8Array([
        ...bytes.subarray(0, at),
        ...bytes.subarray(Math.min(bytes.length, at + Math.floor(random() * 20))),
      ]);
    if (bytes.length === 0) return bytes;
  }
  return bytes;
}

/** Feeds mutated frames to decoder and splitter. Throws if one of them throws or keeps too much. */
export function runMutations(frames: number, seed: number): MutationRun {
  const random = seeded(seed);
  const splitter = new FrameSplitter();
  const rejected: Record<string, number> = {};
  let accepted = 0;
  let slowestMs = 0;
  for (let n = 0; n < frames; n += 1) {
    const bytes = mutate(sample(random, n), random);
    const began = performance.now();
    const verdict = decodeFrame(bytes);
    for (const event of splitter.push(bytes)) if (event.ok) readingsOf(event.frame);
    slowestMs = Math.max(slowestMs, performance.now() - began);
    if (verdict.ok) accepted += 1;
    else rejected[verdict.reason] = (rejected[verdict.reason] ?? 0) + 1;
    if (splitter.held > 8193) throw new Error(`splitter holds ${splitter.held} bytes`);
  }
  splitter.end();
  return { frames, accepted, rejected, slowestMs };
}

import type { CpItem, Hj212Frame } from './frame.ts';

/** A message put together from its packets. */
export interface AssembledMessage {
  /** The first packet, with the items of all packets in order. */
  readonly frame: Hj212Frame;
  readonly packets: number;
}

/** What became of a packet. */
export type PacketOutcome =
  | { readonly state: 'single' | 'complete'; readonly message: AssembledMessage }
  | { readonly state: 'waiting'; readonly have: number; readonly need: number }
  | { readonly state: 'duplicate' }
  | { readonly state: 'refused'; readonly reason: string };

interface Waiting {
  readonly need: number;
  readonly since: number;
  readonly parts: Map<number, Hj212Frame>;
}

/** Bounds of the assembler. */
export interface AssemblerOptions {
  readonly mostSets?: number;
  readonly mostPackets?: number;
  readonly expireMs?: number;
}

/** Packets belong together by MN, ST, CN, DataTime and PNUM; without a DataTime by QN. Each packet may have a QN of its own. */
function setKey(frame: Hj212Frame): string {
  return [frame.mn, frame.st, frame.cn, frame.dataTime?.text ?? `qn:${frame.qn}`, frame.pnum].join(' ');
}

function together(parts: ReadonlyMap<number, Hj212Frame>): AssembledMessage {
  const frames = [...parts].sort((a, b) => a[0] - b[0]).map(([, frame]) => frame);
  const first = frames[0] as Hj212Frame;
  const isTime = (item: CpItem) => item[0]?.[0] === 'DataTime';
  const cp = frames.flatMap((frame, i) => (i === 0 ? frame.cp : frame.cp.filter((item) => !isTime(item))));
  const deviations = frames.flatMap((frame) => frame.deviations);
  return { frame: { ...first, cp, deviations }, packets: frames.length };
}

/**
 * Puts multi-packet messages together. Bounded: at most `mostSets` (64) open sets, oldest dropped first, `mostPackets` (64) packets a set,
 * incomplete sets expire after `expireMs` (60 s) of the caller's clock.
 * @source HJ 212-2017 6.3.2
 */
export class PacketAssembler {
  private readonly open = new Map<string, Waiting>();
  private readonly mostSets: number;
  private readonly mostPackets: number;
  private readonly expireMs: number;

  constructor(options: AssemblerOptions = {}) {
    this.mostSets = options.mostSets ?? 64;
    this.mostPackets = options.mostPackets ?? 64;
    this.expireMs = options.expireMs ?? 60_000;
  }

  /** Open, incomplete sets. */
  get waiting(): number {
    return this.open.size;
  }

  /** Takes in a frame at the caller's time (ms). A frame without packet numbers is a message of its own. */
  add(frame: Hj212Frame, nowMs: number): PacketOutcome {
    this.expire(nowMs);
    const { pnum, pno } = frame;
    if (pnum === null || pno === null || pnum <= 1)
      return { state: 'single', message: { frame, packets: 1 } };
    if (pno < 1 || pno > pnum) return { state: 'refused', reason: '包号不在 1 至总包数之间' };
    if (pnum > this.mostPackets)
      return { state: 'refused', reason: `总包数 ${pnum} 超过上限 ${this.mostPackets}` };
    const key = setKey(frame);
    const set = this.open.get(key) ?? this.begin(key, pnum, nowMs);
    if (set.parts.has(pno)) return { state: 'duplicate' };
    set.parts.set(pno, frame);
    if (set.parts.size < set.need) return { state: 'waiting', have: set.parts.size, need: set.need };
    this.open.delete(key);
    return { state: 'complete', message: together(set.parts) };
  }

  /** Drops sets older than the limit and returns how many. */
  expire(nowMs: number): number {
    let dropped = 0;
    for (const [key, set] of this.open) {
      if (nowMs - set.since < this.expireMs) continue;
      this.open.delete(key);
      dropped += 1;
    }
    return dropped;
  }

  private begin(key: string, need: number, since: number): Waiting {
    if (this.open.size >= this.mostSets) this.open.delete(this.open.keys().next().value as string);
    const set: Waiting = { need, since, parts: new Map() };
    this.open.set(key, set);
    return set;
  }
}

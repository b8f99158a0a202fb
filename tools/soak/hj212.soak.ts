import { runMutations } from '../../packages/standards/testkit/mutated-frames.ts';

export const title = 'HJ 212：一百万个损坏的帧，不抛错、不挂起、内存有界';

const FRAMES = 1_000_000;
const SEED = 20_260_301;

/** Feeds a million seeded, mutated frames to the decoder and the splitter; throws when one of them does. */
export async function run(print: (line: string) => void): Promise<void> {
  const began = performance.now();
  const result = runMutations(FRAMES, SEED);
  const seconds = (performance.now() - began) / 1000;
  const rejected = Object.entries(result.rejected).map(([reason, count]) => `${reason} ${count}`);
  print(
    `${result.frames} frames, seed ${SEED}, ${seconds.toFixed(1)} s, slowest ${result.slowestMs.toFixed(1)} ms`,
  );
  print(`accepted ${result.accepted}; rejected ${rejected.join(', ')}`);
}

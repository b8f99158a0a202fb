import { expect, test } from 'vitest';
import { runMutations } from '../../testkit/mutated-frames.ts';

test('20,000 mutated frames: no throw, no hang, bounded memory', { timeout: 60_000 }, () => {
  const run = runMutations(20_000, 20260301);
  expect(run.accepted + Object.values(run.rejected).reduce((sum, count) => sum + count, 0)).toBe(20_000);
  expect(Object.keys(run.rejected).sort()).toEqual(['crc', 'format', 'head', 'length', 'tail']);
  // of the damaged frames whose length still fits, about one in 256 passes the weak CRC, and mutations may change nothing
  expect(run.accepted).toBeLessThan(400);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { asOwner } from '../../platform/database/owner.ts';
import type { Log } from '../../platform/log.ts';
import { issueJobs } from './jobs.ts';
import { openWalk, type Walk } from './walk.testing.ts';

let walk: Walk;
beforeAll(async () => {
  walk = await openWalk();
});
afterAll(() => walk.town.close());

test("one county's failure does not keep the next from being reminded", async () => {
  const { town } = walk;
  const { id } = await walk.raise('keeper', { photos: [await walk.photo()] });
  await walk.act('office', id, 'accept');
  await asOwner(town.ownerUrl, (owner) =>
    owner.query(`create or replace function counties_with_open_issues() returns setof char(6)
      language sql stable security definer set search_path = public as $$ values ('990120'::char(6)), ('990121'::char(6)) $$`),
  );
  town.clock.moveTo('2026-12-01T09:00:00+08:00');
  let asked = 0;
  const clock = {
    now: () => {
      asked += 1;
      if (asked === 1) throw new Error('the first county breaks');
      return town.clock.now();
    },
  };
  const told: unknown[] = [];
  const log = { error: (what: unknown) => told.push(what) } as unknown as Log;
  const [job] = issueJobs({ ...town.app, clock, log });
  await job?.run();
  expect(told).toEqual([{ county: '990120', error: expect.stringContaining('the first county breaks') }]);
  const notices = await town.as('office').call('listNotices', { query: {} });
  expect(notices.items.map((notice) => notice.kind)).toContain('issue.overdue');
});

import type { ActOnIssue, RaiseIssue } from '@qingshan/contract';
import { type Actor, type App, inReach, Refusal } from '../../../platform/index.ts';
import { loadIssue } from '../queries/facts.ts';
import { numberText } from '../queries/number.ts';
import { actInside } from './act.ts';
import { raiseInside, withTwin } from './raise.ts';

interface ItemResult {
  id: string;
  ok: boolean;
  number?: string;
  message: string;
}

/** Each item in a transaction of its own: one refused leaves the others done. Bugs are not swallowed. */
async function eachAlone<T extends { id: string }>(
  items: readonly T[],
  work: (item: T) => Promise<{ number: string; message: string }>,
): Promise<{ results: ItemResult[] }> {
  const results: ItemResult[] = [];
  for (const item of items) {
    try {
      results.push({ id: item.id, ok: true, ...(await work(item)) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      results.push({ id: item.id, ok: false, message: error.message });
    }
  }
  return { results };
}

/** 批量交办: accepts what is not accepted yet and hands each to its owner. */
export async function assignMany(
  app: App,
  actor: Actor,
  items: readonly { id: string; version?: number | undefined; ownerPostId?: string | undefined }[],
) {
  const now = app.clock.now();
  return eachAlone(items, (item) =>
    inReach(app.db, actor, async (tx) => {
      const before = await loadIssue(tx, actor.countyCode, item.id);
      const act: ActOnIssue = {
        photos: [],
        ...(item.version === undefined ? {} : { version: item.version }),
      };
      const accepted =
        before.state === 'reported' ? await actInside(tx, actor, item.id, 'accept', act, now) : before;
      const owner = item.ownerPostId ? { ownerPostId: item.ownerPostId } : {};
      const row = await actInside(
        tx,
        actor,
        item.id,
        'assign',
        {
          photos: [],
          ...owner,
          version: accepted === before ? (item.version ?? before.version) : accepted.version,
        },
        now,
      );
      return { number: numberText(row.county_code, row.number_year, row.number_serial), message: '已交办' };
    }),
  );
}

/** 下发: the inspectors hand problems down to towns, each with its number. */
export async function handDown(app: App, actor: Actor, items: readonly RaiseIssue[]) {
  const now = app.clock.now();
  return eachAlone(items, (item) =>
    withTwin(() =>
      inReach(app.db, actor, async (tx) => {
        if (item.source !== 'inspection')
          throw new Refusal('invalid-input', '下发的问题来源应为省市县督查反馈');
        const row = await raiseInside(tx, actor, item, now);
        return { number: numberText(row.county_code, row.number_year, row.number_serial), message: '已下发' };
      }),
    ),
  );
}

import { openWorkAt } from '../../../apps/server/src/modules/issues/index.ts';
import {
  type Author,
  endTerm,
  handOver,
  startTerm,
} from '../../../apps/server/src/modules/responsibility/index.ts';
import { dayOf, type Tx } from '../../../apps/server/src/platform/index.ts';
import { addDays, at } from '../county/days.ts';
import { BEGAN_DAYS_AGO } from '../county/enter.ts';
import type { DemoTerm, Roster } from '../county/roster.ts';

/** A change of who holds a post in the past year. */
export interface TermChange {
  readonly at: Date;
  happen(tx: Tx): Promise<void>;
}

function predecessorOf(roster: Roster, term: DemoTerm): DemoTerm | undefined {
  return roster.terms.find((each) => each.post === term.post && each.to === addDays(term.from, -1));
}

function handedOver(roster: Roster, term: DemoTerm): TermChange {
  const before = predecessorOf(roster, term);
  if (!before) throw new Error(`${term.post.title}: nobody to take over from`);
  const when = at(term.from, '09:00');
  const author: Author = { personId: null, at: when };
  const work = openWorkAt({ now: () => when });
  return {
    at: when,
    happen: async (tx) => {
      await handOver(
        tx,
        author,
        {
          postId: term.post.id,
          termId: before.id,
          newTermId: term.id,
          toPersonId: term.person.id,
          on: term.from,
          reason: before.endedReason ?? '岗位交接',
        },
        async (inTx, county, postId) => (await work.byPost(inTx, county, [postId])).get(postId) ?? 0,
      );
    },
  };
}

function ended({ id, post, to, endedReason }: DemoTerm): TermChange {
  const when = at(to ?? '', '17:40');
  return {
    at: when,
    happen: async (tx) => {
      await endTerm(
        tx,
        { personId: null, at: when },
        { postId: post.id, termId: id, to: to ?? '', reason: endedReason ?? '卸任' },
      );
    },
  };
}

function started({ id, post, person, from }: DemoTerm): TermChange {
  const when = at(from, '08:40');
  return {
    at: when,
    happen: async (tx) => {
      await startTerm(
        tx,
        { personId: null, at: when },
        { id, postId: post.id, personId: person.id, from, to: null },
      );
    },
  };
}

/** Handovers, ends and beginnings of terms since the county began to work with the platform. */
export function changesOf(roster: Roster, anchor: Date): TermChange[] {
  const began = addDays(dayOf(anchor), -BEGAN_DAYS_AGO);
  const recent = roster.terms.filter((term) => term.from >= began);
  const handovers = recent.filter((term) => term.handedOver).map((term) => handedOver(roster, term));
  const starts = recent.filter((term) => !term.handedOver).map(started);
  const passedOn = new Set(
    recent.filter((term) => term.handedOver).map((term) => predecessorOf(roster, term)),
  );
  const ends = roster.terms.filter((term) => term.to !== null && !passedOn.has(term)).map(ended);
  return [...handovers, ...starts, ...ends].sort((a, b) => a.at.getTime() - b.at.getTime());
}

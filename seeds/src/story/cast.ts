import { actorOf } from '../../../apps/server/src/modules/responsibility/index.ts';
import { type Actor, type App, dayOf, systemReach } from '../../../apps/server/src/platform/index.ts';
import { chosenBy } from '../county/ids.ts';
import type { DemoPerson, DemoTerm, Roster } from '../county/roster.ts';
import { COUNTY } from '../county/villages.table.ts';

/** The system itself: what alerts and patrols raise has no person. */
export const systemActor: Actor = {
  ...systemReach(COUNTY),
  account: '',
  name: '',
  roles: [],
  posts: [],
  sessionId: '',
};

/** Who acts: townspeople with the posts they hold at that time, as after signing in. */
export class Cast {
  readonly roster: Roster;
  readonly #app: App;
  readonly #known = new Map<string, Promise<Actor>>();
  readonly #turns: readonly string[];

  constructor(app: App, roster: Roster) {
    this.#app = app;
    this.roster = roster;
    this.#turns = [...new Set(roster.terms.flatMap((term) => turnsOf(term)))].sort();
  }

  /** The person as actor; posts change only on the days when a term begins or ends. */
  as(person: DemoPerson, now: Date): Promise<Actor> {
    const day = dayOf(now);
    const key = `${person.id} ${this.#turns.findLastIndex((turn) => turn <= day)}`;
    const known = this.#known.get(key) ?? this.#enter(person, now);
    this.#known.set(key, known);
    return known;
  }

  #enter({ id, account, name }: DemoPerson, now: Date): Promise<Actor> {
    const session = { personId: id, countyCode: COUNTY, account: account ?? '', name, sessionId: 'seed' };
    return actorOf({ ...this.#app, clock: { now: () => now } }, session);
  }

  /** A holder of the post on that day, decided by the text where there are several. */
  holder(postId: string, now: Date, choice: string): DemoPerson {
    const holders = this.roster.holders(postId, dayOf(now));
    const person = holders[chosenBy(choice, Math.max(holders.length, 1))];
    if (!person) throw new Error(`nobody holds ${postId} on ${dayOf(now)}`);
    return person;
  }

  holderOf(postKey: string, now: Date, choice: string): DemoPerson {
    return this.holder(this.roster.postNamed(postKey).id, now, choice);
  }
}

const turnsOf = ({ from, to }: DemoTerm): string[] => (to ? [from, nextDay(to)] : [from]);

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

import {
  createAccount,
  hashPassword,
  openIdentity,
  savePerson,
} from '../../../apps/server/src/modules/identity/index.ts';
import {
  type Author,
  saveDivisions,
  savePlace,
  savePost,
  saveReach,
  saveTownSetting,
  saveZone,
  startTerm,
} from '../../../apps/server/src/modules/responsibility/index.ts';
import { type App, dayOf, type Tx } from '../../../apps/server/src/platform/index.ts';
import { inCounty, keepProgress, type Progress, type Seeded } from '../progress.ts';
import { addDays, at } from './days.ts';
import { chosenBy } from './ids.ts';
import { accountsOf, DEMO_PASSWORD } from './logins.ts';
import { places } from './places.ts';
import { reaches } from './rivers.ts';
import type { Roster } from './roster.ts';
import { divisions } from './shapes.ts';
import { zones } from './town-staff.ts';
import { COUNTY, towns } from './villages.table.ts';

/** Days before the day of seeding on which the county began to work with the platform. */
export const BEGAN_DAYS_AGO = 430;
const ACCOUNTS_AT_ONCE = 3;
const LANES = 3;

type Pool = Parameters<typeof openIdentity>[1];

/** Works on the lists side by side, each in a transaction of its own; what is in already changes nothing. */
async function sideBySide<T>(
  app: Seeded,
  lists: readonly (readonly T[])[],
  enter: (tx: Tx, item: T) => Promise<unknown>,
) {
  await allEnded(
    lists.map((list) =>
      inCounty(app, async (tx) => {
        for (const item of list) {
          app.ending?.throwIfAborted();
          await enter(tx, item);
        }
      }),
    ),
  );
}

/** The items in some lists; those of one key stay together, in their order. */
function lanes<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const cut: T[][] = Array.from({ length: LANES }, () => []);
  for (const item of items) cut[chosenBy(keyOf(item), LANES)]?.push(item);
  return cut;
}

/** Divisions, zones, reaches: one transaction, which keeps that they are in. */
async function enterDivisions(app: App, author: Author, next: Progress): Promise<void> {
  await inCounty(app, async (tx) => {
    await saveDivisions(
      tx,
      divisions.map((division) => (division.level === 3 ? { ...division, parentCode: null } : division)),
    );
    for (const zone of zones) await saveZone(tx, author, zone);
    for (const reach of reaches) await saveReach(tx, author, reach);
    for (const town of towns)
      await saveTownSetting(tx, author, { townCode: town.code, showsPhones: town.key === 'qx' });
    await keepProgress(tx, next);
  });
}

function enterPeople(app: App, roster: Roster): Promise<void> {
  return sideBySide(
    app,
    lanes(roster.people, (person) => person.id),
    (tx, { id, name, phone, placeCode }) =>
      savePerson(tx, { countyCode: COUNTY, id, name, phone, placeCode }),
  );
}

function enterPlaces(app: App, author: Author): Promise<void> {
  return sideBySide(
    app,
    lanes(places, (place) => place.code.slice(0, 12)),
    (tx, place) => savePlace(tx, author, place),
  );
}

/** Posts in their order, superiors first; then terms that had begun before the story: later ones come as its events. */
async function enterPosts(app: App, author: Author, roster: Roster, began: string): Promise<void> {
  await sideBySide(app, [roster.posts], (tx, post) => savePost(tx, author, post));
  const begun = roster.terms.filter((term) => term.from < began);
  await sideBySide(
    app,
    lanes(begun, (term) => term.post.id),
    (tx, { id, post, person, from }) =>
      startTerm(tx, author, { id, postId: post.id, personId: person.id, from, to: null }),
  );
}

async function openAccounts(app: Seeded, pool: Pool, roster: Roster, openedAt: Date): Promise<void> {
  const identity = await openIdentity({ ...app, clock: { now: () => openedAt } }, pool);
  const hash = await hashPassword(identity, DEMO_PASSWORD);
  const waiting = accountsOf(roster).values();
  const open = async () => {
    for (const { person, account } of waiting) {
      app.ending?.throwIfAborted();
      await createAccount(identity, { countyCode: COUNTY, personId: person.id, account, password: { hash } });
    }
  };
  await allEnded(Array.from({ length: ACCOUNTS_AT_ONCE }, open));
}

/** Waits for all, then passes on the first failure: nothing goes on behind a start that has failed. */
async function allEnded(works: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(works)).find((each) => each.status === 'rejected');
  if (failed) throw failed.reason;
}

/**
 * Enters the county itself: divisions, zones, reaches, places, people, posts, terms, accounts. What is in is passed
 * over, so that an interrupted start is made good by the next.
 * @returns the progress with all parts in
 */
export async function enterCounty(app: App, pool: Pool, roster: Roster, known: Progress): Promise<Progress> {
  if (known.entered.includes('people')) return known;
  const began = addDays(dayOf(new Date(known.anchor)), -BEGAN_DAYS_AGO);
  const author: Author = { personId: null, at: at(began, '09:00') };
  const withDivisions = { ...known, entered: ['divisions'] };
  if (!known.entered.includes('divisions')) await enterDivisions(app, author, withDivisions);
  await allEnded([enterPeople(app, roster), enterPlaces(app, author)]);
  await allEnded([
    enterPosts(app, author, roster, began),
    openAccounts(app, pool, roster, at(began, '10:00')),
  ]);
  const withPeople = { ...known, entered: ['divisions', 'people'] };
  await inCounty(app, (tx) => keepProgress(tx, withPeople));
  return withPeople;
}

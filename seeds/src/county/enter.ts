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
import { inCounty, keepProgress, type Progress } from '../progress.ts';
import { addDays, at } from './days.ts';
import { accountsOf, DEMO_PASSWORD } from './logins.ts';
import { places } from './places.ts';
import { reaches } from './rivers.ts';
import type { Roster } from './roster.ts';
import { divisions } from './shapes.ts';
import { zones } from './town-staff.ts';
import { COUNTY, towns } from './villages.table.ts';

/** Days before the day of seeding on which the county began to work with the platform. */
export const BEGAN_DAYS_AGO = 430;
const ACCOUNTS_AT_ONCE = 4;

type Pool = Parameters<typeof openIdentity>[1];

/** Parts of the county in the order in which they rest on each other, each one transaction. */
function partsToEnter(
  author: Author,
  roster: Roster,
  began: string,
): Record<string, (tx: Tx) => Promise<void>> {
  return {
    divisions: async (tx) => {
      await saveDivisions(
        tx,
        divisions.map((division) => (division.level === 3 ? { ...division, parentCode: null } : division)),
      );
      for (const zone of zones) await saveZone(tx, author, zone);
      for (const reach of reaches) await saveReach(tx, author, reach);
      for (const town of towns)
        await saveTownSetting(tx, author, { townCode: town.code, showsPhones: town.key === 'qx' });
    },
    people: async (tx) => {
      for (const { id, name, phone, placeCode } of roster.people)
        await savePerson(tx, { countyCode: COUNTY, id, name, phone, placeCode });
    },
    places: async (tx) => {
      for (const place of places) await savePlace(tx, author, place);
    },
    posts: async (tx) => {
      for (const post of roster.posts) await savePost(tx, author, post);
    },
    // Terms that had begun before the story; later ones come as its events.
    terms: async (tx) => {
      for (const { id, post, person, from } of roster.terms.filter((term) => term.from < began))
        await startTerm(tx, author, { id, postId: post.id, personId: person.id, from, to: null });
    },
  };
}

async function openAccounts(app: App, pool: Pool, roster: Roster, openedAt: Date): Promise<void> {
  const identity = await openIdentity({ ...app, clock: { now: () => openedAt } }, pool);
  const hash = await hashPassword(identity, DEMO_PASSWORD);
  const waiting = accountsOf(roster).values();
  const open = async () => {
    for (const { person, account } of waiting)
      await createAccount(identity, { countyCode: COUNTY, personId: person.id, account, password: { hash } });
  };
  await Promise.all(Array.from({ length: ACCOUNTS_AT_ONCE }, open));
}

/**
 * Enters the county itself: divisions, zones, reaches, places, people, posts, terms, accounts. What is in is passed
 * over, so that an interrupted start is made good by the next.
 * @returns the progress with all parts in
 */
export async function enterCounty(app: App, pool: Pool, roster: Roster, known: Progress): Promise<Progress> {
  const began = addDays(dayOf(new Date(known.anchor)), -BEGAN_DAYS_AGO);
  let progress = known;
  let accounts: Promise<void> | undefined;
  const parts = Object.entries(partsToEnter({ personId: null, at: at(began, '09:00') }, roster, began));
  try {
    for (const [name, enter] of parts) {
      const next = { ...progress, entered: [...progress.entered, name] };
      if (!progress.entered.includes(name)) {
        await inCounty(app, async (tx) => {
          await enter(tx);
          await keepProgress(tx, next);
        });
        progress = next;
      }
      if (name === 'people') {
        accounts = openAccounts(app, pool, roster, at(began, '10:00'));
        accounts.catch(() => undefined);
      }
    }
  } finally {
    // Accounts are opened beside the other parts; they have ended, well or not, before this does.
    await accounts;
  }
  return progress;
}

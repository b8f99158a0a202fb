import { postKindRow } from '@qingshan/contract';
import { playersOf } from '../story/players.ts';
import { dayOf } from './days.ts';
import type { DemoPerson, Roster } from './roster.ts';
import { staffOfCounty } from './staff.ts';
import { COUNTY_PLACE, towns, villages } from './villages.table.ts';

/** One password for every demo account: the demo is for trying out, never for real work. */
export const DEMO_PASSWORD = 'Qingshan-2026';

export interface DemoLogin {
  readonly account: string;
  readonly password: string;
  readonly role: string;
  readonly name: string;
  readonly place: string;
}

/** Accounts printed at start: one for each main role. */
export const shownLogins: readonly string[] = [
  'liuwan-keeper1',
  'liuwan-secretary',
  'qx-zone1',
  'qx-office1',
  'qx-secretary',
  'qx-discipline1',
  'inspector1',
  'county-admin',
  'auditor',
];

const ALWAYS = /^(?:qx|yl|jp|liuwan|taoyuan)-|-secretary$|^[a-z]+\d?$|^(?:county|river|forest|dept)-/;

/** Accounts that are opened: county, towns, secretaries, the two villages told in full, and whoever acts in the story. */
export function accountsOf(roster: Roster): { person: DemoPerson; account: string }[] {
  const players = playersOf(roster);
  return roster.people.flatMap((person) =>
    person.account && (ALWAYS.test(person.account) || players.has(person.id))
      ? [{ person, account: person.account }]
      : [],
  );
}

const placeNames = new Map([
  [COUNTY_PLACE, '青山县'],
  ...towns.map((town) => [town.code, town.name] as const),
  ...[...villages.values()].map((village) => [village.place, `${village.town.name}${village.name}`] as const),
]);

/** Accounts of everyone who holds a post today, the shown ones first; needs no database. */
export function demoLogins(): DemoLogin[] {
  const today = dayOf(new Date());
  const roster = staffOfCounty(today);
  const logins = accountsOf(roster).flatMap(({ person, account }) => {
    const post = roster.roleOf(person, today);
    const place = placeNames.get(person.placeCode) ?? '';
    return post
      ? [{ account, password: DEMO_PASSWORD, role: postKindRow(post.kind).label, name: person.name, place }]
      : [];
  });
  const shown = shownLogins.flatMap((account) => logins.filter((login) => login.account === account));
  return [...shown, ...logins.filter((login) => !shownLogins.includes(login.account))];
}

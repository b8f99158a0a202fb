import { postKindRow } from '@qingshan/contract';
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

const placeNames = new Map([
  [COUNTY_PLACE, '青山县'],
  ...towns.map((town) => [town.code, town.name] as const),
  ...[...villages.values()].map((village) => [village.place, `${village.town.name}${village.name}`] as const),
]);

function loginOf(roster: Roster, person: DemoPerson, today: string): DemoLogin[] {
  const post = roster.roleOf(person, today);
  if (!post || !person.account) return [];
  return [
    {
      account: person.account,
      password: DEMO_PASSWORD,
      role: postKindRow(post.kind).label,
      name: person.name,
      place: placeNames.get(person.placeCode) ?? '',
    },
  ];
}

/** Accounts of everyone who holds a post today, the shown ones first; needs no database. */
export function demoLogins(): DemoLogin[] {
  const today = dayOf(new Date());
  const roster = staffOfCounty(today);
  const logins = roster.people.flatMap((person) => loginOf(roster, person, today));
  const rank = ({ account }: DemoLogin) =>
    shownLogins.includes(account) ? shownLogins.indexOf(account) : Infinity;
  return logins.sort((a, b) => {
    const [first, second] = [rank(a), rank(b)];
    return first === second ? 0 : first - second;
  });
}

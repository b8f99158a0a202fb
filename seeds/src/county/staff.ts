import { addDays, latestDay } from './days.ts';
import { namedPeople } from './named.table.ts';
import { type DemoPost, Roster } from './roster.ts';
import { departments } from './stations.table.ts';
import { staffTown } from './town-staff.ts';
import { COUNTY_PLACE, towns, villageNamed } from './villages.table.ts';

const TERM_FROM = '2021-09-01';

function staffCounty(roster: Roster): void {
  const post = (key: string, kind: DemoPost['kind'], title: string, more = {}) =>
    roster.post({ key, kind, title, placeCode: COUNTY_PLACE, ...more });
  const hire = (account: string, of: DemoPost) =>
    roster.appoint(roster.person(COUNTY_PLACE, account, namedPeople[account]), of, TERM_FROM);
  hire('river-chief', post('river-chief', 'county_river_chief', '青山县县级河长'));
  hire('forest-chief', post('forest-chief', 'county_forest_chief', '青山县县级林长'));
  const inspectors = post('inspectors', 'county_inspector', '县生态环境督查组督查员');
  for (const account of ['inspector1', 'inspector2', 'inspector3']) hire(account, inspectors);
  hire('county-admin', post('county-admin', 'county_admin', '县系统管理员'));
  hire('auditor', post('auditor', 'auditor', '县审计局审计员'));
  for (const { key, name, kinds } of departments)
    hire(`dept-${key}`, post(`dept-${key}`, 'county_department', `${name}联络员`, { issueKinds: kinds }));
}

/** Two handovers and the ended term of the past year; `today` is the day of seeding. */
function changes(roster: Roster, today: string): void {
  const liuwan = villageNamed('liuwan').place;
  const secretary = roster.postNamed('liuwan-secretary');
  const mayDay = latestDay('05-20', today, 30);
  const before = roster.person(liuwan, 'liuwan-before', '何长河');
  roster.appoint(before, secretary, '2021-03-10', {
    to: addDays(mayDay, -1),
    reason: '到龄离任，由王大山接任',
  });
  const next = roster.person(liuwan, 'liuwan-secretary', namedPeople['liuwan-secretary']);
  roster.appoint(next, secretary, mayDay, null, true);

  const shuimo = villageNamed('shuimo').place;
  const keeper = roster.postNamed('shuimo-keeper1');
  const first = roster.terms.find((term) => term.post === keeper);
  const on = addDays(today, -96);
  if (first) roster.endTerm(first, { to: addDays(on, -1), reason: '外出务工辞去网格员' });
  roster.appoint(roster.person(shuimo, 'shuimo-keeper1b', '水生花'), keeper, on, null, true);

  const mayor = roster.postNamed('jp-mayor');
  const river = roster.postNamed('jp-river-chief');
  const left = addDays(today, -205);
  const ended = { to: left, reason: '任期届满，交流任职；离任审计已移送县审计局' };
  const predecessor = roster.person('990121103000', 'jp-mayor-before', '洪渡');
  for (const post of [mayor, river]) roster.appoint(predecessor, post, '2021-06-01', ended);
  const successor = roster.person('990121103000', 'jp-mayor', '彭安澜');
  for (const post of [mayor, river]) roster.appoint(successor, post, addDays(left, 1));
}

/** Posts that nobody holds, and one keeper who left while a problem of his is open. */
function vacancies(roster: Roster, today: string): void {
  const xintian = villageNamed('xintian');
  roster.post({
    key: 'xintian-keeper4',
    kind: 'grid_keeper',
    title: `${xintian.name}第4网格网格员`,
    placeCode: `${xintian.place}W04`,
    reportsTo: roster.postNamed('xintian-secretary'),
  });
  for (const [key, days, reason] of [
    ['lengshan-forest', 61, '调离本村'],
    ['yuping-river', 27, '因病辞去村级河长'],
    ['heishi-keeper2', 9, '考取事业编制离岗'],
  ] as const) {
    const post = roster.postNamed(key);
    const term = roster.terms.find((each) => each.post === post);
    if (term) roster.endTerm(term, { to: addDays(today, -days), reason });
  }
}

/** Everyone of the county as of a day: the people, their posts and terms, always the same but for relative days. */
export function staffOfCounty(today: string): Roster {
  const roster = new Roster();
  staffCounty(roster);
  for (const town of towns) staffTown(roster, town);
  changes(roster, today);
  vacancies(roster, today);
  return roster;
}

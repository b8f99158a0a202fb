import { idOf } from './ids.ts';
import { namedPeople } from './named.table.ts';
import { reaches } from './rivers.ts';
import type { DemoPerson, DemoPost, Roster } from './roster.ts';
import { stations, townStaff } from './stations.table.ts';
import { staffVillage } from './village-staff.ts';
import { type TownRow, towns, villages } from './villages.table.ts';

const TERM_FROM = '2021-11-20';

export interface DemoZone {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly townCode: string;
  readonly villages: readonly string[];
}

const villagesOfZone = (town: TownRow, kind: string) =>
  [...villages.values()].filter((village) => village.town === town && village.zone === kind);

/** The functional zones of all towns with their villages. */
export const zones: readonly DemoZone[] = towns.flatMap((town, at) =>
  town.zones.map((zone, index) => ({
    id: idOf('zone', at * 10 + index + 1),
    name: zone.name,
    kind: zone.kind,
    townCode: town.code,
    villages: villagesOfZone(town, zone.kind).map((village) => village.place),
  })),
);

/** Appoints a cadre of the town, who may hold more than one post. */
function townHire(roster: Roster, town: TownRow) {
  return (account: string, ...posts: DemoPost[]): DemoPerson => {
    const person = roster.person(town.code, `${town.key}-${account}`, namedPeople[`${town.key}-${account}`]);
    for (const post of posts) roster.appoint(person, post, TERM_FROM);
    return person;
  };
}

function leaders(roster: Roster, town: TownRow) {
  const hire = townHire(roster, town);
  const post = (
    key: string,
    kind: DemoPost['kind'],
    title: string,
    reportsTo?: DemoPost,
    reachId: string | null = null,
  ) =>
    roster.post({
      reachId,
      key: `${town.key}-${key}`,
      kind,
      title: `${town.name}${title}`,
      placeCode: town.code,
      reportsTo,
    });
  const secretary = post('secretary', 'town_secretary', '党委书记');
  const head = post('group-head', 'leading_group_head', '生态环境保护工作领导小组组长');
  const mayor = post('mayor', 'town_mayor', '镇长', secretary);
  const deputy = post('deputy', 'town_deputy', '分管副镇长', mayor);
  const members = post('group-members', 'leading_group_member', '生态环境保护工作领导小组成员', head);
  const [first, ...others] = reaches.filter((reach) => reach.townCode === town.code);
  const riverChief = post(
    'river-chief',
    'town_river_chief',
    `镇级河长${first ? `（${first.name}）` : ''}`,
    secretary,
    first?.id,
  );
  const otherReaches = others.map((reach, index) =>
    post(`river-chief${index + 2}`, 'town_river_chief', `镇级河长（${reach.name}）`, secretary, reach.id),
  );
  const forestChief = post('forest-chief', 'town_forest_chief', '镇级林长', secretary);
  hire('secretary', secretary, head, forestChief);
  // The story tells of the end of a term of this post in one town: both terms are set there.
  if (town.key !== 'jp') hire('mayor', mayor, riverChief, members);
  const [deputyReach, zoneReach] = otherReaches;
  hire('deputy', deputy, members, ...(deputyReach ? [deputyReach] : []));
  return { deputy, members, zoneReach };
}

function staffOffices(roster: Roster, town: TownRow, deputy: DemoPost): DemoPerson[] {
  const hire = townHire(roster, town);
  const staff = townStaff[town.key];
  const post = (key: string, kind: DemoPost['kind'], title: string, reportsTo?: DemoPost, more = {}) =>
    roster.post({
      key: `${town.key}-${key}`,
      kind,
      title: `${town.name}${title}`,
      placeCode: town.code,
      reportsTo,
      ...more,
    });
  const office = post('office', 'town_office', '环保办', deputy);
  for (let number = 1; number <= staff.office; number++) hire(`office${number}`, office);
  // 纪委 answers upward outside the government's line: it may check what others put right.
  const discipline = post('discipline', 'town_discipline', '纪委');
  for (let number = 1; number <= staff.discipline; number++) hire(`discipline${number}`, discipline);
  hire('admin', post('admin', 'town_admin', '系统管理员'));
  const stationStaff: DemoPerson[] = [];
  for (const station of stations.filter((each) => (staff.stations as readonly string[]).includes(each.key))) {
    const own = post(station.key, 'town_department', station.name, deputy, { issueKinds: station.kinds });
    for (let number = 1; number <= station.staff; number++)
      stationStaff.push(hire(`${station.key}${number}`, own));
  }
  return stationStaff;
}

/** Leaders, office, discipline, stations, zone heads, resident cadres and the cadres of all villages of a town. */
export function staffTown(roster: Roster, town: TownRow): void {
  const hire = townHire(roster, town);
  const { deputy, members, zoneReach } = leaders(roster, town);
  const stationStaff = staffOffices(roster, town, deputy);
  const residents = Array.from({ length: townStaff[town.key].residents }, (_, index) =>
    hire(`resident${index + 1}`),
  );
  const available = [...residents, ...stationStaff];
  let turn = 0;
  for (const [index, zone] of town.zones.entries()) {
    const zoneHead = roster.post({
      key: `${town.key}-zone${index + 1}`,
      kind: 'zone_head',
      title: `${town.name}${zone.name}片长`,
      placeCode: town.code,
      zoneId: zones.find((each) => each.townCode === town.code && each.kind === zone.kind)?.id ?? null,
      reportsTo: deputy,
    });
    hire(`zone${index + 1}`, zoneHead, members, ...(index === 0 && zoneReach ? [zoneReach] : []));
    for (const village of villagesOfZone(town, zone.kind)) {
      const resident = roster.post({
        key: `${village.key}-resident`,
        kind: 'resident_cadre',
        title: `${village.name}驻点干部`,
        placeCode: village.place,
        reportsTo: zoneHead,
      });
      const person = available[turn++ % available.length];
      if (person) roster.appoint(person, resident, TERM_FROM);
      staffVillage(roster, village, zoneHead);
    }
  }
}

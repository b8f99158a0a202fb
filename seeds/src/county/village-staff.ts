import { namedPeople } from './named.table.ts';
import { riverOf } from './rivers.ts';
import type { DemoPost, Roster } from './roster.ts';
import { townStaff } from './stations.table.ts';
import type { Village } from './villages.table.ts';

const TERM_FROM = '2022-03-01';
const two = (number: number) => String(number).padStart(2, '0');

/** How many groups, grids and hillside plots a village has. */
export function parts(village: Village): { groups: number; grids: number; plots: number } {
  const staff = townStaff[village.town.key];
  return {
    groups: staff.groups + (staff.oneGroupMore.includes(village.key) ? 1 : 0),
    grids: staff.keepers,
    plots: village.zone !== 'mountain' ? 0 : village.town.key === 'yl' ? 2 : 1,
  };
}

/** Cadres of a village: secretary, river chief, forest chief, keepers, group heads, rangers; each holds one post. */
export function staffVillage(roster: Roster, village: Village, zoneHead: DemoPost): void {
  const { key, name, place } = village;
  const hire = (post: DemoPost, account: string | null) =>
    roster.appoint(
      roster.person(place, account, account ? namedPeople[account] : undefined),
      post,
      TERM_FROM,
    );
  const secretary = roster.post({
    key: `${key}-secretary`,
    kind: 'village_secretary',
    title: `${name}村支书`,
    placeCode: place,
    reportsTo: zoneHead,
  });
  // The story tells of a handover of this post: both terms are set there.
  if (key !== 'liuwan') hire(secretary, `${key}-secretary`);
  const river = riverOf(village);
  if (river || village.town.key === 'qx')
    hire(
      roster.post({
        key: `${key}-river`,
        kind: 'river_chief',
        title: river ? `${river}${name.replace(/村$/, '')}段村级河长` : `${name}村级河长`,
        placeCode: place,
        reportsTo: secretary,
      }),
      `${key}-river`,
    );
  const forest = roster.post({
    key: `${key}-forest`,
    kind: 'forest_chief',
    title: `${name}村级林长`,
    placeCode: place,
    reportsTo: secretary,
  });
  hire(forest, `${key}-forest`);
  const { groups, grids, plots } = parts(village);
  for (let number = 1; number <= grids; number++)
    hire(
      roster.post({
        key: `${key}-keeper${number}`,
        kind: 'grid_keeper',
        title: `${name}第${number}网格网格员`,
        placeCode: `${place}W${two(number)}`,
        reportsTo: secretary,
      }),
      `${key}-keeper${number}`,
    );
  for (let number = 1; number <= groups; number++)
    hire(
      roster.post({
        key: `${key}-group${number}`,
        kind: 'group_head',
        title: `${name}${number}组组长`,
        placeCode: `${place}G${two(number)}`,
        reportsTo: secretary,
      }),
      null,
    );
  for (let number = 1; number <= plots; number++)
    hire(
      roster.post({
        key: `${key}-ranger${number}`,
        kind: 'ranger',
        title: `${name}${number}号管护区护林员`,
        placeCode: `${place}P${two(number)}`,
        reportsTo: forest,
      }),
      `${key}-ranger${number}`,
    );
}

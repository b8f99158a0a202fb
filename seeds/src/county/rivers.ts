import { idOf } from './ids.ts';
import { shapeOf } from './shapes.ts';
import { type Village, villages } from './villages.table.ts';

export interface DemoReach {
  readonly id: string;
  readonly river: string;
  readonly name: string;
  readonly lengthKm: number;
  readonly line: unknown;
  readonly villages: readonly string[];
}

const RIVERS = { qx: '清溪河', yl: '水磨河', jp: '大江' } as const;

function along(village: Village): boolean {
  if (village.town.key === 'yl') return village.zone === 'farmland';
  return village.zone === 'riverside' || village.zone === 'river';
}

/** One reach of the river per village along it. */
export const reaches: readonly DemoReach[] = [...villages.values()].filter(along).map((village, index) => {
  const { position, across } = shapeOf(village);
  const short = village.name.replace(/村$/, '');
  return {
    id: idOf('reach', index + 1),
    river: RIVERS[village.town.key],
    name: `${RIVERS[village.town.key]}${short}段`,
    lengthKm: Math.round((1.6 + ((index * 7) % 11) * 0.23) * 10) / 10,
    line: {
      type: 'LineString',
      coordinates: [
        [position.lon - across * 0.4, position.lat - across * 0.25],
        [position.lon - across * 0.1, position.lat - across * 0.12],
        [position.lon + across * 0.12, position.lat - across * 0.22],
        [position.lon + across * 0.4, position.lat - across * 0.1],
      ],
    },
    villages: [village.place],
  };
});

const byVillage = new Map(reaches.map((reach) => [reach.villages[0], reach]));

export function reachOf(village: Village): DemoReach | null {
  return byVillage.get(village.place) ?? null;
}

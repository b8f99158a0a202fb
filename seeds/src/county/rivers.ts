import type { ReachInput } from '../../../apps/server/src/modules/responsibility/index.ts';
import { demoReaches } from '../geography.ts';
import { idOf } from './ids.ts';
import type { Village } from './villages.table.ts';

export interface TownReach extends ReachInput {
  readonly townCode: string;
}

/** Reaches of the rivers with the villages along them. */
export const reaches: readonly TownReach[] = demoReaches().map((reach, index) => ({
  id: idOf('reach', index + 1),
  river: reach.river,
  name: reach.name,
  townCode: reach.townCode,
  line: reach.line,
  villages: reach.villages,
}));

/** The river that a village lies on; null for the others. */
export function riverOf(village: Village): string | null {
  return reaches.find((reach) => reach.villages.includes(village.place))?.river ?? null;
}

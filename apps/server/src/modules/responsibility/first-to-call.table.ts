import type { Category, PostKind } from '@qingshan/contract';

/**
 * Whom one calls first, by the kind of problem: who answers in the village for such a matter, who is on the spot, and
 * who of the town looks after the village. Local custom, not a national rule. The first three kinds held are shown first.
 */
const usual: readonly PostKind[] = [
  'village_secretary',
  'grid_keeper',
  'resident_cadre',
  'group_head',
  'zone_head',
  'town_office',
  'town_deputy',
  'town_mayor',
];

export const firstToCall: Readonly<Record<Category | 'any', readonly PostKind[]>> = {
  any: usual,
  water: ['river_chief', 'grid_keeper', 'resident_cadre', ...usual],
  air: ['grid_keeper', 'village_secretary', 'town_department', ...usual],
  rural: ['grid_keeper', 'village_secretary', 'resident_cadre', ...usual],
  forest: ['ranger', 'forest_chief', 'resident_cadre', ...usual],
  land: ['village_secretary', 'town_department', 'grid_keeper', ...usual],
  industry: ['town_department', 'village_secretary', 'grid_keeper', ...usual],
  others: usual,
};

import type { PostKind } from '../responsibility/post-kinds.table.ts';

export const severityLabels = { general: '一般', larger: '较大', major: '重大' } as const;
export type Severity = keyof typeof severityLabels;

export const categories = {
  water: '河湖水环境',
  air: '大气',
  rural: '农业农村',
  forest: '林草与生物',
  land: '耕地与矿山',
  industry: '企业与噪声',
  others: '其他',
} as const;
export type Category = keyof typeof categories;

export interface KindRow {
  readonly label: string;
  readonly category: Category;
  readonly severity: Severity;
  /**
   * Photos a problem must have: `before` by the time 整改 begins (raising one is never held up by a missing photo),
   * `after` with 反馈.
   */
  readonly evidence: { readonly before: number; readonly after: number };
  /** Who answers: the first of these posts that covers the place and is held. */
  readonly owners: readonly PostKind[];
}

const riverOwners = ['river_chief', 'village_secretary', 'resident_cadre', 'zone_head'] as const;
const villageOwners = [
  'grid_keeper',
  'group_head',
  'village_secretary',
  'resident_cadre',
  'zone_head',
] as const;
const forestOwners = ['ranger', 'forest_chief', 'village_secretary', 'resident_cadre', 'zone_head'] as const;
const siteOwners = ['town_department', 'village_secretary', 'resident_cadre', 'zone_head'] as const;

/**
 * Kinds of problem, two levels: category, kind. Terms of the field (河湖“四乱” = 乱占、乱采、乱堆、乱建).
 * Evidence counts and owners are local configuration, not a national rule.
 */
export const issueKinds = {
  river_occupation: {
    label: '河湖乱占',
    category: 'water',
    severity: 'larger',
    evidence: { before: 1, after: 1 },
    owners: riverOwners,
  },
  river_mining: {
    label: '河湖乱采',
    category: 'water',
    severity: 'major',
    evidence: { before: 1, after: 1 },
    owners: riverOwners,
  },
  river_dumping: {
    label: '河湖乱堆',
    category: 'water',
    severity: 'general',
    evidence: { before: 1, after: 1 },
    owners: riverOwners,
  },
  river_building: {
    label: '河湖乱建',
    category: 'water',
    severity: 'larger',
    evidence: { before: 1, after: 1 },
    owners: riverOwners,
  },
  outfall: {
    label: '入河排污口',
    category: 'water',
    severity: 'larger',
    evidence: { before: 1, after: 1 },
    owners: riverOwners,
  },
  black_odorous: {
    label: '黑臭水体',
    category: 'water',
    severity: 'larger',
    evidence: { before: 1, after: 2 },
    owners: riverOwners,
  },
  illegal_fishing: {
    label: '非法捕捞',
    category: 'water',
    severity: 'larger',
    evidence: { before: 0, after: 1 },
    owners: riverOwners,
  },
  drinking_source: {
    label: '饮用水源保护区问题',
    category: 'water',
    severity: 'major',
    evidence: { before: 1, after: 2 },
    owners: riverOwners,
  },
  kitchen_fume: {
    label: '餐饮油烟',
    category: 'air',
    severity: 'general',
    evidence: { before: 0, after: 1 },
    owners: siteOwners,
  },
  dust: {
    label: '扬尘',
    category: 'air',
    severity: 'general',
    evidence: { before: 1, after: 1 },
    owners: siteOwners,
  },
  straw_burning: {
    label: '秸秆焚烧',
    category: 'air',
    severity: 'general',
    evidence: { before: 1, after: 1 },
    owners: villageOwners,
  },
  coal_dust: {
    label: '煤尘',
    category: 'air',
    severity: 'general',
    evidence: { before: 1, after: 1 },
    owners: siteOwners,
  },
  fireworks: {
    label: '违规燃放烟花爆竹',
    category: 'air',
    severity: 'general',
    evidence: { before: 0, after: 1 },
    owners: villageOwners,
  },
  open_burning: {
    label: '露天焚烧',
    category: 'air',
    severity: 'general',
    evidence: { before: 1, after: 1 },
    owners: villageOwners,
  },
  livestock_manure: {
    label: '畜禽粪污',
    category: 'rural',
    severity: 'larger',
    evidence: { before: 1, after: 1 },
    owners: villageOwners,
  },
  rubbish: {
    label: '生活垃圾',
    category: 'rural',
    severity: 'general',
    evidence: { before: 1, after: 1 },
    owners: villageOwners,
  },
  sewage: {
    label: '生活污水直排',
    category: 'rural',
    severity: 'general',
    evidence: { before: 1, after: 1 },
    owners: villageOwners,
  },
  farm_waste: {
    label: '农膜与农药包装',
    category: 'rural',
    severity: 'general',
    evidence: { before: 1, after: 1 },
    owners: villageOwners,
  },
  dead_animals: {
    label: '病死畜禽丢弃',
    category: 'rural',
    severity: 'larger',
    evidence: { before: 1, after: 1 },
    owners: villageOwners,
  },
  deforestation: {
    label: '毁林开垦',
    category: 'forest',
    severity: 'major',
    evidence: { before: 1, after: 1 },
    owners: forestOwners,
  },
  illegal_felling: {
    label: '盗伐滥伐林木',
    category: 'forest',
    severity: 'major',
    evidence: { before: 1, after: 1 },
    owners: forestOwners,
  },
  wild_fire_use: {
    label: '野外违规用火',
    category: 'forest',
    severity: 'larger',
    evidence: { before: 1, after: 1 },
    owners: forestOwners,
  },
  forest_pest: {
    label: '林业有害生物',
    category: 'forest',
    severity: 'general',
    evidence: { before: 1, after: 1 },
    owners: forestOwners,
  },
  poaching: {
    label: '非法猎捕野生动物',
    category: 'forest',
    severity: 'major',
    evidence: { before: 0, after: 1 },
    owners: forestOwners,
  },
  farmland_occupation: {
    label: '乱占耕地',
    category: 'land',
    severity: 'major',
    evidence: { before: 1, after: 1 },
    owners: ['village_secretary', 'resident_cadre', 'zone_head'],
  },
  sand_mining: {
    label: '非法采砂采石',
    category: 'land',
    severity: 'major',
    evidence: { before: 1, after: 1 },
    owners: siteOwners,
  },
  mine_restoration: {
    label: '矿山未复绿',
    category: 'land',
    severity: 'larger',
    evidence: { before: 1, after: 2 },
    owners: siteOwners,
  },
  scattered_workshop: {
    label: '散乱污作坊',
    category: 'industry',
    severity: 'larger',
    evidence: { before: 1, after: 1 },
    owners: siteOwners,
  },
  industrial_discharge: {
    label: '企业超标排放',
    category: 'industry',
    severity: 'major',
    evidence: { before: 1, after: 1 },
    owners: siteOwners,
  },
  noise: {
    label: '噪声扰民',
    category: 'industry',
    severity: 'general',
    evidence: { before: 0, after: 0 },
    owners: siteOwners,
  },
  solid_waste: {
    label: '工业固废危废堆放',
    category: 'industry',
    severity: 'major',
    evidence: { before: 1, after: 1 },
    owners: siteOwners,
  },
  facility_fault: {
    label: '治污设施停运',
    category: 'industry',
    severity: 'larger',
    evidence: { before: 0, after: 1 },
    owners: siteOwners,
  },
  vector_pest: {
    label: '鼠害虫害',
    category: 'others',
    severity: 'general',
    evidence: { before: 0, after: 0 },
    owners: villageOwners,
  },
  dangerous_condition: {
    label: '安全隐患',
    category: 'others',
    severity: 'larger',
    evidence: { before: 0, after: 1 },
    owners: villageOwners,
  },
  other: {
    label: '其他问题',
    category: 'others',
    severity: 'general',
    evidence: { before: 0, after: 1 },
    owners: villageOwners,
  },
} as const satisfies Record<string, KindRow>;

export type IssueKind = keyof typeof issueKinds;
export const issueKindCodes = Object.keys(issueKinds) as [IssueKind, ...IssueKind[]];
export const kindRow = (kind: IssueKind): KindRow => issueKinds[kind];

/** What a post lets its holder do. Rights follow the term of the post and end with it. */
export const roleLabels = {
  keeper: '网格（户组）',
  village: '村级',
  zone: '片区',
  office: '镇环保办',
  department: '部门站所',
  leader: '镇领导',
  discipline: '镇纪委',
  inspector: '县督查',
  county: '县级管理',
  admin: '系统管理',
  auditor: '审计',
} as const;
export type Role = keyof typeof roleLabels;
export const roles = Object.keys(roleLabels) as Role[];

/** Level of a post, from the spot up to the county. */
export const postLevelLabels = {
  group: '网格、组',
  village: '村',
  zone: '片区',
  town: '乡镇',
  county: '县',
} as const;
export type PostLevel = keyof typeof postLevelLabels;

export interface PostKindRow {
  readonly label: string;
  readonly level: PostLevel;
  readonly roles: readonly Role[];
  /** Only one holder at a time; the database refuses a second. */
  readonly single: boolean;
  /** The holder's name answers the public's question "who answers here?". */
  readonly shownToPublic: boolean;
}

/** Kinds of post. A county adds its own names as post titles; the kind decides rights. */
export const postKinds = {
  county_river_chief: {
    label: '县级河长',
    level: 'county',
    roles: ['county'],
    single: true,
    shownToPublic: true,
  },
  county_forest_chief: {
    label: '县级林长',
    level: 'county',
    roles: ['county'],
    single: true,
    shownToPublic: true,
  },
  county_inspector: {
    label: '县督查组督查员',
    level: 'county',
    roles: ['inspector'],
    single: false,
    shownToPublic: false,
  },
  county_department: {
    label: '县级部门联络员',
    level: 'county',
    roles: ['department'],
    single: false,
    shownToPublic: false,
  },
  county_admin: {
    label: '县系统管理员',
    level: 'county',
    roles: ['admin'],
    single: false,
    shownToPublic: false,
  },
  auditor: { label: '审计员', level: 'county', roles: ['auditor'], single: false, shownToPublic: false },
  leading_group_head: {
    label: '领导小组组长',
    level: 'town',
    roles: ['leader'],
    single: true,
    shownToPublic: true,
  },
  leading_group_member: {
    label: '领导小组成员',
    level: 'town',
    roles: ['leader'],
    single: false,
    shownToPublic: false,
  },
  town_secretary: {
    label: '镇党委书记',
    level: 'town',
    roles: ['leader'],
    single: true,
    shownToPublic: true,
  },
  town_mayor: { label: '镇长', level: 'town', roles: ['leader'], single: true, shownToPublic: true },
  town_deputy: { label: '分管副镇长', level: 'town', roles: ['leader'], single: true, shownToPublic: true },
  town_river_chief: {
    label: '镇级河长',
    level: 'town',
    roles: ['leader'],
    single: true,
    shownToPublic: true,
  },
  town_forest_chief: {
    label: '镇级林长',
    level: 'town',
    roles: ['leader'],
    single: true,
    shownToPublic: true,
  },
  town_office: { label: '镇环保办', level: 'town', roles: ['office'], single: false, shownToPublic: true },
  town_discipline: {
    label: '镇纪委',
    level: 'town',
    roles: ['discipline'],
    single: false,
    shownToPublic: false,
  },
  town_department: {
    label: '镇部门站所',
    level: 'town',
    roles: ['department'],
    single: false,
    shownToPublic: true,
  },
  town_admin: { label: '镇系统管理员', level: 'town', roles: ['admin'], single: false, shownToPublic: false },
  zone_head: { label: '片长', level: 'zone', roles: ['zone'], single: true, shownToPublic: true },
  resident_cadre: {
    label: '驻点干部',
    level: 'village',
    roles: ['zone'],
    single: false,
    shownToPublic: true,
  },
  village_secretary: {
    label: '村支书',
    level: 'village',
    roles: ['village'],
    single: true,
    shownToPublic: true,
  },
  river_chief: { label: '村级河长', level: 'village', roles: ['village'], single: true, shownToPublic: true },
  forest_chief: {
    label: '村级林长',
    level: 'village',
    roles: ['village'],
    single: true,
    shownToPublic: true,
  },
  group_head: { label: '组长', level: 'group', roles: ['keeper'], single: true, shownToPublic: true },
  grid_keeper: { label: '网格员', level: 'group', roles: ['keeper'], single: true, shownToPublic: true },
  ranger: { label: '护林员', level: 'group', roles: ['keeper'], single: false, shownToPublic: true },
} as const satisfies Record<string, PostKindRow>;

export type PostKind = keyof typeof postKinds;
export const postKindCodes = Object.keys(postKinds) as [PostKind, ...PostKind[]];
export const postKindRow = (kind: PostKind): PostKindRow => postKinds[kind];

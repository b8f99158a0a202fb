/** Rows of the official list that only collect others and carry no name of their own. */
const COLLECTORS = /^(市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划|省直辖行政单位)$/;

export function isCollector(name: string): boolean {
  return COLLECTORS.test(name);
}

export type TownKind =
  | 'sub_district'
  | 'town'
  | 'ethnic_township'
  | 'township'
  | 'sumu'
  | 'county_district'
  | 'farm'
  | 'development_zone'
  | 'other_town';
export type VillageKind = 'residents' | 'villagers' | 'virtual' | 'other_village';

const TOWN_ENDINGS: readonly (readonly [RegExp, TownKind])[] = [
  [/街道(办事处)?$/, 'sub_district'],
  [/镇$/, 'town'],
  [/(民族|[^民]族)(乡|苏木)$/, 'ethnic_township'],
  [/苏木$/, 'sumu'],
  [/乡$/, 'township'],
  [/区公所$/, 'county_district'],
  [/(农|林|牧|茶|渔|盐|苗圃|种畜|良种|原种|园艺|养殖|种羊|种马|马)场$/, 'farm'],
  [
    /(开发区|园区|新区|工业区|示范区|合作区|保税区|高新区|管理区|管委会|管理委员会|度假区|风景区|名胜区)$/,
    'development_zone',
  ],
];

/** GB/T 10114: 001–099 sub-districts, 100–199 towns, 200–399 townships, 400–599 units run as enterprise and government. */
function townKindByCode(code: string): TownKind {
  const part = Number(code.slice(6, 9));
  if (part < 100) return 'sub_district';
  if (part < 200) return 'town';
  if (part < 400) return 'township';
  return 'other_town';
}

/**
 * Type of a township-level unit: from its name, and only where the name says nothing from the range of its code.
 * @source GB/T 10114 县级以下行政区划代码编制规则
 */
export function townKind(code: string, name: string): TownKind {
  return TOWN_ENDINGS.find(([ending]) => ending.test(name))?.[1] ?? townKindByCode(code);
}

/**
 * Type of a village-level unit, name before code: 居委会 and 社区 are residents' committees also where they carry a
 * code above 200. Code ranges: 001–199 residents' committees, 200–399 villagers' committees.
 * @source 国家统计局 统计用区划代码和城乡划分代码编制规则
 */
export function villageKind(code: string, name: string): VillageKind {
  if (/虚拟/.test(name)) return 'virtual';
  if (/(居民委员会|居委会|社区|居委)$/.test(name)) return 'residents';
  if (/(村民委员会|村委会|村|嘎查|嘎查村?委员会)$/.test(name)) return 'villagers';
  const part = Number(code.slice(9));
  if (part < 200) return 'residents';
  return part < 400 ? 'villagers' : 'other_village';
}

/**
 * The name people use: 柳湾村委会 → 柳湾村, 多福巷社区居委会 → 多福巷社区. A bare place name keeps what makes it a
 * village (红旗居委会 → 红旗社区); names without such an ending stay.
 */
export function shortVillageName(name: string): string {
  const villagers = /^(.+?)(村民委员会|村委会)$/.exec(name);
  if (villagers?.[1])
    return /[村寨屯庄]$/.test(villagers[1]) || /嘎查$/.test(villagers[1])
      ? villagers[1]
      : `${villagers[1]}村`;
  const residents = /^(.+?)(居民委员会|居委会)$/.exec(name);
  if (residents?.[1]) return /(社区|[村屯])$/.test(residents[1]) ? residents[1] : `${residents[1]}社区`;
  return name;
}

export function shortTownName(name: string): string {
  return name.replace(/街道办事处$/, '街道');
}

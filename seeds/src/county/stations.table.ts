/** Town stations with the kinds or categories of problem they answer for. */
export const stations = [
  {
    key: 'agri',
    name: '农业农村站',
    staff: 3,
    kinds: ['rural', 'straw_burning'],
  },
  { key: 'land', name: '自然资源所', staff: 2, kinds: ['land', 'sand_mining', 'mine_restoration'] },
  { key: 'market', name: '市场监管所', staff: 2, kinds: ['kitchen_fume', 'illegal_fishing', 'poaching'] },
  {
    key: 'law',
    name: '综合执法队',
    staff: 3,
    kinds: [
      'scattered_workshop',
      'dust',
      'coal_dust',
      'noise',
      'industrial_discharge',
      'solid_waste',
      'fireworks',
    ],
  },
  { key: 'forest', name: '林业站', staff: 2, kinds: ['forest'] },
  { key: 'water', name: '水利站', staff: 2, kinds: ['water', 'facility_fault'] },
] as const;

/** County departments with what they see in the whole county. */
export const departments = [
  {
    key: 'eco',
    name: '县生态环境局',
    kinds: ['industry', 'air', 'outfall', 'black_odorous', 'drinking_source'],
  },
  { key: 'agri', name: '县农业农村局', kinds: ['rural', 'illegal_fishing', 'straw_burning'] },
  { key: 'water', name: '县水利局', kinds: ['water', 'sand_mining'] },
  { key: 'forest', name: '县林业和草原局', kinds: ['forest'] },
  { key: 'land', name: '县自然资源局', kinds: ['land'] },
] as const;

export interface TownStaff {
  readonly office: number;
  readonly discipline: number;
  readonly residents: number;
  readonly keepers: number;
  readonly groups: number;
  /** Short names of villages with one group more. */
  readonly oneGroupMore: readonly string[];
  readonly stations: readonly (typeof stations)[number]['key'][];
}

/**
 * How a town is staffed. 清溪镇 comes to 37 town cadres and 216 village cadres: 23 villages with secretary, river
 * chief, forest chief, three grid keepers and three group heads (207), nine of them with a fourth group (216).
 */
export const townStaff: Record<'qx' | 'yl' | 'jp', TownStaff> = {
  qx: {
    office: 4,
    discipline: 2,
    residents: 10,
    keepers: 3,
    groups: 3,
    oneGroupMore: [
      'liuwan',
      'taoyuan',
      'qinghe',
      'shiqiao',
      'matou',
      'guoyuan',
      'daoxiang',
      'pingba',
      'jinsui',
    ],
    stations: ['agri', 'land', 'market', 'law', 'forest', 'water'],
  },
  yl: {
    office: 3,
    discipline: 2,
    residents: 9,
    keepers: 2,
    groups: 0,
    oneGroupMore: ['yunding', 'shuimo', 'sancha', 'longtan'],
    stations: ['agri', 'land', 'law', 'forest'],
  },
  jp: {
    office: 2,
    discipline: 1,
    residents: 5,
    keepers: 2,
    groups: 0,
    oneGroupMore: ['jiangbian', 'xiakou', 'wenquan'],
    stations: ['agri', 'market', 'law', 'water'],
  },
};

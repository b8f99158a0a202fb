/** Codes of the fictional county; real codes do not begin with 99. */
export const COUNTY = '990121';
export const COUNTY_PLACE = '990121000000';
export const DEMO_EDITION = '2023';

export type ZoneKind = 'riverside' | 'orchard' | 'farmland' | 'mountain' | 'river';

export interface VillageRow {
  /** Last three digits of the code. */
  readonly code: string;
  /** Latin short name: in account names and in the story. */
  readonly key: string;
  readonly name: string;
  readonly zone: ZoneKind;
}

export interface ZoneRow {
  readonly kind: ZoneKind;
  readonly name: string;
}

export interface TownRow {
  readonly key: 'qx' | 'yl' | 'jp';
  readonly code: string;
  readonly name: string;
  readonly zones: readonly ZoneRow[];
  readonly villages: readonly VillageRow[];
}

type Listed = readonly [key: string, name: string, zone: ZoneKind];

const listed = (rows: readonly Listed[]): VillageRow[] =>
  rows.map(([key, name, zone], index) => ({ code: String(201 + index), key, name, zone }));

/** The three towns with all their villages. */
export const towns: readonly TownRow[] = [
  {
    key: 'qx',
    code: '990121101000',
    name: '清溪镇',
    zones: [
      { kind: 'riverside', name: '滨河片' },
      { kind: 'orchard', name: '果岭片' },
      { kind: 'farmland', name: '农田片' },
    ],
    villages: listed([
      ['qinghe', '清河村', 'riverside'],
      ['dukou', '渡口村', 'riverside'],
      ['liuwan', '柳湾村', 'riverside'],
      ['taoyuan', '桃源村', 'orchard'],
      ['shiqiao', '石桥村', 'riverside'],
      ['shuanghe', '双河村', 'riverside'],
      ['shaba', '沙坝村', 'riverside'],
      ['bailu', '白鹭村', 'riverside'],
      ['matou', '码头村', 'riverside'],
      ['xinghua', '杏花村', 'orchard'],
      ['guoyuan', '果园村', 'orchard'],
      ['juling', '橘岭村', 'orchard'],
      ['liping', '梨坪村', 'orchard'],
      ['chaping', '茶坪村', 'orchard'],
      ['songlin', '松林村', 'orchard'],
      ['hetao', '核桃村', 'orchard'],
      ['daoxiang', '稻香村', 'farmland'],
      ['datian', '大田村', 'farmland'],
      ['pingba', '平坝村', 'farmland'],
      ['hetang', '荷塘村', 'farmland'],
      ['jinsui', '金穗村', 'farmland'],
      ['xintian', '新田村', 'farmland'],
      ['youfang', '油坊村', 'farmland'],
    ]),
  },
  {
    key: 'yl',
    code: '990121102000',
    name: '云岭镇',
    zones: [
      { kind: 'mountain', name: '高山片' },
      { kind: 'orchard', name: '林果片' },
      { kind: 'farmland', name: '河谷片' },
    ],
    villages: listed([
      ['yunding', '云顶村', 'mountain'],
      ['gaofeng', '高峰村', 'mountain'],
      ['yingzui', '鹰嘴村', 'mountain'],
      ['xuesong', '雪松村', 'mountain'],
      ['lengshan', '冷杉村', 'mountain'],
      ['lishu', '栎树村', 'mountain'],
      ['dujuan', '杜鹃村', 'mountain'],
      ['yangjuan', '羊圈村', 'mountain'],
      ['shimen', '石门村', 'mountain'],
      ['heishi', '黑石村', 'mountain'],
      ['baiyan', '白岩村', 'orchard'],
      ['hongyan', '红岩村', 'orchard'],
      ['yanjiao', '岩脚村', 'orchard'],
      ['qingkou', '箐口村', 'orchard'],
      ['daqing', '大箐村', 'orchard'],
      ['laolin', '老林村', 'mountain'],
      ['maan', '马鞍村', 'orchard'],
      ['niulan', '牛栏村', 'farmland'],
      ['qinggang', '青杠村', 'orchard'],
      ['zhuyuan', '竹园村', 'orchard'],
      ['hetaoping', '核桃坪村', 'orchard'],
      ['huajiao', '花椒村', 'orchard'],
      ['fengwo', '蜂窝村', 'farmland'],
      ['shuimo', '水磨村', 'farmland'],
      ['longtan', '龙潭村', 'farmland'],
      ['wayao', '瓦窑村', 'farmland'],
      ['sancha', '三岔村', 'farmland'],
    ]),
  },
  {
    key: 'jp',
    code: '990121103000',
    name: '江畔镇',
    zones: [
      { kind: 'river', name: '沿江片' },
      { kind: 'mountain', name: '后山片' },
    ],
    villages: listed([
      ['jiangbian', '江边村', 'river'],
      ['jintan', '金滩村', 'river'],
      ['xiakou', '峡口村', 'river'],
      ['yuping', '渔坪村', 'river'],
      ['shitan', '石滩村', 'river'],
      ['dawan', '大湾村', 'river'],
      ['guanyin', '观音村', 'mountain'],
      ['ganyuan', '柑园村', 'river'],
      ['yaoping', '药坪村', 'mountain'],
      ['bajiao', '芭蕉村', 'mountain'],
      ['tongzi', '桐子村', 'mountain'],
      ['yashang', '崖上村', 'mountain'],
      ['wenquan', '温泉村', 'mountain'],
      ['mumian', '木棉村', 'river'],
      ['shawan', '沙湾村', 'river'],
    ]),
  },
];

export interface Village extends VillageRow {
  readonly town: TownRow;
  /** Twelve digits. */
  readonly place: string;
}

/** Every village by its short name. */
export const villages: ReadonlyMap<string, Village> = new Map(
  towns.flatMap((town) =>
    town.villages.map((row) => [row.key, { ...row, town, place: `${town.code.slice(0, 9)}${row.code}` }]),
  ),
);

export function villageNamed(key: string): Village {
  const village = villages.get(key);
  if (!village) throw new Error(`the demo county has no village ${key}`);
  return village;
}

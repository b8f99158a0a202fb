import { told } from './told.ts';

/** The year of the county as it is told. */
export const story = told([
  [
    3,
    'liuwan/W02',
    'rubbish',
    'village',
    'rectifying',
    '柳湾村河边步道垃圾桶满溢',
    '步道东头两只垃圾桶满溢，垃圾散落到河滩。',
  ],
  [
    0,
    'shiqiao/W01',
    'sewage',
    'village',
    'reported',
    '石桥村桥头农户洗涤水直排沟渠',
    '桥头三户洗衣水顺沟流进清溪河。',
  ],
  [
    40,
    'guoyuan',
    'dust',
    'public',
    'rated',
    '果园村机耕道施工扬尘',
    '施工车辆过路尘土大。',
    { channel: 'hotline' },
  ],
  [
    20,
    'matou',
    'industrial_discharge',
    'system',
    'rectifying',
    '出境断面氨氮超标报警',
    '自动站连续三个小时氨氮超标。',
    { origin: '清溪河出境断面水质自动站' },
  ],
  [
    150,
    'shuanghe',
    'livestock_manure',
    'inspection',
    'inspectionReviewed',
    '双河村养殖场粪污外溢',
    '储粪池满溢，粪水进沟。',
    { days: 60 },
  ],
]);

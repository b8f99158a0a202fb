// biome-ignore-all format: one item of the standard a line
import type { LimitTable } from '../limit-table.ts';

/** LY/T 1172-95. Rows: clause, item, name, unit, direction, mark, note, then condition, class or level, limit. @source LY/T 1172-95 */
export const LYT_1172_95: LimitTable = {
  standard: 'LY/T 1172-95',
  edition: '95',
  title: '全国森林火险天气等级',
  source: 'a weather service page, a provincial page and a public implementation',
  effectiveFrom: '1995-12-01',
  effectiveTo: null,
  datesMark: 'memory',
  note: 'index E recollected',
  rows: [
    ['等级表', 'fire_weather_index', '森林火险天气指数', '-', 'le', 'two-sources', '', [['HTZ = A + B + C + D - E', 'I', '25']]],
    ['等级表', 'fire_weather_index', '森林火险天气指数', '-', 'range', 'two-sources', 'both ends included', [['HTZ = A + B + C + D - E', 'II', '26-50'], ['HTZ = A + B + C + D - E', 'III', '51-72'], ['HTZ = A + B + C + D - E', 'IV', '73-90']]],
    ['等级表', 'fire_weather_index', '森林火险天气指数', '-', 'ge', 'two-sources', '', [['HTZ = A + B + C + D - E', 'V', '91']]],
    ['E 指数表', 'fire_index_e', '物候订正指数', '-', 'range', 'memory', 'exact value; one public implementation', [['all green or snow cover 90%', '-', '20'], ['75% green or snow 60%', '-', '15'], ['50% green or snow 30%', '-', '10'], ['20% green or snow 10%', '-', '5'], ['no green, no snow', '-', '0']]],
  ],
};

// biome-ignore-all format: one item of the standard a line
import type { LimitTable } from '../limit-table.ts';

/** GB 3095-2012. Rows: clause, item, name, unit, direction, mark, note, then condition, class or level, limit. @source GB 3095-2012 */
export const GB_3095_2012: LimitTable = {
  standard: 'GB 3095-2012',
  edition: '2012',
  title: '环境空气质量标准',
  source: 'two secondary sources; level 1 annual limits and table 2 recollected',
  effectiveFrom: '2012-02-29',
  effectiveTo: '2026-02-28',
  datesMark: 'memory',
  note: 'applied in stages from 2012, everywhere from 2016-01-01',
  rows: [
    ['表1', 'so2', '二氧化硫', 'µg/m³', 'le', 'memory', 'replaced 2026-03-01; one public page agrees', [['year', 'class 1 zone (level 1)', '20']]],
    ['表1', 'so2', '二氧化硫', 'µg/m³', 'le', 'two-sources', 'replaced 2026-03-01', [['year', 'class 2 zone (level 2)', '60'], ['24h', 'class 1 zone (level 1)', '50'], ['24h', 'class 2 zone (level 2)', '150'], ['1h', 'class 1 zone (level 1)', '150'], ['1h', 'class 2 zone (level 2)', '500']]],
    ['表1', 'no2', '二氧化氮', 'µg/m³', 'le', 'memory', 'replaced 2026-03-01; one public page agrees', [['year', 'class 1 zone (level 1)', '40']]],
    ['表1', 'no2', '二氧化氮', 'µg/m³', 'le', 'two-sources', 'replaced 2026-03-01', [['year', 'class 2 zone (level 2)', '40'], ['24h', 'class 1 zone (level 1)', '80'], ['24h', 'class 2 zone (level 2)', '80'], ['1h', 'class 1 zone (level 1)', '200'], ['1h', 'class 2 zone (level 2)', '200']]],
    ['表1', 'co', '一氧化碳', 'mg/m³', 'le', 'two-sources', 'replaced 2026-03-01', [['24h', 'class 1 zone (level 1)', '4'], ['24h', 'class 2 zone (level 2)', '4'], ['1h', 'class 1 zone (level 1)', '10'], ['1h', 'class 2 zone (level 2)', '10']]],
    ['表1', 'o3', '臭氧', 'µg/m³', 'le', 'two-sources', 'replaced 2026-03-01', [['daily max 8h', 'class 1 zone (level 1)', '100'], ['daily max 8h', 'class 2 zone (level 2)', '160'], ['1h', 'class 1 zone (level 1)', '160'], ['1h', 'class 2 zone (level 2)', '200']]],
    ['表1', 'pm10', 'PM10', 'µg/m³', 'le', 'memory', 'replaced 2026-03-01; one public page agrees', [['year', 'class 1 zone (level 1)', '40']]],
    ['表1', 'pm10', 'PM10', 'µg/m³', 'le', 'two-sources', 'replaced 2026-03-01', [['year', 'class 2 zone (level 2)', '70'], ['24h', 'class 1 zone (level 1)', '50'], ['24h', 'class 2 zone (level 2)', '150']]],
    ['表1', 'pm25', 'PM2.5', 'µg/m³', 'le', 'memory', 'replaced 2026-03-01; one public page agrees', [['year', 'class 1 zone (level 1)', '15']]],
    ['表1', 'pm25', 'PM2.5', 'µg/m³', 'le', 'two-sources', 'replaced 2026-03-01', [['year', 'class 2 zone (level 2)', '35'], ['24h', 'class 1 zone (level 1)', '35'], ['24h', 'class 2 zone (level 2)', '75']]],
    ['表2', 'tsp', '总悬浮颗粒物', 'µg/m³', 'le', 'memory', 'replaced 2026-03-01; one public page agrees', [['year', 'class 1 zone (level 1)', '80'], ['year', 'class 2 zone (level 2)', '200'], ['24h', 'class 1 zone (level 1)', '120'], ['24h', 'class 2 zone (level 2)', '300']]],
    ['表2', 'nox', '氮氧化物', 'µg/m³', 'le', 'memory', 'as NO2; replaced 2026-03-01; one public page agrees', [
      ['1h', 'class 1 zone (level 1)', '250'], ['1h', 'class 2 zone (level 2)', '250'], ['year', 'class 1 zone (level 1)', '50'], ['year', 'class 2 zone (level 2)', '50'], ['24h', 'class 1 zone (level 1)', '100'],
      ['24h', 'class 2 zone (level 2)', '100'],
    ]],
    ['表2', 'pb', '铅', 'µg/m³', 'le', 'memory', 'in TSP; replaced 2026-03-01; one public page agrees', [['year', 'class 1 zone (level 1)', '0.5'], ['year', 'class 2 zone (level 2)', '0.5'], ['season', 'class 1 zone (level 1)', '1.0'], ['season', 'class 2 zone (level 2)', '1.0']]],
    ['表2', 'bap', '苯并[a]芘', 'µg/m³', 'le', 'memory', 'in PM10; replaced 2026-03-01; one public page agrees', [['year', 'class 1 zone (level 1)', '0.001'], ['year', 'class 2 zone (level 2)', '0.001'], ['24h', 'class 1 zone (level 1)', '0.0025'], ['24h', 'class 2 zone (level 2)', '0.0025']]],
  ],
};

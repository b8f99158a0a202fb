// biome-ignore-all format: one item of the standard a line
import type { LimitTable } from '../limit-table.ts';

/** GB 3095-2026. Rows: clause, item, name, unit, direction, mark, note, then condition, class or level, limit. @source GB 3095-2026 */
export const GB_3095_2026: LimitTable = {
  standard: 'GB 3095-2026',
  edition: '2026',
  title: '环境空气质量标准',
  source: 'scanned original, read twice',
  effectiveFrom: '2026-03-01',
  effectiveTo: null,
  datesMark: 'two-sources',
  note: 'transition limits to 2030-12-31, final limits from 2031-01-01',
  rows: [
    ['表1', 'so2', '二氧化硫', 'µg/m³', 'le', 'scan', '', [
      ['year; transition, 2026-03-01 to 2030-12-31', 'class 1 zone (level 1)', '20'], ['year; transition, 2026-03-01 to 2030-12-31', 'class 2 zone (level 2)', '60'], ['24h; transition, 2026-03-01 to 2030-12-31', 'class 1 zone (level 1)', '50'], ['24h; transition, 2026-03-01 to 2030-12-31', 'class 2 zone (level 2)', '150'], ['1h; transition, 2026-03-01 to 2030-12-31', 'class 1 zone (level 1)', '150'],
      ['1h; transition, 2026-03-01 to 2030-12-31', 'class 2 zone (level 2)', '500'], ['year; final, from 2031-01-01', 'class 1 zone (level 1)', '20'], ['year; final, from 2031-01-01', 'class 2 zone (level 2)', '20'], ['24h; final, from 2031-01-01', 'class 1 zone (level 1)', '50'], ['24h; final, from 2031-01-01', 'class 2 zone (level 2)', '50'],
      ['1h; final, from 2031-01-01', 'class 1 zone (level 1)', '150'], ['1h; final, from 2031-01-01', 'class 2 zone (level 2)', '150'],
    ]],
    ['表1', 'no2', '二氧化氮', 'µg/m³', 'le', 'scan', '', [
      ['year; transition, 2026-03-01 to 2030-12-31', 'class 1 zone (level 1)', '40'], ['year; transition, 2026-03-01 to 2030-12-31', 'class 2 zone (level 2)', '40'], ['24h; transition, 2026-03-01 to 2030-12-31', 'class 1 zone (level 1)', '80'], ['24h; transition, 2026-03-01 to 2030-12-31', 'class 2 zone (level 2)', '80'], ['1h; transition, 2026-03-01 to 2030-12-31', 'class 1 zone (level 1)', '200'],
      ['1h; transition, 2026-03-01 to 2030-12-31', 'class 2 zone (level 2)', '200'], ['year; final, from 2031-01-01', 'class 1 zone (level 1)', '30'], ['year; final, from 2031-01-01', 'class 2 zone (level 2)', '30'], ['24h; final, from 2031-01-01', 'class 1 zone (level 1)', '50'], ['24h; final, from 2031-01-01', 'class 2 zone (level 2)', '50'],
      ['1h; final, from 2031-01-01', 'class 1 zone (level 1)', '200'], ['1h; final, from 2031-01-01', 'class 2 zone (level 2)', '200'],
    ]],
    ['表1', 'co', '一氧化碳', 'mg/m³', 'le', 'scan', '', [
      ['24h; transition, 2026-03-01 to 2030-12-31', 'class 1 zone (level 1)', '4'], ['24h; transition, 2026-03-01 to 2030-12-31', 'class 2 zone (level 2)', '4'], ['1h; transition, 2026-03-01 to 2030-12-31', 'class 1 zone (level 1)', '10'], ['1h; transition, 2026-03-01 to 2030-12-31', 'class 2 zone (level 2)', '10'], ['24h; final, from 2031-01-01', 'class 1 zone (level 1)', '4'],
      ['24h; final, from 2031-01-01', 'class 2 zone (level 2)', '4'], ['1h; final, from 2031-01-01', 'class 1 zone (level 1)', '10'], ['1h; final, from 2031-01-01', 'class 2 zone (level 2)', '10'],
    ]],
    ['表1', 'o3', '臭氧', 'µg/m³', 'le', 'scan', '', [
      ['daily max 8h; transition, 2026-03-01 to 2030-12-31', 'class 1 zone (level 1)', '100'], ['daily max 8h; transition, 2026-03-01 to 2030-12-31', 'class 2 zone (level 2)', '160'], ['1h; transition, 2026-03-01 to 2030-12-31', 'class 1 zone (level 1)', '160'], ['1h; transition, 2026-03-01 to 2030-12-31', 'class 2 zone (level 2)', '200'], ['daily max 8h; final, from 2031-01-01', 'class 1 zone (level 1)', '100'],
      ['daily max 8h; final, from 2031-01-01', 'class 2 zone (level 2)', '160'], ['1h; final, from 2031-01-01', 'class 1 zone (level 1)', '160'], ['1h; final, from 2031-01-01', 'class 2 zone (level 2)', '200'],
    ]],
    ['表1', 'pm10', 'PM10', 'µg/m³', 'le', 'scan', '', [
      ['year; transition, 2026-03-01 to 2030-12-31', 'class 1 zone (level 1)', '40'], ['year; transition, 2026-03-01 to 2030-12-31', 'class 2 zone (level 2)', '60'], ['24h; transition, 2026-03-01 to 2030-12-31', 'class 1 zone (level 1)', '50'], ['24h; transition, 2026-03-01 to 2030-12-31', 'class 2 zone (level 2)', '120'], ['year; final, from 2031-01-01', 'class 1 zone (level 1)', '20'],
      ['year; final, from 2031-01-01', 'class 2 zone (level 2)', '50'], ['24h; final, from 2031-01-01', 'class 1 zone (level 1)', '50'], ['24h; final, from 2031-01-01', 'class 2 zone (level 2)', '100'],
    ]],
    ['表1', 'pm25', 'PM2.5', 'µg/m³', 'le', 'scan', '', [
      ['year; transition, 2026-03-01 to 2030-12-31', 'class 1 zone (level 1)', '15'], ['year; transition, 2026-03-01 to 2030-12-31', 'class 2 zone (level 2)', '30'], ['24h; transition, 2026-03-01 to 2030-12-31', 'class 1 zone (level 1)', '35'], ['24h; transition, 2026-03-01 to 2030-12-31', 'class 2 zone (level 2)', '60'], ['year; final, from 2031-01-01', 'class 1 zone (level 1)', '10'],
      ['year; final, from 2031-01-01', 'class 2 zone (level 2)', '25'], ['24h; final, from 2031-01-01', 'class 1 zone (level 1)', '25'], ['24h; final, from 2031-01-01', 'class 2 zone (level 2)', '50'],
    ]],
    ['表2', 'tsp', '总悬浮颗粒物', 'µg/m³', 'le', 'scan', '', [['year', 'class 1 zone (level 1)', '80'], ['year', 'class 2 zone (level 2)', '200'], ['24h', 'class 1 zone (level 1)', '120'], ['24h', 'class 2 zone (level 2)', '300']]],
    ['表2', 'nox', '氮氧化物', 'µg/m³', 'le', 'scan', 'as NO2', [
      ['1h', 'class 1 zone (level 1)', '250'], ['1h', 'class 2 zone (level 2)', '250'], ['year; transition, 2026-03-01 to 2030-12-31', 'class 1 zone (level 1)', '50'], ['year; transition, 2026-03-01 to 2030-12-31', 'class 2 zone (level 2)', '50'], ['24h; transition, 2026-03-01 to 2030-12-31', 'class 1 zone (level 1)', '100'],
      ['24h; transition, 2026-03-01 to 2030-12-31', 'class 2 zone (level 2)', '100'], ['year; final, from 2031-01-01', 'class 1 zone (level 1)', '40'], ['year; final, from 2031-01-01', 'class 2 zone (level 2)', '40'], ['24h; final, from 2031-01-01', 'class 1 zone (level 1)', '70'], ['24h; final, from 2031-01-01', 'class 2 zone (level 2)', '70'],
    ]],
    ['表2', 'pb', '铅', 'µg/m³', 'le', 'scan', 'in TSP', [['year', 'class 1 zone (level 1)', '0.5'], ['year', 'class 2 zone (level 2)', '0.5'], ['season', 'class 1 zone (level 1)', '1.0'], ['season', 'class 2 zone (level 2)', '1.0']]],
    ['表2', 'bap', '苯并[a]芘', 'µg/m³', 'le', 'scan', 'in PM10', [['year', 'class 1 zone (level 1)', '0.001'], ['year', 'class 2 zone (level 2)', '0.001'], ['24h', 'class 1 zone (level 1)', '0.0025'], ['24h', 'class 2 zone (level 2)', '0.0025']]],
    ['表4', 'validity_annual_mean', 'SO2 NO2 PM10 PM2.5 NOx', 'count', 'ge', 'scan', 'data validity minimum', [['daily means a year', 'SO2 NO2 PM10 PM2.5 NOx', '324'], ['daily means each month except February', 'SO2 NO2 PM10 PM2.5 NOx', '27'], ['daily means in February', 'SO2 NO2 PM10 PM2.5 NOx', '25']]],
    ['表4', 'validity_daily_mean', 'SO2 NO2 CO PM10 PM2.5 NOx', 'count', 'ge', 'scan', 'data validity minimum', [['hourly means or sampling hours a day', 'SO2 NO2 CO PM10 PM2.5 NOx', '20']]],
    ['表4', 'validity_8h_mean', 'O3', 'count', 'ge', 'scan', 'data validity minimum', [['hourly means in 8 h', 'O3', '6']]],
    ['表4', 'validity_1h_mean', 'SO2 NO2 CO O3 NOx', 'min', 'ge', 'scan', 'data validity minimum', [['minutes of sampling an hour', 'SO2 NO2 CO O3 NOx', '45']]],
    ['表4', 'validity_annual_mean', 'TSP BaP Pb', 'count', 'ge', 'scan', 'data validity minimum', [['evenly spread daily means a year', 'TSP BaP Pb', '60'], ['evenly spread daily means each month', 'TSP BaP Pb', '5']]],
    ['表4', 'validity_seasonal_mean', 'Pb', 'count', 'ge', 'scan', 'data validity minimum', [['evenly spread daily means a season', 'Pb', '15'], ['evenly spread daily means each month', 'Pb', '5']]],
    ['表4', 'validity_daily_mean', 'TSP BaP Pb', 'h', 'ge', 'scan', 'data validity minimum', [['hours of sampling a day', 'TSP BaP Pb', '24']]],
    ['附录A 表A.1', 'cd', '镉', 'µg/m³', 'le', 'scan', 'in PM10', [['year', 'reference only', '0.005']]],
    ['附录A 表A.1', 'hg', '汞', 'µg/m³', 'le', 'scan', 'gas and particle', [['year', 'reference only', '0.05']]],
    ['附录A 表A.1', 'as', '砷', 'µg/m³', 'le', 'scan', 'in PM10', [['year', 'reference only', '0.006']]],
    ['附录A 表A.1', 'cr6', '六价铬', 'µg/m³', 'le', 'scan', 'in PM10', [['year', 'reference only', '0.000025']]],
    ['附录A 表A.1', 'fluoride', '氟化物', 'µg/m³', 'le', 'scan', 'inorganic, gas and particle', [['1h; urban areas', 'reference only', '20'], ['24h; urban areas', 'reference only', '7']]],
    ['附录A 表A.1', 'fluoride', '氟化物', 'µg/(dm²·d)', 'le', 'scan', 'flux', [['month; pasture, half-farming half-pasture (mainly pasture), silkworm and mulberry areas', 'reference only', '1.8'], ['month; farming and forest areas', 'reference only', '3.0'], ['plant growing season; pasture, half-farming half-pasture (mainly pasture), silkworm and mulberry areas', 'reference only', '1.2'], ['plant growing season; farming and forest areas', 'reference only', '2.0']]],
  ],
};

// biome-ignore-all format: one row of the standard a line
import { AQI_LEVELS } from './aqi-levels.table.ts';
import type { AqiTable } from './aqi-table.ts';

/** Break points, levels and rules of HJ 633-2012. @source HJ 633-2012 表1 表2 */
export const HJ_633_2012: AqiTable = {
  standard: 'HJ 633-2012',
  edition: '2012',
  title: '环境空气质量指数（AQI）技术规定（试行）',
  source: 'text of the original',
  effectiveFrom: '2012-02-29',
  effectiveTo: '2026-02-28',
  datesMark: 'memory',
  note: 'applied in stages from 2012, everywhere from 2016-01-01',
  iaqi: [0, 50, 100, 150, 200, 300, 400, 500],
  clause: '表1',
  mark: 'text',
  decimals: null,
  breakpoints: [
    ['so2', '24h', [0, 50, 150, 475, 800, 1600, 2100, 2620]],
    ['so2', '1h', [0, 150, 500, 650, 800], 'not-computed'],
    ['no2', '24h', [0, 40, 80, 180, 280, 565, 750, 940]],
    ['no2', '1h', [0, 100, 200, 700, 1200, 2340, 3090, 3840]],
    ['co', '24h', [0, 2, 4, 14, 24, 36, 48, 60]],
    ['co', '1h', [0, 5, 10, 35, 60, 90, 120, 150]],
    ['o3', '8h', [0, 100, 160, 215, 265, 800], 'not-computed'],
    ['o3', '1h', [0, 160, 200, 300, 400, 800, 1000, 1200]],
    ['pm10', '24h', [0, 50, 150, 250, 350, 420, 500, 600]],
    ['pm25', '24h', [0, 35, 75, 115, 150, 250, 350, 500]],
  ],
  levels: AQI_LEVELS,
  levelsClause: '表2',
  levelsFrom: 0,
  hourly: [['pm25', 'pm25', '24h'], ['pm10', 'pm10', '24h'], ['so2', 'so2', '1h'], ['no2', 'no2', '1h'], ['co', 'co', '1h'], ['o3_8h', 'o3', '8h'], ['o3', 'o3', '1h'], ['pm25_24h', 'pm25', '24h'], ['pm10_24h', 'pm10', '24h'], ['so2_24h', 'so2', '24h']],
  daily: [['pm25', 'pm25', '24h'], ['pm10', 'pm10', '24h'], ['so2', 'so2', '24h'], ['no2', 'no2', '24h'], ['co', 'co', '24h'], ['o3_8h', 'o3', '8h'], ['o3', 'o3', '1h']],
  withheldUpTo: null,
  primaryAbove: 50,
  exceedingAbove: 100,
  rules: [
    { clause: '表1 注', rule: 'SO2 1h above the table: not computed, the 24h sub-index is used; O3 8h above the table: not computed, the 1h sub-index is used', mark: 'text' },
    { clause: '4.4', rule: 'missing items: no verified rule; computed from what is present, missing items named', mark: 'memory' },
    { clause: '表1', rule: '1h particle means take the 24h break points in the hourly report (published practice)', mark: 'two-sources' },
  ],
};

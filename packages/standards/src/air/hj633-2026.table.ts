// biome-ignore-all format: one row of the standard a line
import { AQI_LEVELS } from './aqi-levels.table.ts';
import type { AqiTable } from './aqi-table.ts';

/** Break points, levels and rules of HJ 633-2026. @source HJ 633-2026 表3 表1 */
export const HJ_633_2026: AqiTable = {
  standard: 'HJ 633-2026',
  edition: '2026',
  title: '环境空气质量指数（AQI）技术规定',
  source: 'scanned original, read twice',
  effectiveFrom: '2026-03-01',
  effectiveTo: null,
  datesMark: 'two-sources',
  note: '',
  iaqi: [0, 50, 100, 150, 200, 300, 400, 500],
  clause: '表3',
  mark: 'scan',
  decimals: { pm25: 0, pm10: 0, so2: 0, no2: 0, co: 1, o3: 0 },
  breakpoints: [
    ['so2', '24h', [0, 50, 150, 475, 800, 1600, 2100, 2620]],
    ['so2', '1h', [0, 150, 500, 650, 800]],
    ['no2', '24h', [0, 40, 80, 180, 280, 565, 750, 940]],
    ['no2', '1h', [0, 100, 200, 700, 1200, 2340, 3090, 3840]],
    ['co', '24h', [0, 2, 4, 14, 24, 36, 48, 60]],
    ['co', '1h', [0, 5, 10, 35, 60, 90, 120, 150]],
    ['o3', '8h', [0, 100, 160, 215, 265, 800]],
    ['o3', '1h', [0, 160, 200, 300, 400, 800, 1000, 1200]],
    ['pm10', '24h', [0, 50, 120, 250, 350, 420, 500, 600]],
    ['pm25', '24h', [0, 35, 60, 115, 150, 250, 350, 500]],
  ],
  levels: AQI_LEVELS,
  levelsClause: '表1',
  levelsFrom: 1,
  hourly: [['pm25', 'pm25', '24h'], ['pm10', 'pm10', '24h'], ['so2', 'so2', '1h'], ['no2', 'no2', '1h'], ['co', 'co', '1h'], ['o3', 'o3', '1h']],
  daily: [['pm25', 'pm25', '24h'], ['pm10', 'pm10', '24h'], ['so2', 'so2', '24h'], ['no2', 'no2', '24h'], ['co', 'co', '24h'], ['o3_8h', 'o3', '8h']],
  withheldUpTo: 100,
  primaryAbove: 50,
  exceedingAbove: null,
  rules: [
    { clause: '5.3.1', rule: 'missing items: computed from what is present, published only above 100', mark: 'single-source' },
    { clause: '5.3.2', rule: 'an item outside the monitoring plan does not block publication if it was not primary at light pollution or worse in three years', mark: 'single-source' },
    { clause: '5.2', rule: 'concentrations are rounded first by GB/T 8170: whole numbers, CO to one decimal', mark: 'single-source' },
  ],
};

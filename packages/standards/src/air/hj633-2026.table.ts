// biome-ignore-all format: one row of the standard a line
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
  breakpoints: [
    { pollutant: 'so2', period: '24h', unit: 'µg/m³', clause: '表3', mark: 'scan', points: [0, 50, 150, 475, 800, 1600, 2100, 2620], beyond: 'stays-at-top', roundTo: 0 },
    { pollutant: 'so2', period: '1h', unit: 'µg/m³', clause: '表3', mark: 'scan', points: [0, 150, 500, 650, 800], beyond: 'stays-at-top', roundTo: 0 },
    { pollutant: 'no2', period: '24h', unit: 'µg/m³', clause: '表3', mark: 'scan', points: [0, 40, 80, 180, 280, 565, 750, 940], beyond: 'stays-at-top', roundTo: 0 },
    { pollutant: 'no2', period: '1h', unit: 'µg/m³', clause: '表3', mark: 'scan', points: [0, 100, 200, 700, 1200, 2340, 3090, 3840], beyond: 'stays-at-top', roundTo: 0 },
    { pollutant: 'co', period: '24h', unit: 'mg/m³', clause: '表3', mark: 'scan', points: [0, 2, 4, 14, 24, 36, 48, 60], beyond: 'stays-at-top', roundTo: 1 },
    { pollutant: 'co', period: '1h', unit: 'mg/m³', clause: '表3', mark: 'scan', points: [0, 5, 10, 35, 60, 90, 120, 150], beyond: 'stays-at-top', roundTo: 1 },
    { pollutant: 'o3', period: '8h', unit: 'µg/m³', clause: '表3', mark: 'scan', points: [0, 100, 160, 215, 265, 800], beyond: 'stays-at-top', roundTo: 0 },
    { pollutant: 'o3', period: '1h', unit: 'µg/m³', clause: '表3', mark: 'scan', points: [0, 160, 200, 300, 400, 800, 1000, 1200], beyond: 'stays-at-top', roundTo: 0 },
    { pollutant: 'pm10', period: '24h', unit: 'µg/m³', clause: '表3', mark: 'scan', points: [0, 50, 120, 250, 350, 420, 500, 600], beyond: 'stays-at-top', roundTo: 0 },
    { pollutant: 'pm25', period: '24h', unit: 'µg/m³', clause: '表3', mark: 'scan', points: [0, 35, 60, 115, 150, 250, 350, 500], beyond: 'stays-at-top', roundTo: 0 },
  ],
  levels: [
    { level: 1, from: 1, upTo: 50, grade: '一级', label: '优', colour: '绿', rgb: [0, 228, 0], cmyk: [40, 0, 100, 0], clause: '表1', mark: 'scan' },
    { level: 2, from: 51, upTo: 100, grade: '二级', label: '良', colour: '黄', rgb: [255, 255, 0], cmyk: [0, 0, 100, 0], clause: '表1', mark: 'scan' },
    { level: 3, from: 101, upTo: 150, grade: '三级', label: '轻度污染', colour: '橙', rgb: [255, 126, 0], cmyk: [0, 52, 100, 0], clause: '表1', mark: 'scan' },
    { level: 4, from: 151, upTo: 200, grade: '四级', label: '中度污染', colour: '红', rgb: [255, 0, 0], cmyk: [0, 100, 100, 0], clause: '表1', mark: 'scan' },
    { level: 5, from: 201, upTo: 300, grade: '五级', label: '重度污染', colour: '紫', rgb: [153, 0, 76], cmyk: [10, 100, 40, 30], clause: '表1', mark: 'scan' },
    { level: 6, from: 301, upTo: null, grade: '六级', label: '严重污染', colour: '褐红', rgb: [126, 0, 35], cmyk: [30, 100, 100, 30], clause: '表1', mark: 'scan' },
  ],
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

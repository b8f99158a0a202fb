// biome-ignore-all format: one row of the standard a line
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
  breakpoints: [
    { pollutant: 'so2', period: '24h', unit: 'µg/m³', clause: '表1', mark: 'text', points: [0, 50, 150, 475, 800, 1600, 2100, 2620], beyond: 'stays-at-top', roundTo: null },
    { pollutant: 'so2', period: '1h', unit: 'µg/m³', clause: '表1', mark: 'text', points: [0, 150, 500, 650, 800], beyond: 'not-computed', roundTo: null },
    { pollutant: 'no2', period: '24h', unit: 'µg/m³', clause: '表1', mark: 'text', points: [0, 40, 80, 180, 280, 565, 750, 940], beyond: 'stays-at-top', roundTo: null },
    { pollutant: 'no2', period: '1h', unit: 'µg/m³', clause: '表1', mark: 'text', points: [0, 100, 200, 700, 1200, 2340, 3090, 3840], beyond: 'stays-at-top', roundTo: null },
    { pollutant: 'co', period: '24h', unit: 'mg/m³', clause: '表1', mark: 'text', points: [0, 2, 4, 14, 24, 36, 48, 60], beyond: 'stays-at-top', roundTo: null },
    { pollutant: 'co', period: '1h', unit: 'mg/m³', clause: '表1', mark: 'text', points: [0, 5, 10, 35, 60, 90, 120, 150], beyond: 'stays-at-top', roundTo: null },
    { pollutant: 'o3', period: '8h', unit: 'µg/m³', clause: '表1', mark: 'text', points: [0, 100, 160, 215, 265, 800], beyond: 'not-computed', roundTo: null },
    { pollutant: 'o3', period: '1h', unit: 'µg/m³', clause: '表1', mark: 'text', points: [0, 160, 200, 300, 400, 800, 1000, 1200], beyond: 'stays-at-top', roundTo: null },
    { pollutant: 'pm10', period: '24h', unit: 'µg/m³', clause: '表1', mark: 'text', points: [0, 50, 150, 250, 350, 420, 500, 600], beyond: 'stays-at-top', roundTo: null },
    { pollutant: 'pm25', period: '24h', unit: 'µg/m³', clause: '表1', mark: 'text', points: [0, 35, 75, 115, 150, 250, 350, 500], beyond: 'stays-at-top', roundTo: null },
  ],
  levels: [
    { level: 1, from: 0, upTo: 50, grade: '一级', label: '优', colour: '绿', rgb: [0, 228, 0], cmyk: [40, 0, 100, 0], clause: '表2', mark: 'text' },
    { level: 2, from: 51, upTo: 100, grade: '二级', label: '良', colour: '黄', rgb: [255, 255, 0], cmyk: [0, 0, 100, 0], clause: '表2', mark: 'text' },
    { level: 3, from: 101, upTo: 150, grade: '三级', label: '轻度污染', colour: '橙', rgb: [255, 126, 0], cmyk: [0, 52, 100, 0], clause: '表2', mark: 'text' },
    { level: 4, from: 151, upTo: 200, grade: '四级', label: '中度污染', colour: '红', rgb: [255, 0, 0], cmyk: [0, 100, 100, 0], clause: '表2', mark: 'text' },
    { level: 5, from: 201, upTo: 300, grade: '五级', label: '重度污染', colour: '紫', rgb: [153, 0, 76], cmyk: [10, 100, 40, 30], clause: '表2', mark: 'text' },
    { level: 6, from: 301, upTo: null, grade: '六级', label: '严重污染', colour: '褐红', rgb: [126, 0, 35], cmyk: [30, 100, 100, 30], clause: '表2', mark: 'text' },
  ],
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

// biome-ignore-all format: one level a line
import type { AqiLevelRow } from './aqi-table.ts';

/** Top of the index in both editions. @source HJ 633-2012 表1; HJ 633-2026 表3 */
export const HIGHEST_AQI = 500;

/** Levels, equal in both editions; 2026 writes the first range as 1–50. @source HJ 633-2012 表2 附录A; HJ 633-2026 表1 附录A */
export const AQI_LEVELS: readonly AqiLevelRow[] = [
  { level: 1, upTo: 50, grade: '一级', label: '优', colour: '绿', rgb: [0, 228, 0], cmyk: [40, 0, 100, 0] },
  { level: 2, upTo: 100, grade: '二级', label: '良', colour: '黄', rgb: [255, 255, 0], cmyk: [0, 0, 100, 0] },
  { level: 3, upTo: 150, grade: '三级', label: '轻度污染', colour: '橙', rgb: [255, 126, 0], cmyk: [0, 52, 100, 0] },
  { level: 4, upTo: 200, grade: '四级', label: '中度污染', colour: '红', rgb: [255, 0, 0], cmyk: [0, 100, 100, 0] },
  { level: 5, upTo: 300, grade: '五级', label: '重度污染', colour: '紫', rgb: [153, 0, 76], cmyk: [10, 100, 40, 30] },
  { level: 6, upTo: null, grade: '六级', label: '严重污染', colour: '褐红', rgb: [126, 0, 35], cmyk: [30, 100, 100, 30] },
];

// biome-ignore-all format: one item of the standard a line
import type { LimitTable } from '../limit-table.ts';

/** GB 18483-2001. Rows: clause, item, name, unit, direction, mark, note, then condition, class or level, limit. @source GB 18483-2001 */
export const GB_18483_2001: LimitTable = {
  standard: 'GB 18483-2001',
  edition: '2001',
  title: '饮食业油烟排放标准',
  source: 'scanned original',
  effectiveFrom: '2002-01-01',
  effectiveTo: null,
  datesMark: 'memory',
  note: '',
  rows: [
    ['表1', 'stove_count', '基准灶头数', 'count', 'range', 'scan', 'lower end included, upper end excluded', [['scale grouping', 'small', '1-3'], ['scale grouping', 'medium', '3-6']]],
    ['表1', 'stove_count', '基准灶头数', 'count', 'ge', 'scan', '', [['scale grouping', 'large', '6']]],
    ['表1', 'stove_power', '对应灶头总功率', '1e8 J/h', 'range', 'scan', 'lower end included, upper end excluded', [['scale grouping', 'small', '1.67-5.00'], ['scale grouping', 'medium', '5.00-10']]],
    ['表1', 'stove_power', '对应灶头总功率', '1e8 J/h', 'ge', 'scan', '', [['scale grouping', 'large', '10']]],
    ['表1', 'hood_area', '对应排气罩灶面总投影面积', 'm²', 'range', 'scan', 'lower end included, upper end excluded', [['scale grouping', 'small', '1.1-3.3'], ['scale grouping', 'medium', '3.3-6.6']]],
    ['表1', 'hood_area', '对应排气罩灶面总投影面积', 'm²', 'ge', 'scan', '', [['scale grouping', 'large', '6.6']]],
    ['4.1', 'stove_unit_power', '基准灶头发热功率', '1e8 J/h', 'range', 'scan', 'exact factor', [['one standard stove', '-', '1.67']]],
    ['4.1', 'stove_unit_area', '基准灶头投影面积', 'm²', 'range', 'scan', 'exact factor', [['one standard stove', '-', '1.1']]],
    ['表2', 'cooking_fume', '油烟', 'mg/m³', 'le', 'scan', '', [['dry gas, 273 K, 101325 Pa', 'small', '2.0'], ['dry gas, 273 K, 101325 Pa', 'medium', '2.0'], ['dry gas, 273 K, 101325 Pa', 'large', '2.0']]],
    ['表2', 'fume_removal', '净化设施去除效率', '%', 'ge', 'scan', '', [['', 'small', '60'], ['', 'medium', '75'], ['', 'large', '85']]],
  ],
};

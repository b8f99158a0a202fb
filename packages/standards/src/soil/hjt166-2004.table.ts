// biome-ignore-all format: one item of the standard a line
import type { LimitTable } from '../limit-table.ts';

/** HJ/T 166-2004. Rows: clause, item, name, unit, direction, mark, note, then condition, class or level, limit. @source HJ/T 166-2004 */
export const HJT_166_2004: LimitTable = {
  standard: 'HJ/T 166-2004',
  edition: '2004',
  title: '土壤环境监测技术规范',
  source: 'a published paper and a public implementation',
  effectiveFrom: '2004-12-09',
  effectiveTo: null,
  datesMark: 'memory',
  note: 'single-factor grades from 环发[2008]39号, recollected',
  rows: [
    ['内梅罗分级表', 'soil_nemerow_index', '内梅罗污染指数', '-', 'le', 'two-sources', '', [['P = sqrt((mean(Pi)^2 + max(Pi)^2)/2)', 'I 清洁 (安全)', '0.7']]],
    ['内梅罗分级表', 'soil_nemerow_index', '内梅罗污染指数', '-', 'range', 'two-sources', 'lower end excluded, upper end included', [['P = sqrt((mean(Pi)^2 + max(Pi)^2)/2)', 'II 尚清洁 (警戒限)', '0.7-1.0'], ['P = sqrt((mean(Pi)^2 + max(Pi)^2)/2)', 'III 轻度污染', '1.0-2.0'], ['P = sqrt((mean(Pi)^2 + max(Pi)^2)/2)', 'IV 中度污染', '2.0-3.0']]],
    ['内梅罗分级表', 'soil_nemerow_index', '内梅罗污染指数', '-', 'ge', 'two-sources', 'strictly above', [['P = sqrt((mean(Pi)^2 + max(Pi)^2)/2)', 'V 重污染', '3.0']]],
    ['单项指数', 'soil_single_index', '土壤单项污染指数', '-', 'ge', 'memory', 'strictly above', [['Pi = measured / standard', 'exceeds', '1']]],
    ['单项指数分级', 'soil_single_index', '土壤单项污染指数', '-', 'le', 'memory', '环发[2008]39号; band limits also in one public implementation', [['Pi = measured / standard', 'I 无污染', '1']]],
    ['单项指数分级', 'soil_single_index', '土壤单项污染指数', '-', 'range', 'memory', '环发[2008]39号; lower end excluded, upper end included; band limits also in one public implementation', [['Pi = measured / standard', 'II 轻微污染', '1-2'], ['Pi = measured / standard', 'III 轻度污染', '2-3'], ['Pi = measured / standard', 'IV 中度污染', '3-5']]],
    ['单项指数分级', 'soil_single_index', '土壤单项污染指数', '-', 'ge', 'memory', '环发[2008]39号; strictly above; band limits also in one public implementation', [['Pi = measured / standard', 'V 重度污染', '5']]],
  ],
};

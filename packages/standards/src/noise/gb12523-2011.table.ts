// biome-ignore-all format: one item of the standard a line
import type { LimitTable } from '../limit-table.ts';

/** GB 12523-2011. Rows: clause, item, name, unit, direction, mark, note, then condition, class or level, limit. @source GB 12523-2011 */
export const GB_12523_2011: LimitTable = {
  standard: 'GB 12523-2011',
  edition: '2011',
  title: '建筑施工场界环境噪声排放标准',
  source: 'text of the original',
  effectiveFrom: '2012-07-01',
  effectiveTo: '2025-12-31',
  datesMark: 'memory',
  note: 'replaced by GB 12523-2025 from 2026-01-01, not read',
  rows: [
    ['表1', 'laeq_boundary', '建筑施工场界噪声', 'dB(A)', 'le', 'text', 'replaced by GB 12523-2025 from 2026-01-01', [['daytime 06-22', '-', '70'], ['night 22-06', '-', '55']]],
    ['4.2', 'lmax_over_limit', '夜间噪声最大声级', 'dB(A)', 'le', 'text', 'excess over the limit; replaced by GB 12523-2025 from 2026-01-01', [['night', '-', '15']]],
    ['4.3', 'indoor_reduction', '室内测量扣减', 'dB(A)', 'range', 'text', 'exact: table 1 limit minus 10; replaced by GB 12523-2025 from 2026-01-01', [['outdoor conditions not met', '-', '10']]],
    ['表2', 'background_correction', '测量结果修正值', 'dB(A)', 'range', 'text', 'add to reading', [['difference 3', '-', '-3'], ['difference 4-5', '-', '-2']]],
    ['表2', 'background_correction', '测量结果修正值', 'dB(A)', 'range', 'text', 'add to reading; above 10 no correction; below 3 the background must be lowered first', [['difference 6-10', '-', '-1']]],
  ],
};

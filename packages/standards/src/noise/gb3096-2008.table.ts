// biome-ignore-all format: one item of the standard a line
import type { LimitTable } from '../limit-table.ts';

/** GB 3096-2008. Rows: clause, item, name, unit, direction, mark, note, then condition, class or level, limit. @source GB 3096-2008 */
export const GB_3096_2008: LimitTable = {
  standard: 'GB 3096-2008',
  edition: '2008',
  title: '声环境质量标准',
  source: 'two independent secondary sources; old railways recollected',
  effectiveFrom: '2008-10-01',
  effectiveTo: null,
  datesMark: 'memory',
  note: '',
  rows: [
    ['表1', 'laeq', '环境噪声', 'dB(A)', 'le', 'two-sources', 'equivalent level', [
      ['daytime 06-22', 'class 0', '50'], ['night 22-06', 'class 0', '40'], ['daytime 06-22', 'class 1', '55'], ['night 22-06', 'class 1', '45'], ['daytime 06-22', 'class 2', '60'],
      ['night 22-06', 'class 2', '50'], ['daytime 06-22', 'class 3', '65'], ['night 22-06', 'class 3', '55'], ['daytime 06-22', 'class 4a', '70'], ['night 22-06', 'class 4a', '55'],
      ['daytime 06-22', 'class 4b', '70'],
    ]],
    ['表1', 'laeq', '环境噪声', 'dB(A)', 'le', 'two-sources', 'equivalent level; railways approved from 2011-01-01', [['night 22-06', 'class 4b', '60']]],
    ['5.4', 'lmax_over_limit', '夜间突发噪声最大声级', 'dB(A)', 'le', 'two-sources', 'excess over the limit', [['night, sudden', 'all', '15']]],
    ['5.3', 'laeq_railway_background', '铁路干线两侧背景噪声', 'dB(A)', 'le', 'memory', '', [['daytime; existing railways (before 2011-01-01), no train passing', 'class 4b', '70'], ['night; existing railways (before 2011-01-01), no train passing', 'class 4b', '55']]],
  ],
};

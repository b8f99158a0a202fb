// biome-ignore-all format: one item of the standard a line
import type { LimitTable } from '../limit-table.ts';

/** GB 22337-2008. Rows: clause, item, name, unit, direction, mark, note, then condition, class or level, limit. @source GB 22337-2008 */
export const GB_22337_2008: LimitTable = {
  standard: 'GB 22337-2008',
  edition: '2008',
  title: '社会生活环境噪声排放标准',
  source: 'text of the original',
  effectiveFrom: '2008-10-01',
  effectiveTo: null,
  datesMark: 'memory',
  note: '',
  rows: [
    ['表1', 'laeq_boundary', '社会生活噪声排放源边界噪声', 'dB(A)', 'le', 'text', 'equivalent level', [
      ['daytime 06-22', 'class 0', '50'], ['night 22-06', 'class 0', '40'], ['daytime 06-22', 'class 1', '55'], ['night 22-06', 'class 1', '45'], ['daytime 06-22', 'class 2', '60'],
      ['night 22-06', 'class 2', '50'], ['daytime 06-22', 'class 3', '65'], ['night 22-06', 'class 3', '55'], ['daytime 06-22', 'class 4', '70'], ['night 22-06', 'class 4', '55'],
    ]],
    ['表2', 'laeq_indoor', '结构传播室内噪声', 'dB(A)', 'le', 'text', 'structure-borne; A = bedrooms and wards, B = class rooms, offices, other rooms', [
      ['daytime; room A', 'class 0', '40'], ['night; room A', 'class 0', '30'], ['daytime; room B', 'class 0', '40'], ['night; room B', 'class 0', '30'], ['daytime; room A', 'class 1', '40'],
      ['night; room A', 'class 1', '30'], ['daytime; room B', 'class 1', '45'], ['night; room B', 'class 1', '35'], ['daytime; room A', 'class 2-4', '45'], ['night; room A', 'class 2-4', '35'],
      ['daytime; room B', 'class 2-4', '50'], ['night; room B', 'class 2-4', '40'],
    ]],
    ['表3', 'octave_indoor', '倍频带声压级', 'dB', 'le', 'text', 'structure-borne', [
      ['daytime; room A; 31.5 Hz', 'class 0', '76'], ['daytime; room A; 63 Hz', 'class 0', '59'], ['daytime; room A; 125 Hz', 'class 0', '48'], ['daytime; room A; 250 Hz', 'class 0', '39'], ['daytime; room A; 500 Hz', 'class 0', '34'],
      ['daytime; room B; 31.5 Hz', 'class 0', '76'], ['daytime; room B; 63 Hz', 'class 0', '59'], ['daytime; room B; 125 Hz', 'class 0', '48'], ['daytime; room B; 250 Hz', 'class 0', '39'], ['daytime; room B; 500 Hz', 'class 0', '34'],
      ['night; room A; 31.5 Hz', 'class 0', '69'], ['night; room A; 63 Hz', 'class 0', '51'], ['night; room A; 125 Hz', 'class 0', '39'], ['night; room A; 250 Hz', 'class 0', '30'], ['night; room A; 500 Hz', 'class 0', '24'],
      ['night; room B; 31.5 Hz', 'class 0', '69'], ['night; room B; 63 Hz', 'class 0', '51'], ['night; room B; 125 Hz', 'class 0', '39'], ['night; room B; 250 Hz', 'class 0', '30'], ['night; room B; 500 Hz', 'class 0', '24'],
      ['daytime; room A; 31.5 Hz', 'class 1', '76'], ['daytime; room A; 63 Hz', 'class 1', '59'], ['daytime; room A; 125 Hz', 'class 1', '48'], ['daytime; room A; 250 Hz', 'class 1', '39'], ['daytime; room A; 500 Hz', 'class 1', '34'],
      ['daytime; room B; 31.5 Hz', 'class 1', '79'], ['daytime; room B; 63 Hz', 'class 1', '63'], ['daytime; room B; 125 Hz', 'class 1', '52'], ['daytime; room B; 250 Hz', 'class 1', '44'], ['daytime; room B; 500 Hz', 'class 1', '38'],
      ['night; room A; 31.5 Hz', 'class 1', '69'], ['night; room A; 63 Hz', 'class 1', '51'], ['night; room A; 125 Hz', 'class 1', '39'], ['night; room A; 250 Hz', 'class 1', '30'], ['night; room A; 500 Hz', 'class 1', '24'],
      ['night; room B; 31.5 Hz', 'class 1', '72'], ['night; room B; 63 Hz', 'class 1', '55'], ['night; room B; 125 Hz', 'class 1', '43'], ['night; room B; 250 Hz', 'class 1', '35'], ['night; room B; 500 Hz', 'class 1', '29'],
      ['daytime; room A; 31.5 Hz', 'class 2-4', '79'], ['daytime; room A; 63 Hz', 'class 2-4', '63'], ['daytime; room A; 125 Hz', 'class 2-4', '52'], ['daytime; room A; 250 Hz', 'class 2-4', '44'], ['daytime; room A; 500 Hz', 'class 2-4', '38'],
      ['daytime; room B; 31.5 Hz', 'class 2-4', '82'], ['daytime; room B; 63 Hz', 'class 2-4', '67'], ['daytime; room B; 125 Hz', 'class 2-4', '56'], ['daytime; room B; 250 Hz', 'class 2-4', '49'], ['daytime; room B; 500 Hz', 'class 2-4', '43'],
      ['night; room A; 31.5 Hz', 'class 2-4', '72'], ['night; room A; 63 Hz', 'class 2-4', '55'], ['night; room A; 125 Hz', 'class 2-4', '43'], ['night; room A; 250 Hz', 'class 2-4', '35'], ['night; room A; 500 Hz', 'class 2-4', '29'],
      ['night; room B; 31.5 Hz', 'class 2-4', '76'], ['night; room B; 63 Hz', 'class 2-4', '59'], ['night; room B; 125 Hz', 'class 2-4', '48'], ['night; room B; 250 Hz', 'class 2-4', '39'], ['night; room B; 500 Hz', 'class 2-4', '34'],
    ]],
    ['4.2.2', 'lmax_over_limit', '非稳态噪声最大声级', 'dB(A)', 'le', 'text', 'excess over the limit', [['non-steady noise (lifts and so on), indoors', 'all', '10']]],
    ['4.1.3', 'indoor_reduction', '室内测量扣减', 'dB(A)', 'range', 'text', 'exact: table 1 limit minus 10', [['boundary less than 1 m from a sensitive building', 'all', '10']]],
    ['表4', 'background_correction', '测量结果修正值', 'dB(A)', 'range', 'text', 'add to reading', [['difference 3', '-', '-3'], ['difference 4-5', '-', '-2']]],
    ['表4', 'background_correction', '测量结果修正值', 'dB(A)', 'range', 'text', 'add to reading; above 10 no correction; below 3 the background must be lowered first', [['difference 6-10', '-', '-1']]],
  ],
};

// biome-ignore-all format: one item of the standard a line
import type { LimitTable } from '../limit-table.ts';

/** GB 15618-2018. Rows: clause, item, name, unit, direction, mark, note, then condition, class or level, limit. @source GB 15618-2018 */
export const GB_15618_2018: LimitTable = {
  standard: 'GB 15618-2018',
  edition: '2018',
  title: '土壤环境质量 农用地土壤污染风险管控标准（试行）',
  source: 'two independent secondary transcriptions',
  effectiveFrom: '2018-08-01',
  effectiveTo: null,
  datesMark: 'memory',
  note: '',
  rows: [
    ['表1', 'cd', '镉', 'mg/kg', 'le', 'two-sources', 'total content; paddy-upland rotation: the stricter value', [
      ['paddy; pH <= 5.5', 'screening value', '0.3'], ['paddy; 5.5 < pH <= 6.5', 'screening value', '0.4'], ['paddy; 6.5 < pH <= 7.5', 'screening value', '0.6'], ['paddy; pH > 7.5', 'screening value', '0.8'], ['other; pH <= 5.5', 'screening value', '0.3'],
      ['other; 5.5 < pH <= 6.5', 'screening value', '0.3'], ['other; 6.5 < pH <= 7.5', 'screening value', '0.3'], ['other; pH > 7.5', 'screening value', '0.6'],
    ]],
    ['表1', 'hg', '汞', 'mg/kg', 'le', 'two-sources', 'total content; paddy-upland rotation: the stricter value', [
      ['paddy; pH <= 5.5', 'screening value', '0.5'], ['paddy; 5.5 < pH <= 6.5', 'screening value', '0.5'], ['paddy; 6.5 < pH <= 7.5', 'screening value', '0.6'], ['paddy; pH > 7.5', 'screening value', '1.0'], ['other; pH <= 5.5', 'screening value', '1.3'],
      ['other; 5.5 < pH <= 6.5', 'screening value', '1.8'], ['other; 6.5 < pH <= 7.5', 'screening value', '2.4'], ['other; pH > 7.5', 'screening value', '3.4'],
    ]],
    ['表1', 'as', '砷', 'mg/kg', 'le', 'two-sources', 'total content; paddy-upland rotation: the stricter value', [
      ['paddy; pH <= 5.5', 'screening value', '30'], ['paddy; 5.5 < pH <= 6.5', 'screening value', '30'], ['paddy; 6.5 < pH <= 7.5', 'screening value', '25'], ['paddy; pH > 7.5', 'screening value', '20'], ['other; pH <= 5.5', 'screening value', '40'],
      ['other; 5.5 < pH <= 6.5', 'screening value', '40'], ['other; 6.5 < pH <= 7.5', 'screening value', '30'], ['other; pH > 7.5', 'screening value', '25'],
    ]],
    ['表1', 'pb', '铅', 'mg/kg', 'le', 'two-sources', 'total content; paddy-upland rotation: the stricter value', [
      ['paddy; pH <= 5.5', 'screening value', '80'], ['paddy; 5.5 < pH <= 6.5', 'screening value', '100'], ['paddy; 6.5 < pH <= 7.5', 'screening value', '140'], ['paddy; pH > 7.5', 'screening value', '240'], ['other; pH <= 5.5', 'screening value', '70'],
      ['other; 5.5 < pH <= 6.5', 'screening value', '90'], ['other; 6.5 < pH <= 7.5', 'screening value', '120'], ['other; pH > 7.5', 'screening value', '170'],
    ]],
    ['表1', 'cr_total', '铬', 'mg/kg', 'le', 'two-sources', 'total content; paddy-upland rotation: the stricter value', [
      ['paddy; pH <= 5.5', 'screening value', '250'], ['paddy; 5.5 < pH <= 6.5', 'screening value', '250'], ['paddy; 6.5 < pH <= 7.5', 'screening value', '300'], ['paddy; pH > 7.5', 'screening value', '350'], ['other; pH <= 5.5', 'screening value', '150'],
      ['other; 5.5 < pH <= 6.5', 'screening value', '150'], ['other; 6.5 < pH <= 7.5', 'screening value', '200'], ['other; pH > 7.5', 'screening value', '250'],
    ]],
    ['表1', 'cu', '铜', 'mg/kg', 'le', 'two-sources', 'total content', [
      ['orchard; pH <= 5.5', 'screening value', '150'], ['orchard; 5.5 < pH <= 6.5', 'screening value', '150'], ['orchard; 6.5 < pH <= 7.5', 'screening value', '200'], ['orchard; pH > 7.5', 'screening value', '200'], ['other; pH <= 5.5', 'screening value', '50'],
      ['other; 5.5 < pH <= 6.5', 'screening value', '50'], ['other; 6.5 < pH <= 7.5', 'screening value', '100'], ['other; pH > 7.5', 'screening value', '100'],
    ]],
    ['表1', 'ni', '镍', 'mg/kg', 'le', 'two-sources', 'total content', [['all land; pH <= 5.5', 'screening value', '60'], ['all land; 5.5 < pH <= 6.5', 'screening value', '70'], ['all land; 6.5 < pH <= 7.5', 'screening value', '100'], ['all land; pH > 7.5', 'screening value', '190']]],
    ['表1', 'zn', '锌', 'mg/kg', 'le', 'two-sources', 'total content', [['all land; pH <= 5.5', 'screening value', '200'], ['all land; 5.5 < pH <= 6.5', 'screening value', '200'], ['all land; 6.5 < pH <= 7.5', 'screening value', '250'], ['all land; pH > 7.5', 'screening value', '300']]],
    ['表2', 'hch_total', '六六六总量', 'mg/kg', 'le', 'two-sources', 'optional item; alpha+beta+gamma+delta', [['all land', 'screening value', '0.10']]],
    ['表2', 'ddt', '滴滴涕总量', 'mg/kg', 'le', 'two-sources', 'optional item; p,p\'-DDE + p,p\'-DDD + o,p\'-DDT + p,p\'-DDT', [['all land', 'screening value', '0.10']]],
    ['表2', 'bap', '苯并[a]芘', 'mg/kg', 'le', 'two-sources', 'optional item', [['all land', 'screening value', '0.55']]],
    ['表3', 'cd', '镉', 'mg/kg', 'le', 'two-sources', 'total content; above it: strict control', [['all land; pH <= 5.5', 'control value', '1.5'], ['all land; 5.5 < pH <= 6.5', 'control value', '2.0'], ['all land; 6.5 < pH <= 7.5', 'control value', '3.0'], ['all land; pH > 7.5', 'control value', '4.0']]],
    ['表3', 'hg', '汞', 'mg/kg', 'le', 'two-sources', 'total content; above it: strict control', [['all land; pH <= 5.5', 'control value', '2.0'], ['all land; 5.5 < pH <= 6.5', 'control value', '2.5'], ['all land; 6.5 < pH <= 7.5', 'control value', '4.0'], ['all land; pH > 7.5', 'control value', '6.0']]],
    ['表3', 'as', '砷', 'mg/kg', 'le', 'two-sources', 'total content; above it: strict control', [['all land; pH <= 5.5', 'control value', '200'], ['all land; 5.5 < pH <= 6.5', 'control value', '150'], ['all land; 6.5 < pH <= 7.5', 'control value', '120'], ['all land; pH > 7.5', 'control value', '100']]],
    ['表3', 'pb', '铅', 'mg/kg', 'le', 'two-sources', 'total content; above it: strict control', [['all land; pH <= 5.5', 'control value', '400'], ['all land; 5.5 < pH <= 6.5', 'control value', '500'], ['all land; 6.5 < pH <= 7.5', 'control value', '700'], ['all land; pH > 7.5', 'control value', '1000']]],
    ['表3', 'cr_total', '铬', 'mg/kg', 'le', 'two-sources', 'total content; above it: strict control', [['all land; pH <= 5.5', 'control value', '800'], ['all land; 5.5 < pH <= 6.5', 'control value', '850'], ['all land; 6.5 < pH <= 7.5', 'control value', '1000'], ['all land; pH > 7.5', 'control value', '1300']]],
  ],
};

// biome-ignore-all format: one row a line
import type { Mark, StandardHeader } from '../edition.ts';

/** A rule of check characters. */
export interface CheckTable extends StandardHeader { readonly mark: Mark; readonly weights: readonly number[]; readonly modulus: number; readonly alphabet: string; readonly checks: string }

/** Identity number. @source GB 11643-1999 */
export const GB_11643: CheckTable = { standard: 'GB 11643-1999', edition: '1999', title: '公民身份号码', source: 'algorithm from two sources, samples recomputed', effectiveFrom: '1999-07-01', effectiveTo: null, datesMark: 'memory', note: '', mark: 'two-sources', weights: [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2], modulus: 11, alphabet: '0123456789', checks: '10X98765432' };
/** Unified social credit code. @source GB 32100-2015 */
export const GB_32100: CheckTable = { standard: 'GB 32100-2015', edition: '2015', title: '法人和其他组织统一社会信用代码编码规则', source: 'algorithm from two sources, samples recomputed', effectiveFrom: '2015-10-01', effectiveTo: null, datesMark: 'memory', note: '', mark: 'two-sources', weights: [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28], modulus: 31, alphabet: '0123456789ABCDEFGHJKLMNPQRTUWXY', checks: '' };
/** Organisation code. @source GB 11714-1997 */
export const GB_11714: CheckTable = { standard: 'GB 11714-1997', edition: '1997', title: '全国组织机构代码编制规则', source: 'algorithm from two sources, samples recomputed', effectiveFrom: '1998-01-01', effectiveTo: null, datesMark: 'memory', note: '', mark: 'two-sources', weights: [3, 7, 9, 10, 5, 8, 4, 2], modulus: 11, alphabet: '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', checks: '' };

/** First characters of the province part of division codes. @source GB/T 2260 */
export const PROVINCES: Readonly<Record<string, string>> = {
  '11': '北京市', '12': '天津市', '13': '河北省', '14': '山西省', '15': '内蒙古自治区', '21': '辽宁省', '22': '吉林省', '23': '黑龙江省', '31': '上海市', '32': '江苏省', '33': '浙江省', '34': '安徽省', '35': '福建省', '36': '江西省', '37': '山东省',
  '41': '河南省', '42': '湖北省', '43': '湖南省', '44': '广东省', '45': '广西壮族自治区', '46': '海南省', '50': '重庆市', '51': '四川省', '52': '贵州省', '53': '云南省', '54': '西藏自治区', '61': '陕西省', '62': '甘肃省', '63': '青海省', '64': '宁夏回族自治区', '65': '新疆维吾尔自治区', '71': '台湾省', '81': '香港特别行政区', '82': '澳门特别行政区',
};

/** Kinds of townships and villages by the last part of a statistical code. */
export interface DivisionKindTable extends StandardHeader { readonly mark: Mark; readonly provinces: Readonly<Record<string, string>>; readonly township: readonly (readonly [from: number, to: number, kind: string])[]; readonly village: readonly (readonly [from: number, to: number, kind: string])[] }
/** Kinds by code. Real lists have exceptions: prefer name and class columns where you have them. @source 统计用区划代码和城乡划分代码编制规则 */
export const DIVISION_KINDS: DivisionKindTable = {
  standard: '统计用区划代码编制规则', edition: '2009', title: '统计用区划代码和城乡划分代码编制规则', source: 'rule pages and published code lists', effectiveFrom: '2009-01-01', effectiveTo: null, datesMark: 'memory', note: 'codes change yearly: store the year of the edition', mark: 'two-sources', provinces: PROVINCES,
  township: [[1, 99, '街道'], [100, 199, '镇'], [200, 399, '乡'], [400, 599, '政企合一单位'], [999, 999, '县级直辖']],
  village: [[1, 199, '居民委员会'], [200, 399, '村民委员会']],
};

/** Kinds of control units; the layout of the code is inferred from examples. */
export interface ControlUnitTable extends StandardHeader { readonly mark: Mark; readonly prefix: string; readonly kinds: Readonly<Record<string, string>> }
/** Ecological environment control units. @source 生态环境分区管控 (layout inferred) */
export const CONTROL_UNITS: ControlUnitTable = { standard: '生态环境管控单元编码', edition: '2024', title: '生态环境管控单元编码', source: 'examples in two files; layout inferred', effectiveFrom: '2018-01-01', effectiveTo: null, datesMark: 'memory', note: 'unverified', mark: 'memory', prefix: 'ZH', kinds: { '1': '优先保护单元', '2': '重点管控单元', '3': '一般管控单元' } };

/** Beaufort forces: upper end of the wind speed at 10 m (m/s, one decimal). */
export interface BeaufortTable extends StandardHeader { readonly mark: Mark; readonly upTo: readonly number[]; /** Mark of the forces above `sourcedTo`. */ readonly aboveMark: Mark; readonly sourcedTo: number }
/** Wind scale. Forces 0 to 8 from one source, 9 to 17 recollected. @source GB/T 28591-2012 */
export const BEAUFORT: BeaufortTable = { standard: 'GB/T 28591-2012', edition: '2012', title: '风力等级', source: 'one paper to force 8; above recollected', effectiveFrom: '2012-11-01', effectiveTo: null, datesMark: 'memory', note: 'forces above 8 recollected', mark: 'single-source', aboveMark: 'memory', sourcedTo: 8, upTo: [0.2, 1.5, 3.3, 5.4, 7.9, 10.7, 13.8, 17.1, 20.7, 24.4, 28.4, 32.6, 36.9, 41.4, 46.1, 50.9, 56] };

/** Ellipsoid and rectangle of the GCJ-02 shift, and the period of BD-09. */
export interface ShiftTable extends StandardHeader { readonly mark: Mark; readonly axisM: number; readonly eccentricity2: number; readonly rectangle: { readonly west: number; readonly east: number; readonly south: number; readonly north: number }; readonly bd: { readonly lng: number; readonly lat: number } }
/** Parameters in common use; the rule itself is not published. @source public implementations */
export const GCJ_02: ShiftTable = { standard: 'GCJ-02', edition: '2002', title: '地图坐标偏移（GCJ-02、BD-09）', source: 'two public implementations, recomputed', effectiveFrom: '2002-01-01', effectiveTo: null, datesMark: 'memory', note: 'not published officially', mark: 'two-sources', axisM: 6378245, eccentricity2: 0.006693421622965943, rectangle: { west: 72.004, east: 137.8347, south: 0.8293, north: 55.8271 }, bd: { lng: 0.0065, lat: 0.006 } };

// biome-ignore-all format: one row a line
import type { Mark, StandardHeader } from '../edition.ts';
import { FACTORS } from './factors.table.ts';

/** Editions of the protocol. */
export type Hj212Edition = '2005' | '2017' | '2025';

/** Framing rules of an edition. Sizes in bytes, lengths of MN and PW in characters. */
export interface ProtocolTable extends StandardHeader {
  readonly edition: Hj212Edition;
  readonly version: number;
  readonly maxSegment: number;
  readonly maxCp: number;
  readonly mnLength: number;
  /** Characters that may stand in an MN. */
  readonly mnCharacters: RegExp;
  readonly pwLength: number;
  readonly mark: Mark;
}

const HEXADECIMAL = /^[0-9A-F]*$/;
const LETTERS_AND_DIGITS = /^[0-9A-Z]*$/;
const FRAME = { maxSegment: 1024, maxCp: 950, pwLength: 6 } as const;
/** HJ/T 212-2005. @source HJ/T 212-2005 6.3 */
export const HJ_212_2005: ProtocolTable = { standard: 'HJ/T 212-2005', edition: '2005', title: '污染源在线自动监控（监测）系统数据传输标准', source: 'text of 2017 and public implementations', effectiveFrom: '2006-02-01', effectiveTo: '2017-04-30', datesMark: 'memory', note: '', version: 0, mnLength: 14, mnCharacters: LETTERS_AND_DIGITS, mark: 'two-sources', ...FRAME };
/** HJ 212-2017. @source HJ 212-2017 6.3 */
export const HJ_212_2017: ProtocolTable = { standard: 'HJ 212-2017', edition: '2017', title: '污染物在线监控（监测）系统数据传输标准', source: 'text of the standard; four implementations', effectiveFrom: '2017-05-01', effectiveTo: '2025-12-31', datesMark: 'memory', note: '', version: 1, mnLength: 24, mnCharacters: HEXADECIMAL, mark: 'two-sources', ...FRAME };
/** HJ 212-2025. @source HJ 212-2025 */
export const HJ_212_2025: ProtocolTable = { standard: 'HJ 212-2025', edition: '2025', title: '污染物自动监测监控系统数据传输技术要求', source: 'images of the standard; one implementation; recomputed', effectiveFrom: '2026-01-01', effectiveTo: null, datesMark: 'two-sources', note: 'access codes of devices are assigned by the platform; older devices go on sending older editions', version: 2, mnLength: 24, mnCharacters: LETTERS_AND_DIGITS, mark: 'two-sources', ...FRAME };
/** The editions, oldest first. */
export const PROTOCOL_TABLES: readonly ProtocolTable[] = [HJ_212_2005, HJ_212_2017, HJ_212_2025];

/** System types (ST). @source HJ 212-2017 6.6.1; HJ 212-2025 */
export const SYSTEM_TYPES: Readonly<Record<string, string>> = {
  '21': '地表水质量监测', '22': '空气质量监测', '23': '声环境质量监测', '24': '地下水质量监测', '25': '土壤质量监测', '26': '海水质量监测', '27': '挥发性有机物监测',
  '31': '大气环境污染源', '32': '地表水体环境污染源', '33': '地下水体环境污染源', '34': '海洋环境污染源', '35': '土壤环境污染源', '36': '声环境污染源', '37': '振动环境污染源', '38': '放射性环境污染源', '39': '工地扬尘污染源',
  '41': '电磁环境污染源', '44': '用电监控', '45': '关键工况监控', '51': '烟气排放过程监控', '52': '污水排放过程监控', '91': '系统交互',
};
/** System types that 2025 added. */
export const SYSTEM_TYPES_SINCE_2025: ReadonlySet<string> = new Set(['44', '45']);

/** Commands (CN): name, first edition, last edition (null = still). @source HJ 212-2017 6.6.5; HJ 212-2025 */
export const COMMANDS: Readonly<Record<string, readonly [name: string, since: Hj212Edition, until: Hj212Edition | null]>> = {
  '1000': ['设置超时时间及重发次数', '2005', null], '1001': ['上传设备序列号', '2025', null], '1002': ['设置设备编码', '2025', null],
  '1011': ['提取现场机时间', '2005', null], '1012': ['设置现场机时间', '2005', null], '1013': ['现场机时间校准请求', '2017', null], '1014': ['更新密钥', '2025', null],
  '1021': ['提取污染物报警门限值', '2005', '2005'], '1022': ['设置污染物报警门限值', '2005', '2005'], '1031': ['提取上位机地址', '2005', '2005'], '1032': ['设置上位机地址', '2005', '2005'], '1041': ['提取数据上报时间', '2005', '2005'], '1042': ['设置数据上报时间', '2005', '2005'],
  '1061': ['提取实时数据间隔', '2005', null], '1062': ['设置实时数据间隔', '2005', null], '1063': ['提取分钟数据间隔', '2017', null], '1064': ['设置分钟数据间隔', '2017', null], '1072': ['设置现场机密码', '2005', null],
  '2011': ['实时数据', '2005', null], '2012': ['停止察看实时数据', '2005', null], '2013': ['原始数据', '2025', null], '2021': ['设备运行状态数据', '2005', null], '2022': ['停止察看设备运行状态', '2005', null],
  '2031': ['日数据', '2005', null], '2041': ['设备运行时间日历史数据', '2005', null], '2051': ['分钟数据', '2005', null], '2052': ['噪声事件数据', '2025', null], '2061': ['小时数据', '2005', null], '2062': ['自动标样核查数据', '2025', null],
  '2071': ['报警记录', '2005', '2005'], '2072': ['报警事件', '2005', '2005'], '2081': ['数采仪开机时间', '2017', null], '2111': ['炉膛温度5分钟均值', '2025', null],
  '3011': ['零点校准量程校准', '2005', null], '3012': ['即时采样', '2005', null], '3013': ['启动清洗反吹', '2005', null], '3014': ['比对采样', '2005', null], '3015': ['超标留样', '2017', null], '3016': ['设置采样时间周期', '2017', null], '3017': ['提取采样时间周期', '2017', null], '3018': ['提取出样时间', '2017', null], '3019': ['提取设备唯一标识', '2017', null], '3020': ['现场机信息', '2017', null], '3021': ['设置现场机参数', '2017', null], '3022': ['即时留样', '2025', null], '3024': ['启动标样核查', '2025', null],
  '9011': ['请求应答', '2005', null], '9012': ['执行结果', '2005', null], '9013': ['通知应答', '2005', null], '9014': ['数据应答', '2005', null], '9015': ['心跳', '2025', null], '9021': ['登录', '2005', '2005'], '9022': ['登录应答', '2005', '2005'],
};

/** Request answers (QnRtn). @source HJ 212-2017 6.6.3 */
export const QN_RETURNS: Readonly<Record<string, string>> = { '1': '准备执行请求', '2': '请求被拒绝', '3': '密码错误', '4': '设备编码错误', '5': '系统编码错误', '6': '标志位错误', '7': '请求编码错误', '8': '命令编码错误', '9': 'CRC 校验错误', '100': '未知错误' };
/** Execution results (ExeRtn). @source HJ 212-2017 6.6.2 */
export const EXE_RETURNS: Readonly<Record<string, string>> = { '1': '执行成功', '2': '执行失败，原因不明', '3': '不符合执行条件', '4': '通讯超时', '5': '系统繁忙', '6': '系统故障', '100': '没有数据' };
/** Data flags; only N and S count in statistics. @source HJ 212-2017 表8 */
export const DATA_FLAGS: Readonly<Record<string, readonly [name: string, counts: boolean]>> = {
  N: ['正常', true], S: ['手工输入', true], F: ['停运', false], M: ['维护', false], D: ['故障', false], C: ['校准', false], T: ['超测上限', false], B: ['通讯异常', false],
};
/** Suffixes of factor codes and of equipment. @source HJ 212-2017 表4 */
export const SUFFIXES: ReadonlySet<string> = new Set(['Rtd', 'Min', 'Avg', 'Max', 'Cou', 'ZsRtd', 'ZsMin', 'ZsAvg', 'ZsMax', 'Flag', 'EFlag', 'SampleTime', 'Info', 'SN', 'Data', 'DayData', 'NightData', 'RS', 'RT', 'Ala', 'UpValue', 'LowValue']);
/** Keys of the command block that are no factors. @source HJ 212-2017 表4 */
export const PARAMETERS: ReadonlySet<string> = new Set(['DataTime', 'RestartTime', 'PolId', 'BeginTime', 'EndTime', 'SystemTime', 'NewPW', 'OverTime', 'ReCount', 'RtdInterval', 'MinInterval', 'VaseNo', 'CstartTime', 'CTime', 'Ctime', 'Stime', 'STime', 'InfoId', 'QnRtn', 'ExeRtn', 'SKCreateTime', 'NewSK', 'CalibrationType', 'NewMN', 'AlarmTime', 'AlarmType', 'ReportTime', 'WarnTime']);

/** Names of the protocol: system types, commands, returns, data flags, suffixes, parameters, factors. */
export interface ProtocolNames extends StandardHeader {
  readonly clause: string;
  readonly mark: Mark;
  readonly systemTypes: typeof SYSTEM_TYPES;
  readonly systemTypesSince2025: typeof SYSTEM_TYPES_SINCE_2025;
  readonly commands: typeof COMMANDS;
  readonly qnReturns: typeof QN_RETURNS;
  readonly exeReturns: typeof EXE_RETURNS;
  readonly dataFlags: typeof DATA_FLAGS;
  readonly suffixes: typeof SUFFIXES;
  readonly parameters: typeof PARAMETERS;
  readonly factors: typeof FACTORS;
  /** The units of many factors are recollected; each factor says so. */
  readonly unitsMark: Mark;
}

/** Every name above, dated; commands and system types say in which editions they stand. @source HJ 212-2017 表3 表4 表8 附录B; HJ 212-2025 */
export const PROTOCOL_NAMES: ProtocolNames = {
  standard: 'HJ 212 编码', edition: '2017, 2025', title: 'HJ 212 系统类型、命令、返回码、数据标记、因子', source: 'text of 2017, images of 2025, tables of public implementations; units of many factors recollected',
  effectiveFrom: '2006-02-01', effectiveTo: null, datesMark: 'memory', note: 'names of 2005 that were removed later are kept for older devices', clause: '表3、表4、表8、附录B', mark: 'two-sources', unitsMark: 'memory',
  systemTypes: SYSTEM_TYPES, systemTypesSince2025: SYSTEM_TYPES_SINCE_2025, commands: COMMANDS, qnReturns: QN_RETURNS, exeReturns: EXE_RETURNS, dataFlags: DATA_FLAGS, suffixes: SUFFIXES, parameters: PARAMETERS, factors: FACTORS,
};

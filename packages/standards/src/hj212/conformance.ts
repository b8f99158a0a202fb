import type { CpItem, Hj212Frame } from './frame.ts';
import { hj212Epoch, QN_DIGITS, TIME_DIGITS } from './hj-time.ts';
import { type ItemKey, itemKey } from './item-key.ts';
import {
  COMMANDS,
  DATA_FLAGS,
  HJ_212_2017,
  PROTOCOL_TABLES,
  type ProtocolTable,
  SYSTEM_TYPES,
  SYSTEM_TYPES_SINCE_2025,
} from './protocol.table.ts';
import type { Findings, HeaderFields, SegmentParts } from './segment.ts';
import { isNumber } from './value.ts';

const KNOWN_FIELDS = /* @__PURE__ */ new Set([
  'QN',
  'ST',
  'CN',
  'PW',
  'MN',
  'Flag',
  'PNUM',
  'PNO',
  'RF',
  'CP',
]);
const FREE_TEXT = /* @__PURE__ */ new Set(['Info', 'SN', 'EFlag']);
const DATA_FLAGS_KNOWN = /* @__PURE__ */ new Set(Object.keys(DATA_FLAGS));
const KNOWN_TYPES = /* @__PURE__ */ new Set(Object.keys(SYSTEM_TYPES));
const PROTOCOLS = /* @__PURE__ */ new Map(PROTOCOL_TABLES.map((table) => [table.edition, table] as const));
const KNOWN_COMMANDS = new Map(Object.entries(COMMANDS));
const TIMES = /* @__PURE__ */ new Set(['RestartTime', 'BeginTime', 'EndTime', 'SystemTime']);

function checkIdentity(fields: HeaderFields, protocol: ProtocolTable, findings: Findings): void {
  const qn = fields.get('QN');
  if (qn === undefined) findings.add('qn-missing', 'QN', '缺少请求编码 QN');
  else if (qn.length !== QN_DIGITS || hj212Epoch(qn) === null)
    findings.add('qn-format', 'QN', `QN“${qn.slice(0, 24)}”应为 17 位数字的有效时间`);
  const pw = fields.get('PW');
  if (pw === undefined) findings.add('pw-missing', 'PW', '缺少访问密码 PW');
  else if (pw.length !== protocol.pwLength)
    findings.add('pw-length', 'PW', `PW 应为 ${protocol.pwLength} 个字符，实为 ${pw.length} 个`);
  const mn = fields.get('MN');
  if (mn === undefined || mn === '') findings.add('mn-missing', 'MN', '缺少设备编码 MN');
  else if (mn.length !== protocol.mnLength)
    findings.add('mn-length', 'MN', `MN 应为 ${protocol.mnLength} 个字符，实为 ${mn.length} 个`);
  else if (!protocol.mnCharacters.test(mn))
    findings.add('mn-characters', 'MN', `MN 含有 ${protocol.standard} 不用的字符`);
}

function checkCommand(
  fields: HeaderFields,
  frame: Hj212Frame,
  protocol: ProtocolTable,
  findings: Findings,
): void {
  if (frame.st === null) findings.add('st-missing', 'ST', '缺少系统编码 ST');
  else if (!KNOWN_TYPES.has(frame.st))
    findings.add('st-unknown', 'ST', `不认识的系统编码 ${frame.st.slice(0, 10)}`);
  else if (SYSTEM_TYPES_SINCE_2025.has(frame.st) && protocol.edition !== '2025') {
    findings.add('st-edition', 'ST', `系统编码 ${frame.st} 自 2025 版起才有`);
  }
  const command = frame.cn === null ? undefined : KNOWN_COMMANDS.get(frame.cn);
  if (frame.cn === null) findings.add('cn-missing', 'CN', '缺少命令编码 CN');
  else if (!command) findings.add('cn-unknown', 'CN', `不认识的命令编码 ${frame.cn.slice(0, 10)}`);
  else if (command[1] > protocol.edition || (command[2] !== null && command[2] < protocol.edition)) {
    findings.add('cn-edition', 'CN', `命令 ${frame.cn} 不属于 ${protocol.standard}`);
  }
  for (const key of fields.keys())
    if (!KNOWN_FIELDS.has(key))
      findings.add('field-unknown', key.slice(0, 40), `不认识的字段 ${key.slice(0, 40)}`);
}

function checkFlag(fields: HeaderFields, frame: Hj212Frame, findings: Findings): void {
  const { flag } = frame;
  if (!fields.has('Flag')) findings.add('flag-missing', 'Flag', '缺少 Flag');
  if (!flag) return;
  if (frame.edition === null) findings.add('flag-version', 'Flag', `不认识的版本号 ${flag.version}`);
  if (flag.version === 2 && frame.st === '21') {
    findings.add('flag-ambiguous', 'Flag', '地表水站旧方言也用此版本号，请为设备指定版本');
  }
}

function checkPackets(fields: HeaderFields, frame: Hj212Frame, findings: Findings): void {
  const given = fields.has('PNUM') || fields.has('PNO');
  const announced = frame.flag?.packets ?? false;
  if (announced && !(fields.has('PNUM') && fields.has('PNO')))
    findings.add('packets-missing', 'PNUM', 'Flag 表示有包号，但缺少 PNUM 或 PNO');
  if (!announced && given) findings.add('packets-unannounced', 'PNUM', '有包号，但 Flag 未声明');
  if (!given) return;
  const keys = [...fields.keys()];
  if (fields.has('PNO') && keys.indexOf('PNO') < keys.indexOf('PNUM'))
    findings.add('packets-order', 'PNO', 'PNO 写在 PNUM 之前');
  const { pnum, pno } = frame;
  if (pnum === null || pno === null || pno < 1 || pno > pnum)
    findings.add('packets-range', 'PNO', '包号应为 1 至总包数');
}

function checkValue(
  key: string,
  { code, suffix, codeKnown, nameKnown }: ItemKey,
  value: string,
  findings: Findings,
): void {
  if (!nameKnown) findings.add('suffix-unknown', key, `不认识的后缀 -${suffix.slice(0, 20)}`);
  if (!codeKnown) findings.add('factor-unknown', code.slice(0, 40), `不认识的因子 ${code.slice(0, 20)}`);
  if (suffix === 'Flag') {
    if (!DATA_FLAGS_KNOWN.has(value))
      findings.add('data-flag-unknown', key, `不认识的数据标记“${value.slice(0, 10)}”`);
  } else if (suffix === 'SampleTime') {
    if (hj212Epoch(value) === null) findings.add('time-format', key, '采样时间应为 14 位数字的有效时间');
  } else if (value !== '' && !isNumber(value) && !FREE_TEXT.has(suffix)) {
    findings.add('value-not-a-number', key, `值“${value.slice(0, 20)}”不是数字`);
  }
}

function checkPair(key: string, told: ItemKey, value: string | null, findings: Findings): void {
  const short = key.length > 40 ? key.slice(0, 40) : key;
  if (value === null) findings.add('item-format', short, `数据项“${short}”缺少等号`);
  else if (value === '') findings.add('value-empty', short, `数据项 ${short} 没有值`);
  if (told.code !== '') checkValue(short, told, value ?? '', findings);
  else {
    if (!told.nameKnown && key !== '') findings.add('key-unknown', short, `不认识的数据项 ${short}`);
    if (TIMES.has(key) && (value?.length !== TIME_DIGITS || hj212Epoch(value) === null))
      findings.add('time-format', key, `${key} 应为 14 位数字的有效时间`);
  }
}

let checks = 0;

function checkItems(cp: readonly CpItem[], findings: Findings): void {
  checks += 1;
  let strangers: Set<string> | null = null;
  for (const item of cp) {
    let first = '';
    for (const [key, value] of item) {
      const told = itemKey(key);
      const twice = told.remembered ? told.metIn === checks : (strangers?.has(key) ?? false);
      if (!told.remembered) strangers = (strangers ?? new Set()).add(key);
      if (twice) findings.add('key-twice', key.slice(0, 40), `数据项 ${key.slice(0, 40)} 重复`);
      told.metIn = checks;
      checkPair(key, told, value, findings);
      if (told.code === '') continue;
      if (first !== '' && told.code !== first)
        findings.add('items-joined', told.code.slice(0, 40), '不同因子之间应为分号，实为逗号');
      first = told.code;
    }
  }
}

/** Adds to `findings` every deviation of a record from the text of its edition (2017 where the edition is not known). */
export function checkConformance(parts: SegmentParts, frame: Hj212Frame, findings: Findings): void {
  const protocol = frame.edition === null ? HJ_212_2017 : (PROTOCOLS.get(frame.edition) ?? HJ_212_2017);
  const { fields } = parts;
  if (protocol.edition !== '2005') checkFlag(fields, frame, findings);
  checkIdentity(fields, protocol, findings);
  checkCommand(fields, frame, protocol, findings);
  checkPackets(fields, frame, findings);
  checkItems(parts.cp, findings);
}

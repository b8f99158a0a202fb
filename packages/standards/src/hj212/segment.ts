import { editionOfVersion, type Flag, flagOf } from './flag.ts';
import type { CpItem, CpPair, Deviation, DeviationCode, Hj212Frame } from './frame.ts';
import { type Hj212Time, hj212Time, TIME_DIGITS } from './hj-time.ts';
import type { Hj212Edition } from './protocol.table.ts';

/** Most pairs a command block may hold; a segment of 1024 bytes cannot hold more. */
const MOST_PAIRS = 1024;

/** Collects deviations. */
export class Findings {
  readonly list: Deviation[] = [];

  add(code: DeviationCode, field: string, message: string): void {
    if (this.list.length < 64) this.list.push({ code, field, message });
  }
}

/** Header fields by name, in the order sent. */
export type HeaderFields = Map<string, string>;

/** A data segment taken apart, not yet judged. */
export interface SegmentParts {
  readonly fields: HeaderFields;
  readonly cp: readonly CpItem[];
  readonly hasCp: boolean;
}

function readHeader(text: string, end: number, findings: Findings): HeaderFields {
  const fields: HeaderFields = new Map();
  for (let from = 0; from < end; ) {
    const semicolon = text.indexOf(';', from);
    const to = semicolon < 0 || semicolon > end ? end : semicolon;
    const equals = text.indexOf('=', from);
    const cut = equals < 0 || equals > to ? to : equals;
    const key = text.slice(from, cut);
    if (to > from && cut === to)
      findings.add('field-format', key.slice(0, 40), `字段“${key.slice(0, 40)}”缺少等号`);
    else if (fields.has(key))
      findings.add('field-twice', key.slice(0, 40), `字段 ${key.slice(0, 40)} 重复，取第一个`);
    else if (to > from) fields.set(key, text.slice(cut + 1, to));
    from = to + 1;
  }
  return fields;
}

function readPair(text: string, from: number, to: number): CpPair {
  const equals = text.indexOf('=', from);
  return equals < 0 || equals >= to
    ? [text.slice(from, to), null]
    : [text.slice(from, equals), text.slice(equals + 1, to)];
}

function readItem(text: string, from: number, to: number): CpPair[] {
  const pairs: CpPair[] = [];
  let at = from;
  for (;;) {
    const comma = text.indexOf(',', at);
    if (comma < 0 || comma >= to) break;
    pairs.push(readPair(text, at, comma));
    at = comma + 1;
  }
  pairs.push(readPair(text, at, to));
  return pairs;
}

function readItems(text: string, findings: Findings): CpItem[] | null {
  const items: CpItem[] = [];
  let pairs = 0;
  for (let from = 0; text !== '' && from <= text.length; ) {
    const semicolon = text.indexOf(';', from);
    const to = semicolon < 0 ? text.length : semicolon;
    if (to === from) findings.add('trailing-semicolon', 'CP', '数据区有多余的分号');
    else {
      const item = readItem(text, from, to);
      pairs += item.length;
      if (pairs > MOST_PAIRS) return null;
      items.push(item);
    }
    from = to + 1;
  }
  return items;
}

/** Takes a data segment apart at `CP=&&…&&`; null when it has more than 1024 pairs. */
export function takeApart(text: string, findings: Findings): SegmentParts | null {
  const start = text.indexOf('CP=&&');
  if (start < 0) {
    findings.add('cp-missing', 'CP', '没有数据区 CP=&&…&&');
    return { fields: readHeader(text, text.length, findings), cp: [], hasCp: false };
  }
  const end = text.lastIndexOf('&&');
  const open = start + 5;
  const closed = end >= open;
  if (!closed) findings.add('cp-not-closed', 'CP', '数据区没有以 && 结束');
  if (closed && end + 2 < text.length) findings.add('text-after-cp', 'CP', '数据区之后还有文字');
  const cp = readItems(text.slice(open, closed ? end : text.length), findings);
  return cp && { fields: readHeader(text, start, findings), cp, hasCp: true };
}

const SMALL_NUMBER = /^\d{1,4}$/;

function smallNumber(text: string | undefined): number | null {
  return text !== undefined && SMALL_NUMBER.test(text) ? Number(text) : null;
}

function readFlag(text: string | undefined, findings: Findings): Flag | null {
  if (text === undefined) return null;
  if (/^\d{1,3}$/.test(text) && Number(text) <= 255) return flagOf(Number(text));
  findings.add('flag-format', 'Flag', `Flag“${text.slice(0, 20)}”应为 0 至 255 的整数`);
  return null;
}

function readDataTime(cp: readonly CpItem[], findings: Findings): Hj212Time | null {
  for (const item of cp) {
    for (const [key, value] of item) {
      if (key !== 'DataTime') continue;
      const time = value === null ? null : hj212Time(value);
      if (time?.text.length !== TIME_DIGITS)
        findings.add(
          'time-format',
          'DataTime',
          `数据时间“${String(value).slice(0, 24)}”应为 14 位数字的有效时间`,
        );
      return time;
    }
  }
  return null;
}

/** Without a Flag the sender speaks 2005. */
function editionOf(flag: Flag | null, override: Hj212Edition | undefined): Hj212Edition | null {
  if (override) return override;
  return flag ? editionOfVersion(flag.version) : '2005';
}

/** Builds the record of a data segment; `edition` overrides what the Flag says. */
export function recordOf(
  parts: SegmentParts,
  encrypted: boolean,
  findings: Findings,
  edition?: Hj212Edition,
): Hj212Frame {
  const { fields, cp } = parts;
  const flag = readFlag(fields.get('Flag'), findings);
  const resend = fields.get('RF');
  return {
    edition: editionOf(flag, edition),
    qn: fields.get('QN') ?? null,
    st: fields.get('ST') ?? null,
    cn: fields.get('CN') ?? null,
    pw: fields.get('PW') ?? null,
    mn: fields.get('MN') ?? null,
    flag,
    pnum: smallNumber(fields.get('PNUM')),
    pno: smallNumber(fields.get('PNO')),
    resend: resend === undefined ? null : resend === '1',
    cp,
    dataTime: readDataTime(cp, findings),
    encrypted,
    deviations: findings.list,
  };
}

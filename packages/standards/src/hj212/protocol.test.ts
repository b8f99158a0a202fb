import { describe, expect, test } from 'vitest';
import {
  COMMANDS,
  crcText,
  DATA_FLAGS,
  decodeFrame,
  EXE_RETURNS,
  FACTORS,
  factorOf,
  hj212Crc,
  QN_RETURNS,
  readingsOf,
  SYSTEM_TYPES,
} from '../index.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const words = (text: string) => text.trim().split(/\s+/);

/** A frame around any segment, also one that the encoder would refuse. */
function wrapped(segment: string): Uint8Array {
  const data = bytes(segment);
  return bytes(`##${String(data.length).padStart(4, '0')}${segment}${crcText(hj212Crc(data))}\r\n`);
}

const MN = '010000A8900016F000169DC0';
/** Codes of the deviations of a frame with this system type, command and Flag. */
function deviations(st: string, cn: string, flag: number): string[] {
  const mn = flag < 4 ? MN.slice(0, 14) : MN;
  const verdict = decodeFrame(
    wrapped(`QN=20260301080000000;ST=${st};CN=${cn};PW=123456;MN=${mn};Flag=${flag};CP=&&&&`),
  );
  if (!verdict.ok) throw new Error(verdict.detail);
  return verdict.frame.deviations.map((one) => one.code);
}

describe('the names of the protocol, as HJ 212-2017 and -2025 print them', () => {
  const of2017 =
    words(`1000 1011 1012 1013 1061 1062 1063 1064 1072 2011 2012 2021 2022 2051 2061 2031 2041 2081
    3011 3012 3013 3014 3015 3016 3017 3018 3019 3020 3021 9011 9012 9013 9014`);
  const since2025 = words('1001 1002 1014 2013 2052 2062 2111 3022 3024 9015');
  const until2005 = words('1021 1022 1031 1032 1041 1042 2071 2072 9021 9022');

  test('commands: those of 2017 stand in 2025 too, ten are new there, ten ended with 2005', () => {
    expect(Object.keys(COMMANDS).sort()).toEqual([...of2017, ...since2025, ...until2005].sort());
    for (const cn of of2017) expect([deviations('32', cn, 4), deviations('32', cn, 8)], cn).toEqual([[], []]);
    for (const cn of since2025) {
      expect(deviations('32', cn, 4), cn).toEqual(['cn-edition']);
      expect(deviations('32', cn, 8), cn).toEqual([]);
    }
    for (const cn of until2005) {
      expect(deviations('32', cn, 4), cn).toEqual(['cn-edition']);
      expect(deviations('32', cn, 0), cn).toEqual([]);
    }
  });
  test('system types: 44 and 45 are new in 2025', () => {
    const old = words('21 22 23 24 25 26 27 31 32 33 34 35 36 37 38 39 41 51 52 91');
    expect(Object.keys(SYSTEM_TYPES).sort()).toEqual([...old, '44', '45'].sort());
    for (const st of old) expect(deviations(st, '2011', 4), st).toEqual([]);
    expect([deviations('44', '2011', 4), deviations('45', '2011', 8)]).toEqual([['st-edition'], []]);
  });
  test('returns', () => {
    expect(QN_RETURNS).toEqual({
      1: '准备执行请求',
      2: '请求被拒绝',
      3: '密码错误',
      4: '设备编码错误',
      5: '系统编码错误',
      6: '标志位错误',
      7: '请求编码错误',
      8: '命令编码错误',
      9: 'CRC 校验错误',
      100: '未知错误',
    });
    expect(Object.keys(EXE_RETURNS)).toEqual(words('1 2 3 4 5 6 100'));
  });
  test('data flags: only N and S count in statistics', () => {
    const counting = Object.keys(DATA_FLAGS).filter((flag) => DATA_FLAGS[flag]?.[1]);
    expect([Object.keys(DATA_FLAGS).sort(), counting.sort()]).toEqual([words('B C D F M N S T'), ['N', 'S']]);
    for (const [flag, counts] of [
      ['N', true],
      ['M', false],
      ['Q', false],
    ] as const) {
      const verdict = decodeFrame(wrapped(`ST=32;CN=2011;CP=&&w01018-Rtd=1,w01018-Flag=${flag}&&`));
      expect(verdict.ok && readingsOf(verdict.frame)[0]?.counts, flag).toBe(counts);
    }
  });
  test('factors carry their code of 2005', () => {
    const pairs =
      words(`w00000:B01 w01001:001 w01002:002 w01012:003 w01017:010 w01018:011 w01020:015 w02003:550 w19002:520
      w20111:020 w20115:022 w20117:024 w20119:026 w20120:027 w20122:029 w20123:030 w21001:065 w21003:060 w21011:101
      w21016:070 w21017:072 w21019:071 w22001:080 w23002:110 a00000:B02 a01011:S02 a01012:S03 a01013:S08 a01014:S05
      a19001:S01 a21001:10 a21002:03 a21005:04 a21026:02 a21028:05 a34013:01`);
    for (const pair of pairs) {
      const [code = '', code2005 = ''] = pair.split(':');
      expect(factorOf(code2005)?.[0], pair).toBe(code);
    }
    expect(FACTORS.filter((row) => row[1] !== '')).toHaveLength(pairs.length);
    for (const code of words(`w01009 w01010 w01014 w01019 a01001 a01002 a01006 a01007 a01008 a21003 a21004 a05024 a24088
      a25002 a34001 a34002 a34004 LA Leq Ld Ln Ldn L5 L10 L50 L90 L95 LMx LMn`))
      expect(factorOf(code)?.[0], code).toBe(code);
  });
});

describe('sizes', () => {
  const segment = (length: number, head: string) =>
    `${head}CP=&&x-Rtd=${'1'.repeat(length - head.length - 13)}&&`;
  test('a data segment of 1024 bytes is the longest', () => {
    const head = `QN=20260301080000000;ST=32;CN=2011;PW=123456;MN=${MN};Flag=4;`;
    expect(segment(1024, head)).toHaveLength(1024);
    expect(decodeFrame(wrapped(segment(1024, head))).ok).toBe(true);
    expect(decodeFrame(wrapped(segment(1025, head)))).toMatchObject({ ok: false, reason: 'size' });
  });
  test('a command block above 950 bytes is a deviation', () => {
    const tooLong = (bytesOfBlock: number) => {
      const verdict = decodeFrame(wrapped(segment(bytesOfBlock + 7, '')));
      return verdict.ok && verdict.frame.deviations.some((one) => one.code === 'cp-too-long');
    };
    expect([tooLong(950), tooLong(951)]).toEqual([false, true]);
  });
});

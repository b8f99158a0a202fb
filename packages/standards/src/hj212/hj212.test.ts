import { describe, expect, test } from 'vitest';
import { sm4 } from '../../testkit/sm4.ts';
import { vectorLines } from '../../testkit/vectors.ts';
import {
  crcText,
  dataAnswer,
  decodeFrame,
  encodeFrame,
  encodePackets,
  executionResult,
  type FrameDraft,
  flagNumber,
  flagOf,
  type Hj212Frame,
  hj212Crc,
  hj212Time,
  hj212TimeText,
  PacketAssembler,
  readingsOf,
  requestAnswer,
  resendKey,
  splitFrames,
  wrapSegment,
} from '../index.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (data: Uint8Array) => new TextDecoder().decode(data);

const CIPHER = sm4(bytes('0000000000000000'));

function frameOf(data: Uint8Array | string, options = {}): Hj212Frame {
  const verdict = decodeFrame(typeof data === 'string' ? bytes(data) : data, options);
  if (!verdict.ok) throw new Error(`${verdict.reason}: ${verdict.detail}`);
  return verdict.frame;
}

describe('published frames', () => {
  interface Row {
    frame: string;
    valid: boolean;
    problems: string[];
    computed_crc: string;
    note: string;
    data_bytes: number;
  }
  test.each(vectorLines<Row>('hj212.jsonl'))('valid $valid $note $problems', (row) => {
    const verdict = decodeFrame(bytes(row.frame));
    expect(verdict.ok).toBe(row.valid);
    expect(splitFrames(bytes(row.frame)).filter((event) => event.ok)).toHaveLength(row.valid ? 1 : 0);
    if (row.valid) expect(row.frame.slice(-6, -2).toUpperCase()).toBe(row.computed_crc);
    const reason = verdict.ok ? '' : verdict.reason;
    const told = row.problems.join(' ');
    if (told.includes('length says')) expect(reason).toBe('length');
    else if (told.includes('CRC')) expect(reason).toBe('crc');
    else if (told.includes('no CRLF')) expect(reason).toBe('tail');
    else if (row.note.includes('1024')) expect(reason).toBe('size');
  });

  test('CRC values of the facts', () => {
    expect(crcText(hj212Crc(bytes('123456789')))).toBe('2F80');
    expect(crcText(hj212Crc(new Uint8Array(0)))).toBe('FFFF');
    expect(crcText(hj212Crc(new Uint8Array(1)))).toBe('4040');
    expect(crcText(hj212Crc(new Uint8Array(1), 0, 1e300))).toBe('4040');
  });

  test('SM4 vectors and an encrypted frame', () => {
    interface Row {
      kind: string;
      key_hex?: string;
      key_text?: string;
      plain_hex?: string;
      plain?: string;
      cipher_hex: string;
    }
    for (const row of vectorLines<Row>('hj212_crypto.jsonl')) {
      const key = row.key_hex ? Buffer.from(row.key_hex, 'hex') : bytes(row.key_text as string);
      const plain = row.plain_hex ? Buffer.from(row.plain_hex, 'hex') : bytes(row.plain as string);
      expect(Buffer.from(sm4(key).encrypt(plain)).toString('hex')).toBe(row.cipher_hex);
    }
    const draft: FrameDraft = {
      qn: '20240520101112001',
      st: '32',
      cn: '2011',
      pw: '123456',
      mn: '010000A8900016F000169DC0',
      flag: { answer: true, packets: false, version: 2 },
      cp: [
        [['DataTime', '20240520101112']],
        [
          ['w01018-Rtd', '12.5'],
          ['w01018-Flag', 'N'],
        ],
      ],
    };
    const secret = encodeFrame(draft, { cipher: CIPHER });
    expect(text(secret)).toContain('CP=&&{0x');
    expect(text(secret).slice(2, 6)).toBe(text(encodeFrame(draft)).slice(2, 6));
    const frame = frameOf(secret, { cipher: CIPHER });
    expect(frame).toMatchObject({ encrypted: true, edition: '2025', cp: draft.cp });
    expect(decodeFrame(secret)).toMatchObject({ ok: false, reason: 'format' });
    expect(decodeFrame(secret, { cipher: sm4(bytes('1111111111111111')) })).toMatchObject({
      ok: false,
      reason: 'crc',
    });
    // the length is that of the plain text; one that counts the ciphertext is wrong
    const ciphertextLength = String(secret.length - 12).padStart(4, '0');
    expect(
      decodeFrame(bytes(text(secret).replace(/^##\d{4}/, `##${ciphertextLength}`)), { cipher: CIPHER }),
    ).toMatchObject({ ok: false, reason: 'length' });
    const stream = splitFrames(new Uint8Array([...secret, ...encodeFrame(draft)]), { cipher: CIPHER });
    expect(stream.map((event) => event.ok)).toEqual([true, true]);
  });
});

describe('records', () => {
  const data =
    '##0435QN=20210301111100112;ST=21;CN=2011;PW=123456;MN=ZLDSZ20210127;Flag=8;CP=&&DataTime=20210301111100;w01001-Rtd=8.33,w01001-Flag=N;w01009-Rtd=10.15,w01009-Flag=N;w01010-Rtd=9.7,w01010-Flag=N;w01014-Rtd=1425,w01014-Flag=N;w01003-Rtd=13.10,w01003-Flag=N;w21011-Rtd=0,w21011-Flag=N;w21001-Rtd=3.563168,w21001-Flag=N;w21003-Rtd=0.09055002,w21003-Flag=N;w01019-Rtd=4.102818,w01019-Flag=N;w01008-Rtd=0,w01008-Flag=N;w23002-Rtd=0,w23002-Flag=N&&7d00\r\n';

  test('readings with names, units, flags and the text as sent', () => {
    const frame = frameOf(data);
    expect(frame.dataTime).toMatchObject({ text: '20210301111100', utc: '2021-03-01T03:11:00.000Z' });
    const readings = readingsOf(frame);
    expect(readings).toHaveLength(11);
    expect(readings[4]).toEqual({
      code: 'w01003',
      name: '浑浊度',
      unit: 'NTU',
      values: [{ suffix: 'Rtd', text: '13.10', value: 13.1 }],
      flag: 'N',
      counts: true,
    });
    expect(frame.deviations.map((one) => one.code)).toEqual(
      expect.arrayContaining(['crc-lower-case', 'mn-length', 'flag-ambiguous', 'factor-unknown']),
    );
    expect(decodeFrame(bytes(data), { strict: true })).toMatchObject({ ok: false, reason: 'format' });
  });

  test('an exact frame has no deviations and passes the strict validator', () => {
    const frame = frameOf(
      '##0101QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;CP=&&RtdInterval=30&&1C80\r\n',
      { strict: true },
    );
    expect(frame).toMatchObject({
      edition: '2017',
      flag: { answer: true, packets: false, version: 1 },
      deviations: [],
    });
  });

  const wrap = (segment: string) => frameOf(wrapSegment(segment)).deviations.map((one) => one.code);
  test.each([
    ['ST=32;CN=2011;PW=123456;MN=DM000001;CP=&&DataTime=20191223165100&&', ['qn-missing', 'mn-length']],
    ['QN=20160801085857223;ST=32;CN=2011;PW=;MN=010000A8900016F000169DC0;Flag=4;CP=&&&&', ['pw-length']],
    [
      'QN=20160801085857223;ST=99;CN=2998;PW=123456;MN=010000A8900016F000169DC0;Flag=4;CP=&&&&',
      ['st-unknown', 'cn-unknown'],
    ],
    [
      'QN=20160801085857223;ST=constructor;CN=toString;PW=123456;MN=010000A8900016F000169DC0;Flag=4;CP=&&&&',
      ['st-unknown', 'cn-unknown'],
    ],
    [
      'QN=20161301085857223;ST=32;CN=2011;PW=123456;MN=010000A8900016F000169DC0;Flag=4;CP=&&&&',
      ['qn-format'],
    ],
    [
      'QN=20160801085857223;ST=32;CN=2011;PW=123456;MN=010000A8900016F000169DC0;Flag=7;CP=&&&&',
      ['packets-missing'],
    ],
    [
      'QN=20160801085857223;ST=32;CN=2011;PW=123456;MN=010000A8900016F000169DC0;Flag=7;PNO=1;PNUM=2;CP=&&&&',
      ['packets-order'],
    ],
    [
      'QN=20160801085857223;ST=32;CN=2011;PW=123456;MN=010000A8900016F000169DC0;Flag=5;CP=&&w01018-Rtd=--,w01018-Flag=Q;&&',
      ['value-not-a-number', 'data-flag-unknown', 'trailing-semicolon'],
    ],
    [
      'QN=20160801085857223;ST=32;CN=2011;PW=123456;MN=010000A8900016F000169DC0;Flag=5;CP=&&LA-td=1;DataTime=20260230000000&&',
      ['suffix-unknown', 'time-format'],
    ],
    [
      'QN=20160801085857223;ST=32;CN=2071;PW=123456;MN=010000A8900016F000169DC0;Flag=5;CP=&&a34004-Rtd=1,a21001-Rtd=2&&',
      ['cn-edition', 'items-joined'],
    ],
    [
      'QN=20160801085857223;ST=44;CN=2011;PW=123456;MN=010000A8900016F000169DC0;Flag=5;CP=&&&&',
      ['st-edition'],
    ],
    [
      'QN=20160801085857223;ST=32;CN=2011;PW=123456;MN=010000A8900016F000169DG0;Flag=5;CP=&&DataTime=20260301080000000&&',
      ['mn-characters', 'time-format'],
    ],
    [
      // 951 bytes in 325 characters
      `ST=32;CN=2011;CP=&&i13013-Info=${'汉'.repeat(313)}&&`,
      ['cp-too-long'],
    ],
    ['hello', ['cp-missing', 'field-format']],
  ])('%s', (segment, expected) => {
    expect(wrap(segment)).toEqual(expect.arrayContaining(expected));
  });

  test('a value that is no number is null, never 0', () => {
    const [reading] = readingsOf(frameOf(wrapSegment('ST=32;CN=2011;CP=&&w01018-Rtd=--,w01018-Flag=D&&')));
    expect(reading).toMatchObject({ flag: 'D', counts: false, values: [{ text: '--', value: null }] });
  });

  test('ambient gases are in µg/m³, source gases in mg/m³; a device may be told its edition', () => {
    const unit = (st: string) =>
      readingsOf(frameOf(wrapSegment(`ST=${st};CN=2011;CP=&&a21026-Rtd=1&&`)))[0]?.unit;
    expect([unit('22'), unit('31')]).toEqual(['µg/m³', 'mg/m³']);
    expect(frameOf(data, { edition: '2017' }).edition).toBe('2017');
  });
});

describe('times, flags, answers', () => {
  test('times are UTC+8 and must exist', () => {
    expect(hj212Time('20160801085857223')?.utc).toBe('2016-08-01T00:58:57.223Z');
    expect(hj212TimeText(Date.parse('2016-08-01T00:58:57.223Z'), true)).toBe('20160801085857223');
    for (const wrong of ['20160230000000', '2016080108585', '20160801246060', 'x0160801085857', ''])
      expect(hj212Time(wrong)).toBeNull();
  });
  test('flag bits', () => {
    expect(flagOf(7)).toEqual({ answer: true, packets: true, version: 1 });
    for (let value = 0; value < 256; value += 1) expect(flagNumber(flagOf(value))).toBe(value);
    expect(() => flagOf(256)).toThrow(expect.objectContaining({ code: 'out-of-range' }));
  });
  test('answers are those of the standard', () => {
    const frame = frameOf(
      '##0101QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;CP=&&RtdInterval=30&&1C80\r\n',
    );
    expect(text(encodeFrame({ ...executionResult(frame, 1), pw: '123456' }))).toBe(
      '##0095QN=20160801085857223;ST=91;CN=9012;PW=123456;MN=010000A8900016F000169DC0;Flag=4;CP=&&ExeRtn=1&&6240\r\n',
    );
    expect(text(encodeFrame(requestAnswer(frame, 9)))).toContain(
      'CN=9011;PW=100000;MN=010000A8900016F000169DC0;Flag=4;CP=&&QnRtn=9&&',
    );
    expect(text(encodeFrame(dataAnswer(frame)))).toContain('CN=9014;');
    expect(() => requestAnswer(frame, 11)).toThrow(expect.objectContaining({ code: 'unknown-item' }));
    expect(resendKey(frame)).toBe('010000A8900016F000169DC0 20160801085857223 1062 ');
  });
});

describe('several packets', () => {
  const items = Array.from({ length: 60 }, (_, i) => [
    [`a2${String(1000 + i)}-Rtd`, `${i}.5`] as const,
    [`a2${String(1000 + i)}-Flag`, 'N'] as const,
  ]);
  const draft: FrameDraft = {
    qn: '20160801085857223',
    st: '31',
    cn: '2011',
    pw: '123456',
    mn: '010000A8900016F000169DC0',
    flag: { answer: true, packets: false, version: 1 },
    cp: [[['DataTime', '20160801085857']], ...items],
  };

  test('split, shuffled, repeated and put together again', () => {
    const frames = encodePackets(draft).map((data) => frameOf(data));
    expect(frames.length).toBeGreaterThan(1);
    const assembler = new PacketAssembler();
    const [first, ...rest] = frames as [Hj212Frame, ...Hj212Frame[]];
    for (const frame of rest.reverse())
      expect(assembler.add({ ...frame, qn: `2016080108585${frame.pno}` }, 0).state).toBe('waiting');
    expect(assembler.add(rest[0] as Hj212Frame, 0).state).toBe('duplicate');
    const done = assembler.add(first, 0);
    expect(done.state === 'complete' && done.message.frame.cp).toEqual(draft.cp);
    expect(assembler.waiting).toBe(0);
  });
  test('incomplete sets expire and are bounded', () => {
    const assembler = new PacketAssembler({ mostSets: 3 });
    const part = frameOf(encodePackets(draft)[0] as Uint8Array);
    for (let i = 0; i < 10; i += 1) assembler.add({ ...part, mn: `MN${i}` }, 0);
    expect(assembler.waiting).toBe(3);
    expect(assembler.expire(60_000)).toBe(3);
    expect(assembler.add({ ...part, pnum: 5000 }, 0).state).toBe('refused');
    for (const pno of [0, 3, 99]) expect(assembler.add({ ...part, pno, pnum: 2 }, 0).state).toBe('refused');
  });
});

describe('encoder refusals', () => {
  test.each([
    [{ mn: 'A;B' }, 'bad-frame'],
    [{ cp: [[['a', 'x\r\ny']]] }, 'bad-frame'],
    [{ cp: [[['a', 'x&&y']]] }, 'bad-frame'],
    [{ cp: [[['a', 'x'.repeat(1000)]]] }, 'too-long'],
    [{ cp: Array.from({ length: 10_000 }, (_, i) => [[`w${i}-Rtd`, '1']]) }, 'too-many'],
    [{ pno: 0 }, 'bad-frame'],
  ])('%o', (draft, code) => {
    expect(() => encodeFrame(draft as FrameDraft)).toThrow(expect.objectContaining({ code }));
  });
});

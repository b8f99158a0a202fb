import { PassThrough, Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { help, run } from '../hj212.ts';

async function hj212(args: string[], input: string | Buffer) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const texts = Promise.all([stdout, stderr].map(async (stream) => Buffer.concat(await stream.toArray())));
  const code = await run(args, { stdin: Readable.from([Buffer.from(input)]), stdout, stderr });
  stdout.end();
  stderr.end();
  const [out = Buffer.alloc(0), messages = Buffer.alloc(0)] = await texts;
  const lines = out.toString().split('\n').slice(0, -1);
  return { code, out, messages: messages.toString(), lines };
}
const FRAME =
  '##0101QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;CP=&&RtdInterval=30&&1C80\r\n';
const DATA =
  '{"qn":"20260301080000000","st":"32","cn":"2011","pw":"123456","mn":"010000A8900016F000169DC0","flag":9,"cp":{"DataTime":"20260301080000","w01018-Rtd":12.5,"w01018-Flag":"N"}}\n';

describe('hj212', () => {
  test('a line per frame, with the reason and the place of what is none', async () => {
    const { code, lines } = await hj212(
      ['decode'],
      `junk${FRAME}${FRAME.replace('1C80', '1C81')}${FRAME.slice(0, 50)}`,
    );
    expect(code).toBe(0);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { ok: false, reason: 'head', at: 0 },
      { ok: true, at: 4, frame: { cn: '1062', deviations: [] } },
      { ok: false, reason: 'crc', at: 117 },
      { ok: false, reason: 'tail', at: 230 },
    ]);
  });
  test('deviations are listed, and refused only with --strict', async () => {
    const loose = FRAME.replace('1C80', '1c80');
    expect(JSON.parse((await hj212(['decode'], loose)).lines[0] as string)).toMatchObject({
      ok: true,
      frame: { deviations: [{ code: 'crc-lower-case' }] },
    });
    expect(JSON.parse((await hj212(['decode', '--strict'], loose)).lines[0] as string)).toMatchObject({
      ok: false,
      reason: 'format',
    });
    expect(JSON.parse((await hj212(['decode', '--strict'], FRAME)).lines[0] as string).ok).toBe(true);
  });
  test('encode and decode back, plain and with SM4', async () => {
    for (const key of [
      [],
      ['--sm4-key', '0000000000000000'],
      ['--sm4-key=30303030303030303030303030303030'],
    ]) {
      const { out } = await hj212(['encode', ...key], DATA);
      expect(out.includes('{0x')).toBe(key.length > 0);
      const [line] = (await hj212(['decode', ...key], out)).lines;
      const told = JSON.parse(line as string);
      expect(told.frame.readings[0]).toMatchObject({
        code: 'w01018',
        name: '化学需氧量',
        unit: 'mg/L',
        values: [{ suffix: 'Rtd', value: 12.5 }],
      });
      expect((await hj212(['encode', ...key], `${line}\n`)).out.equals(out)).toBe(true);
    }
    const secret = (await hj212(['encode', '--sm4-key', '0000000000000000'], DATA)).out;
    expect(JSON.parse((await hj212(['decode'], secret)).lines[0] as string)).toMatchObject({
      ok: false,
      reason: 'format',
    });
  });
  test('bad lines of encode are told on stderr with their number', async () => {
    const { code, out, messages } = await hj212(
      ['encode'],
      `x\n${DATA}{"mn":"a;b"}\n{"cp":5}\n{"flag":999}\n`,
    );
    expect(code).toBe(0);
    expect(out.toString().match(/##/g)).toHaveLength(1);
    expect(
      messages
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).line),
    ).toEqual([1, 3, 4, 5]);
  });
  test('a value a row for spreadsheets', async () => {
    const { out } = await hj212(['encode'], DATA);
    expect((await hj212(['decode', '--csv'], out)).lines[1]).toBe(
      'true,,0,010000A8900016F000169DC0,32,2011,20260301080000,w01018,化学需氧量,Rtd,12.5,mg/L,N',
    );
  });
  test('wrong arguments', async () => {
    for (const args of [
      [],
      ['decode', '--what'],
      ['decode', '--edition', '1999'],
      ['decode', '--sm4-key', 'short'],
    ]) {
      expect((await hj212(args, '')).code).toBe(1);
    }
    expect(help).toContain('例：');
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sm4 } from '../../testkit/sm4.ts';
import {
  crcText,
  decodeFrame,
  encodeFrame,
  FrameSplitter,
  flagOf,
  type Hj212Frame,
  hj212Crc,
  splitFrames,
} from '../index.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

const CIPHER = sm4(bytes('0000000000000000'));

function frameOf(data: Uint8Array | string, options = {}): Hj212Frame {
  const verdict = decodeFrame(typeof data === 'string' ? bytes(data) : data, options);
  if (!verdict.ok) throw new Error(`${verdict.reason}: ${verdict.detail}`);
  return verdict.frame;
}

/** A frame around any segment, also one that the encoder would refuse. */
function wrapped(segment: string): Uint8Array {
  const data = bytes(segment);
  return bytes(`##${String(data.length).padStart(4, '0')}${segment}${crcText(hj212Crc(data))}\r\n`);
}

describe('splitter', () => {
  const good =
    '##0101QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;CP=&&RtdInterval=30&&1C80\r\n';
  const kinds = (stream: string | Uint8Array) =>
    splitFrames(typeof stream === 'string' ? bytes(stream) : stream).map((event) =>
      event.ok ? `ok@${event.at}` : `${event.reason}@${event.at}`,
    );
  const size = good.length;

  test('sticky, half, damaged frames; white space between frames is nothing', () => {
    expect(kinds(good + good)).toEqual(['ok@0', `ok@${size}`]);
    expect(kinds(`\r\n ${good}\n${good}`)).toEqual(['ok@3', `ok@${size + 4}`]);
    expect(kinds(`abc${good}`)).toEqual(['head@0', 'ok@3']);
    expect(kinds(`#${good}`)).toEqual(['head@0', 'ok@1']);
    expect(kinds(`${good.slice(0, 40)}${good}`)).toEqual(['tail@0', 'ok@40']);
    expect(kinds(`${good.slice(0, -2)}${good}`)).toEqual(['tail@0', `ok@${size - 2}`]);
    expect(kinds(good.replace('\r\n', '\n') + good)).toEqual(['tail@0', `ok@${size - 1}`]);
    expect(kinds(good.replace('1C80', '1C81') + good)).toEqual(['crc@0', `ok@${size}`]);
    expect(kinds(good.replace('##0101', '##0100') + good)).toEqual(['length@0', `ok@${size}`]);
    expect(kinds(good.replace('##0101', '##01x1') + good)).toEqual(['length@0', `ok@${size}`]);
    expect(kinds(`##0000FFFF\r\n${good}`)).toEqual(['format@0', 'ok@12']);
    expect(kinds(good.slice(0, -1))).toEqual(['tail@0']);
    expect(kinds('')).toEqual([]);
  });

  test('ten megabytes without an end: one refusal, bounded memory, and the next frame is found', () => {
    const splitter = new FrameSplitter();
    const events = splitter.push(bytes(`##9999${'x'.repeat(5_000_000)}`));
    for (let i = 0; i < 50; i += 1) events.push(...splitter.push(bytes('y'.repeat(100_000))));
    expect(splitter.held).toBeLessThanOrEqual(8192);
    events.push(...splitter.push(bytes(good)), ...splitter.end());
    expect(events.map((event) => (event.ok ? 'ok' : event.reason))).toEqual(['size', 'ok']);
    // a frame that begins just before the limit of the buffer is not lost with the oversize one
    expect(kinds(`##${'x'.repeat(8150)}${good}`)).toEqual(['size@0', 'ok@8152']);
    expect(kinds(new Uint8Array(1_000_000).fill(0x23)).length).toBeLessThan(200);
  });

  test('ten thousand items are refused, not parsed', () => {
    const frame = wrapped(`ST=32;CN=2011;CP=&&${'a=;'.repeat(3000)}&&`);
    expect(decodeFrame(frame, { maxSegment: 9999 })).toMatchObject({ ok: false, reason: 'size' });
    expect(decodeFrame(frame)).toMatchObject({ ok: false, reason: 'size' });
    expect(splitFrames(frame, { maxSegment: 9999, maxBuffer: 20_000 }).map((event) => event.ok)).toEqual([
      false,
    ]);
  });

  const piece = fc.oneof(
    fc.constantFrom(
      good,
      good.slice(0, 30),
      good.slice(20),
      good.replace('1C80', '0000'),
      '##',
      '#',
      '\r\n',
      '\r',
      'xyz',
      '##0000FFFF\r\n',
      '##0005hello',
    ),
    fc.string({ maxLength: 20 }),
  );
  test('the same frames however the bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }),
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 64, max: 400 }),
        (pieces, cuts, maxBuffer) => {
          const stream = bytes(pieces.join(''));
          const whole = splitFrames(stream, { maxBuffer });
          const splitter = new FrameSplitter({ maxBuffer });
          const events = [];
          for (let at = 0, i = 0; at < stream.length; i += 1) {
            const step = cuts[i % cuts.length] as number;
            events.push(...splitter.push(stream.slice(at, at + step)));
            at += step;
          }
          events.push(...splitter.end());
          expect(events).toEqual(whole);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('encode then decode is the identity', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9._ 一-龥-]{1,12}$/);
    const value = fc.oneof(word, fc.double({ noNaN: true, noDefaultInfinity: true }).map(String));
    const pair = fc.tuple(fc.stringMatching(/^[a-zA-Z][A-Za-z0-9-]{0,10}$/), fc.option(value));
    const draft = fc.record({
      qn: fc.option(fc.stringMatching(/^\d{17}$/)),
      st: fc.option(word),
      cn: fc.option(fc.stringMatching(/^\d{4}$/)),
      pw: fc.option(word),
      mn: fc.option(word),
      flag: fc.option(fc.integer({ min: 0, max: 255 }).map(flagOf)),
      pnum: fc.option(fc.integer({ min: 1, max: 9999 })),
      pno: fc.option(fc.integer({ min: 1, max: 9999 })),
      resend: fc.option(fc.boolean()),
      cp: fc.array(fc.array(pair, { minLength: 1, maxLength: 4 }), { maxLength: 6 }),
    });
    fc.assert(
      fc.property(draft, fc.boolean(), (given, secret) => {
        const options = secret ? { cipher: CIPHER } : {};
        const { edition, dataTime, encrypted, deviations, ...back } = frameOf(encodeFrame(given, options), {
          cipher: CIPHER,
        });
        expect(back).toEqual(given);
      }),
      { numRuns: 500 },
    );
  });
});

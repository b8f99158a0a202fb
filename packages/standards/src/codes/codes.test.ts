import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { vectorLines } from '../../testkit/vectors.ts';
import {
  bd09FromGcj02,
  bd09FromWgs84,
  beaufortForce,
  checkCreditCode,
  checkIdNumber,
  checkOrganisationCode,
  controlUnitOf,
  divisionAt,
  divisionOf,
  gcj02FromBd09,
  gcj02FromBd09Once,
  gcj02FromWgs84,
  type LngLat,
  maskIdNumber,
  organisationCodeOf,
  parentDivision,
  wgs84FromBd09,
  wgs84FromGcj02,
} from '../index.ts';

interface CodeVector {
  kind: string;
  op: string;
  input: string & LngLat;
  expected: [number, number];
  valid: boolean;
  parts: Record<string, string>;
  tolerance_deg: number;
}
const vectors = vectorLines<CodeVector>('codes.jsonl');
const CHECKS: Record<string, (code: string) => { valid: boolean }> = {
  uscc: checkCreditCode,
  'org-code': checkOrganisationCode,
  'id-card': checkIdNumber,
};

describe('vectors', () => {
  test.each(vectors.filter((row) => row.kind in CHECKS))('$kind $input $valid', (row) => {
    expect(CHECKS[row.kind]?.(row.input).valid).toBe(row.valid);
  });
  test.each(vectors.filter((row) => row.kind === 'region12'))('division $input', (row) => {
    // the vector writes the absent county part 00; so does the code, and it is kept because townships hang below
    expect(divisionOf(row.input)).toMatchObject(row.parts);
  });
  test.each(vectors.filter((row) => row.kind === 'coord'))('$op $input', (row) => {
    const conversions: Record<string, (point: LngLat) => LngLat> = {
      // the vector's inverse is a single step, ours is iterated: they differ by less than the vector's tolerance
      'gcj02->wgs84 (one step)': wgs84FromGcj02,
      'bd09->gcj02': gcj02FromBd09Once,
      'wgs84->gcj02': gcj02FromWgs84,
    };
    const convert = conversions[row.op] as (point: LngLat) => LngLat;
    const [lng, lat] = convert(row.input);
    const tolerance = row.tolerance_deg ?? 1e-9;
    expect(Math.abs(lng - row.expected[0])).toBeLessThanOrEqual(tolerance);
    expect(Math.abs(lat - row.expected[1])).toBeLessThanOrEqual(tolerance);
  });
});

describe('codes', () => {
  test('divisions: levels, kinds, parents', () => {
    expect(divisionOf('330106109201')).toMatchObject({
      level: 'village',
      kind: '村民委员会',
      provinceName: '浙江省',
    });
    expect(divisionOf('330106109')).toMatchObject({ level: 'township', kind: '镇', village: null });
    expect(divisionOf('330106000000')).toMatchObject({ level: 'county', township: null });
    const kind = (part: string) => divisionOf(`330106${part}`).kind;
    expect(['001', '099', '100', '199', '200', '399', '400', '599', '600', '999'].map(kind)).toEqual([
      ...['街道', '街道', '镇', '镇', '乡', '乡', '政企合一单位', '政企合一单位', null, '县级直辖'],
    ]);
    expect(['001', '199', '200', '399', '400'].map((part) => kind(`109${part}`))).toEqual([
      ...['居民委员会', '居民委员会', '村民委员会', '村民委员会', null],
    ]);
    expect(parentDivision('330106109201')).toBe('330106109000');
    expect(parentDivision('330106')).toBe('330100');
    expect(parentDivision('441900003000')).toBe('441900000000');
    expect(parentDivision('33')).toBeNull();
    expect(divisionAt('330106109201', 'county')).toBe('330106');
    expect(divisionAt('3301', 'county')).toBeNull();
    for (const wrong of ['3', 'abcdef', '', '3301061092011'])
      expect(() => divisionOf(wrong)).toThrow(expect.objectContaining({ code: 'bad-text' }));
    expect(() => divisionOf('000000')).toThrow(expect.objectContaining({ code: 'unknown-item' }));
  });
  test('one wrong character is always found in a credit code', () => {
    const good = '91350100M000100Y43';
    expect(organisationCodeOf(good)).toBe('M000100Y4');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 17 }),
        fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'),
        (at, char) => {
          const changed = good.slice(0, at) + char + good.slice(at + 1);
          expect(checkCreditCode(changed).valid).toBe(changed === good);
        },
      ),
    );
  });
  test('identity numbers are masked', () => {
    expect(maskIdNumber('440524188001010014')).toBe('440*************14');
    expect(maskIdNumber('1234')).toBe('****');
    expect(checkIdNumber('000524188001010014').valid).toBe(false);
  });
  test('control units', () => {
    expect(controlUnitOf('ZH44060620002')).toMatchObject({
      kind: 'key',
      label: '重点管控单元',
      serial: '0002',
      division: { level: 'county' },
    });
    expect(() => controlUnitOf('ZH44060640002')).toThrow(expect.objectContaining({ code: 'bad-text' }));
  });
  test('Beaufort force by speed', () => {
    expect([0, 0.2, 0.3, 1.5, 1.6, 10.7, 10.8, 20.7, 20.8, 32.7, 99].map(beaufortForce)).toEqual([
      0, 0, 1, 1, 2, 5, 6, 8, 9, 12, 17,
    ]);
    const upTo = [
      0.2, 1.5, 3.3, 5.4, 7.9, 10.7, 13.8, 17.1, 20.7, 24.4, 28.4, 32.6, 36.9, 41.4, 46.1, 50.9, 56,
    ];
    upTo.forEach((speed, force) => {
      expect([beaufortForce(speed), beaufortForce(speed + 0.1)], `${speed} m/s`).toEqual([force, force + 1]);
    });
    expect(() => beaufortForce(-1)).toThrow(expect.objectContaining({ code: 'negative' }));
  });
  test('there and back within 1e-9° over all of China', () => {
    const point = fc.tuple(
      fc.double({ min: 73, max: 135, noNaN: true }),
      fc.double({ min: 4, max: 53, noNaN: true }),
    );
    const near = (a: LngLat, b: LngLat) =>
      expect(Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]))).toBeLessThan(1e-9);
    fc.assert(
      fc.property(point, (wgs) => {
        near(wgs84FromGcj02(gcj02FromWgs84(wgs)), wgs);
        near(gcj02FromBd09(bd09FromGcj02(wgs)), wgs);
        near(wgs84FromBd09(bd09FromWgs84(wgs)), wgs);
      }),
    );
  });
});

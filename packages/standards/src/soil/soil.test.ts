import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  constructionLandItem,
  type FarmLand,
  type FarmSoil,
  farmlandCategory,
  mgPerKg,
  soilNemerow,
  soilSingleGrade,
} from '../index.ts';

const NOW = { on: '2026-04-01' };
const soil = (values: Record<string, unknown>): FarmSoil => values as FarmSoil;
const judge = (values: Record<string, unknown>, ph = 6, land: FarmLand = 'paddy') =>
  farmlandCategory(soil(values), ph, land, NOW);

describe('farmland, GB 15618-2018', () => {
  test.each([
    ['paddy', 5.5, 0.3],
    ['paddy', 5.51, 0.4],
    ['paddy', 6.5, 0.4],
    ['paddy', 7.5, 0.6],
    ['paddy', 7.51, 0.8],
    ['upland', 7.51, 0.6],
    ['orchard', 6, 0.3],
    ['rotation', 7, 0.3],
  ] as const)('cadmium screening value on %s at pH %s is %s', (land, ph, screening) => {
    expect(judge({ cd: 0.1 }, ph, land).items.cd?.screening).toBe(screening);
  });
  test('copper: orchard differs, every other land takes the other row', () => {
    expect(
      (['orchard', 'paddy', 'upland'] as const).map((land) => judge({ cu: 1 }, 6, land).items.cu?.screening),
    ).toEqual([150, 50, 50]);
  });
  test('categories; equal to a value meets it', () => {
    expect(judge({ cd: 0.4 }).category).toBe('优先保护');
    expect(judge({ cd: 0.41 })).toMatchObject({
      category: '安全利用',
      deciding: ['cd'],
      basis: { clause: '表1', limit: '0.4' },
    });
    expect(judge({ cd: 2.0 }).category).toBe('安全利用');
    expect(judge({ cd: 2.01, zn: 10 })).toMatchObject({
      category: '严格管控',
      deciding: ['cd'],
      basis: { clause: '表3', limit: '2.0' },
    });
    // no control value for zinc: never beyond safe use
    expect(judge({ zn: 99_999 }).category).toBe('安全利用');
  });
  test('refusals', () => {
    expect(() => judge({}, 6)).toThrow(expect.objectContaining({ code: 'nothing-to-judge' }));
    expect(() => judge({ cd: 1 }, 15)).toThrow(expect.objectContaining({ code: 'out-of-range' }));
    expect(() => judge({ cd: Number.NaN })).toThrow(expect.objectContaining({ code: 'not-finite' }));
    expect(() => judge({ gold: 1 })).toThrow(expect.objectContaining({ code: 'unknown-item' }));
    expect(() => judge({ cd: 1 }, 6, 'sea' as FarmLand)).toThrow(
      expect.objectContaining({ code: 'unknown-item' }),
    );
    expect(() => farmlandCategory(soil({ cd: 1 }), undefined as unknown as number, 'paddy', NOW)).toThrow(
      expect.objectContaining({ code: 'missing-input' }),
    );
    expect(() => farmlandCategory(soil({ cd: 1 }), 6, 'paddy', { on: '2018-07-31' })).toThrow(
      expect.objectContaining({ code: 'before-first-edition' }),
    );
  });
});

test('construction land, GB 36600-2018', () => {
  const lead = (value: number, land: 1 | 2) => constructionLandItem('pb', mgPerKg(value), land, NOW);
  expect(lead(400, 1)).toMatchObject({ risk: 'negligible', screening: 400, control: 800 });
  expect([lead(401, 1).risk, lead(801, 1).risk, lead(801, 2).risk]).toEqual([
    'investigate',
    'manage',
    'investigate',
  ]);
});

describe('indices', () => {
  test('Nemerow: one item three times its value and one at zero', () => {
    const result = soilNemerow([3, 0], NOW);
    expect(result.pn).toBeCloseTo(Math.sqrt((1.5 ** 2 + 3 ** 2) / 2), 9);
    expect(result.grade).toBe('中度污染');
  });
  test.each([
    [0.7, '清洁 (安全)'],
    [0.71, '尚清洁 (警戒限)'],
    [1, '尚清洁 (警戒限)'],
    [2, '轻度污染'],
    [3, '中度污染'],
    [3.01, '重污染'],
  ])('PN %s → %s', (index, grade) => {
    expect(soilNemerow([index, index, index], NOW).grade).toBe(grade);
  });
  test('an index carries no binary noise into its grade: 0.9 over 0.3 is 3, which is still 轻度', () => {
    const index = judge({ cd: 0.9 }, 5, 'upland').items.cd?.index as number;
    expect([index, soilSingleGrade(index, NOW).level]).toEqual([3, 3]);
  });
  test('single-factor grades are marked as recollected', () => {
    expect([0.5, 1, 1.1, 2.5, 4, 6].map((index) => soilSingleGrade(index, NOW).level)).toEqual([
      1, 1, 2, 3, 4, 5,
    ]);
    expect(soilSingleGrade(1, NOW).basis.mark).toBe('memory');
  });
  test('more of an item never lowers the index', () => {
    const index = fc.double({ min: 0, max: 20, noNaN: true });
    fc.assert(
      fc.property(fc.array(index, { minLength: 1, maxLength: 8 }), index, (values, more) => {
        const [first = 0, ...rest] = values;
        expect(soilNemerow([first + more, ...rest], NOW).pn).toBeGreaterThanOrEqual(
          soilNemerow(values, NOW).pn - 1e-9,
        );
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { vectorLines } from '../../testkit/vectors.ts';
import {
  cwqi,
  printedValue,
  riverLevel,
  surfaceClass,
  surfaceKeys,
  surfaceLimit,
  trophicState,
  urbanBlackOdorous,
  type WaterBody,
  type WaterSample,
} from '../index.ts';

const NOW = { on: '2026-02-04' };
const ALIAS: Record<string, string> = {
  f: 'fluoride',
  cn: 'cyanide',
  phenol: 'volatile_phenol',
  oil: 'petroleum',
  coliform: 'fecal_coliform',
};

/** Names of the vectors in the keys of the package. */
function key(name: string): string {
  const lower = name.toLowerCase().replace(/_(river|lake)$/, '');
  return ALIAS[lower] ?? lower;
}
const sample = (values: Record<string, unknown>): WaterSample => values as WaterSample;
const named = (input: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(input).map(([name, value]) => [key(name), value === null ? null : Number(value)]),
  );

interface WaterVector {
  kind: string;
  item: string;
  value: string;
  body: WaterBody;
  input: Record<string, string | number | null>;
  expected: number | string;
  expected_class: number;
  expected_level: string;
  item_class: Record<string, number>;
  exceed_multiple: Record<string, number | null>;
  expected_main: string[];
  counts: Record<string, number>;
  per_item: Record<string, number>;
  level: string;
  worst: string;
  sum: number;
  expected_if_reweighted?: number;
}
const vectors = vectorLines<WaterVector>('water.jsonl');
const ofKind = (kind: string) => vectors.filter((row) => row.kind === kind);

describe('GB 3838 vectors', () => {
  test.each(ofKind('item-class'))('$item $value → $expected', (row) => {
    const body = row.item.endsWith('_lake') ? 'lake' : 'river';
    expect(
      surfaceClass(sample({ [key(row.item)]: Number(row.value) }), body, NOW).items[key(row.item) as 'do'],
    ).toBe(row.expected);
  });

  test.each(ofKind('section'))('$body section $input', (row) => {
    const result = surfaceClass(sample(named(row.input)), row.body, NOW);
    expect([result.class, result.level]).toEqual([row.expected_class, row.expected_level]);
    for (const [name, grade] of Object.entries(row.item_class))
      expect(result.items[key(name) as 'do']).toBe(grade);
    expect(result.main.map((main) => main.item)).toEqual(row.expected_main.map(key));
    for (const [name, multiple] of Object.entries(row.exceed_multiple)) {
      const found = result.exceeding.find((one) => one.item === key(name));
      if (multiple === null) expect(found?.multiple).toBeNull();
      else expect(found?.multiple).toBeCloseTo(multiple, 9);
    }
  });

  test.each(ofKind('river-level'))('$counts → $expected', ({ counts, expected }) => {
    const result = riverLevel(
      {
        good: counts['1-3'] as number,
        poor: counts['4-5'] as number,
        worse: counts['6'] as number,
      },
      NOW,
    );
    expect(result.level).toBe(expected);
  });

  test.each(ofKind('tli'))('TLI $input', (row) => {
    const reweight = row.expected_if_reweighted !== undefined;
    const result = trophicState(named(row.input), NOW, { reweight });
    for (const [name, index] of Object.entries(row.per_item))
      expect(result.items[key(name) as 'tp']).toBeCloseTo(index, 3);
    expect(result.tli).toBeCloseTo(
      reweight ? (row.expected_if_reweighted as number) : (row.expected as number),
      3,
    );
    if (row.level) expect(result.level).toBe(row.level);
  });

  test.each(ofKind('urban-black-odorous-point'))('black-odorous $input → $worst', ({ input, worst }) => {
    const { transparency_cm, DO, ORP_mV, NH3N, depth_cm } = input as Record<string, number>;
    const result = urbanBlackOdorous({ transparency_cm, do: DO, orp_mv: ORP_mV, nh3n: NH3N, depth_cm }, NOW);
    expect(result.grade).toBe({ 无: 'none', 轻度: 'light', 重度: 'heavy' }[worst]);
  });

  test.each(ofKind('cwqi-partial'))('CWQI $sum', (row) => {
    const result = cwqi(sample(named(row.input)), 'river', NOW);
    expect(result.index).toBeCloseTo(row.sum, 9);
    expect(result.basis.mark).toBe('memory');
  });
});

describe('surface water rules', () => {
  test('the class is the worst of the judged items; TN and coliform stand apart', () => {
    const lake = surfaceClass(sample({ codmn: 3, tn: 9, fecal_coliform: 90000 }), 'lake', NOW);
    expect(lake).toMatchObject({
      class: 2,
      items: { codmn: 2, tn: 6, fecal_coliform: 6 },
      apart: ['tn', 'fecal_coliform'],
      main: [],
    });
    expect(surfaceClass(sample({ codmn: 3, tn: 9 }), 'river', NOW)).toMatchObject({
      class: 2,
      notLimited: ['tn'],
      items: { codmn: 2 },
    });
    expect(surfaceClass(sample({ tn: 1.2 }), 'lake', NOW)).toMatchObject({
      class: null,
      level: null,
      items: { tn: 4 },
    });
  });
  test('water temperature meets every class or none, and stands apart from the class', () => {
    const temperature = (rise: number, drop: number) =>
      surfaceClass(sample({ do: 8, water_temp_rise: rise, water_temp_drop: drop }), 'lake', NOW);
    expect(temperature(1, 2)).toMatchObject({ class: 1, items: { water_temp_rise: 1, water_temp_drop: 1 } });
    expect(temperature(1.1, 2.1)).toMatchObject({
      class: 1,
      items: { water_temp_rise: 6, water_temp_drop: 6 },
      apart: ['water_temp_rise', 'water_temp_drop'],
    });
  });
  test('pH outside 6–9 is worse than V, without a multiple', () => {
    const result = surfaceClass(sample({ ph: 9.01, do: 8 }), 'river', NOW);
    expect(result).toMatchObject({ class: 6, deciding: ['ph'], main: [{ item: 'ph', multiple: null }] });
    expect(surfaceClass(sample({ ph: 9 }), 'river', NOW).class).toBe(1);
  });
  test('DO is class I from 90 % saturation', () => {
    expect(surfaceClass(sample({ do: 7.2, do_saturation: 90 }), 'river', NOW).class).toBe(1);
    expect(surfaceClass(sample({ do: 7.2, do_saturation: 89.9 }), 'river', NOW).class).toBe(2);
  });
  test('missing is not zero, below detection counts half', () => {
    expect(printedValue('--', 'tp')).toBeNull();
    expect(printedValue('0.01L', 'tp')).toEqual({ below: 0.01 });
    expect(() => printedValue('abc', 'tp')).toThrow(expect.objectContaining({ code: 'bad-text' }));
    expect(surfaceClass(sample({ tp: null, do: 8 }), 'river', NOW).items.tp).toBeUndefined();
    expect(surfaceClass(sample({ tp: { below: 0.04 } }), 'river', NOW)).toMatchObject({
      class: 1,
      belowDetection: ['tp'],
    });
    expect(surfaceClass(sample({ tp: { below: 0.041 } }), 'river', NOW).class).toBe(2);
    expect(() => surfaceClass(sample({ tp: null }), 'river', NOW)).toThrow(
      expect.objectContaining({ code: 'nothing-to-judge' }),
    );
  });
  test('bad input', () => {
    for (const [value, code] of [
      [Number.NaN, 'not-finite'],
      [-0.1, 'negative'],
      ['5', 'not-a-number'],
    ] as const) {
      expect(() => surfaceClass(sample({ tp: value }), 'river', NOW)).toThrow(
        expect.objectContaining({ code, field: 'tp' }),
      );
    }
    expect(() => surfaceClass(sample({ plutonium: 1 }), 'river', NOW)).toThrow(
      expect.objectContaining({ code: 'unknown-item' }),
    );
    expect(() => surfaceClass(sample({ do: 8 }), 'river', { on: '1999-12-31' })).toThrow(
      expect.objectContaining({ code: 'before-first-edition' }),
    );
    expect(() => surfaceClass(sample({ ph: 15 }), 'river', NOW)).toThrow(
      expect.objectContaining({ code: 'out-of-range' }),
    );
  });
  test('a limit comes with its basis', () => {
    expect(surfaceLimit('tp', 3, 'lake', NOW)).toMatchObject({
      limit: '0.05',
      unit: 'mg/L',
      basis: { standard: 'GB 3838-2002', clause: '表1', mark: 'scan' },
    });
    expect(() => surfaceLimit('tp', 6 as never, 'river', NOW)).toThrow(
      expect.objectContaining({ code: 'unknown-item', field: 'target' }),
    );
    expect(() => surfaceClass(sample({ do: 8 }), 'pond' as never, NOW)).toThrow(
      expect.objectContaining({ code: 'unknown-item', field: 'body' }),
    );
    expect(() => surfaceLimit('tn', 3, 'river', NOW)).toThrow(expect.objectContaining({ code: 'no-limit' }));
    expect(surfaceKeys()).toHaveLength(23 + 3);
  });
});

test('dirtier water never gets a better class', () => {
  const items = ['codmn', 'cod', 'bod5', 'nh3n', 'tp', 'hg', 'petroleum', 'fluoride'] as const;
  const value = fc.double({ min: 0, max: 50, noNaN: true });
  fc.assert(
    fc.property(
      fc.constantFrom(...items),
      value,
      value,
      fc.constantFrom('river', 'lake'),
      (item, a, more, body) => {
        const grade = (x: number) =>
          surfaceClass(sample({ [item]: x, do: 8 }), body as WaterBody, NOW).class as number;
        expect(grade(a)).toBeLessThanOrEqual(grade(a + more));
      },
    ),
    { numRuns: 400 },
  );
});

test('main pollutants: metals and cyanide first, then the worse class, then the larger multiple, pH and DO last', () => {
  const main = (values: Record<string, number>) =>
    surfaceClass(sample(values), 'river', NOW).main.map((one) => one.item);
  // petroleum is ten times its limit but class IV, ammonia class V
  expect(main({ petroleum: 0.5, nh3n: 1.6 })).toEqual(['nh3n', 'petroleum']);
  expect(main({ cod: 25, codmn: 9, do: 4 })).toEqual(['codmn', 'cod', 'do']);
  expect(main({ ph: 5, do: 1, cod: 41, tp: 0.5 })).toEqual(['tp', 'cod', 'ph']);
  for (const [item, value] of Object.entries({
    cyanide: 0.3,
    hg: 0.0002,
    cd: 0.006,
    cr6: 0.06,
    pb: 0.06,
    as: 0.06,
    cu: 1.1,
    zn: 1.5,
  }))
    expect(main({ nh3n: 9, [item]: value }), item).toEqual([item, 'nh3n']);
});

test('phosphorus of 0.21 mg/L in a river exceeds class III by 0.05 times exactly', () => {
  expect(surfaceClass(sample({ tp: 0.21 }), 'river', NOW).main).toEqual([{ item: 'tp', multiple: 0.05 }]);
});

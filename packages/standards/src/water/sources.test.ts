import { describe, expect, test } from 'vitest';
import {
  cwqiChange,
  drinkingSource,
  drinkingWaterItem,
  groundwaterClass,
  nemerowWaterIndex,
  ruralBlackOdorous,
  trophicState,
  urbanBlackOdorous,
  urbanBlackOdorousBody,
  type WaterSample,
} from '../index.ts';

const NOW = { on: '2026-02-04' };
const sample = (values: Record<string, unknown>): WaterSample => values as WaterSample;

describe('drinking sources, groundwater, tap water', () => {
  test('a source must meet its zone and tables 2 and 3', () => {
    const clean = sample({ codmn: 3, nh3n: 0.3 });
    expect(drinkingSource(clean, { sulfate: 250, benzene: null }, 'first', 'lake', NOW)).toMatchObject({
      meets: true,
      judged: ['sulfate'],
    });
    const bad = drinkingSource(clean, { benzene: 0.02 }, 'first', 'lake', NOW);
    expect(bad).toMatchObject({
      meets: false,
      exceeding: [{ item: 'benzene', multiple: 1, basis: { clause: '表3', limit: '0.01' } }],
    });
    expect(() => drinkingSource(clean, {}, 'third' as never, 'lake', NOW)).toThrow(
      expect.objectContaining({ code: 'unknown-item', field: 'zone' }),
    );
    expect(drinkingSource(sample({ codmn: 5 }), {}, 'first', 'lake', NOW).meets).toBe(false);
    expect(drinkingSource(sample({ codmn: 5 }), {}, 'second', 'lake', NOW).meets).toBe(true);
  });
  test('groundwater classes', () => {
    expect(groundwaterClass({ ph: 7, tds: 300, sulfate: 151 }, NOW)).toMatchObject({
      class: 3,
      items: { ph: 1, tds: 1, sulfate: 3 },
      deciding: ['sulfate'],
    });
    expect(
      [5.49, 5.5, 6.49, 6.5, 8.5, 8.51, 9, 9.01].map((ph) => groundwaterClass({ ph }, NOW).class),
    ).toEqual([5, 4, 4, 1, 1, 4, 4, 5]);
    expect(groundwaterClass({ odor_taste: { present: true } }, NOW).class).toBe(5);
    expect(groundwaterClass({ las: { below: 0.05 } }, NOW).class).toBe(1);
    expect(() => groundwaterClass({ odor_taste: 1 }, NOW)).toThrow(
      expect.objectContaining({ code: 'not-a-number' }),
    );
    expect(() => groundwaterClass({ unknown: 1 }, NOW)).toThrow(
      expect.objectContaining({ code: 'unknown-item' }),
    );
  });
  test('tap water, small supplies', () => {
    expect(drinkingWaterItem('turbidity', 2, NOW)).toMatchObject({
      meets: false,
      multiple: 1,
      basis: { mark: 'memory' },
    });
    expect(drinkingWaterItem('turbidity', 2, NOW, true).meets).toBe(true);
    expect(drinkingWaterItem('e_coli', 1, NOW).meets).toBe(false);
  });
});

describe('trophic, black-odorous and indices', () => {
  test('TLI refuses missing and zero values', () => {
    expect(() => trophicState({ chla: 1 }, NOW)).toThrow(expect.objectContaining({ code: 'missing-input' }));
    expect(() => trophicState({ chla: 1, tp: 1, tn: 1, sd: 1, codmn: 1, foo: 1 } as never, NOW)).toThrow(
      expect.objectContaining({ code: 'unknown-item', field: 'foo' }),
    );
    expect(() => trophicState({ chla: 0, tp: 1, tn: 1, sd: 1, codmn: 1 }, NOW)).toThrow(
      expect.objectContaining({ code: 'out-of-range' }),
    );
  });
  test('levels of the trophic index: 30, 50, 60, 70', () => {
    // of chlorophyll alone, TLI = 10·(2.5 + 1.086·ln chla)
    const level = (tli: number) =>
      trophicState({ chla: Math.exp((tli / 10 - 2.5) / 1.086) }, NOW, { reweight: true }).level;
    expect([29.99, 30.01, 49.99, 50.01, 59.99, 60.01, 69.99, 70.01].map(level)).toEqual([
      '贫营养',
      '中营养',
      '中营养',
      '轻度富营养',
      '轻度富营养',
      '中度富营养',
      '中度富营养',
      '重度富营养',
    ]);
  });
  test('urban point and body, rural', () => {
    expect(urbanBlackOdorous({ do: 0.19 }, NOW).grade).toBe('heavy');
    expect(urbanBlackOdorous({ orp_mv: 51, do: 2.1, nh3n: 7.9, transparency_cm: 26 }, NOW).grade).toBe(
      'none',
    );
    expect(urbanBlackOdorousBody(['none', 'heavy', 'heavy', 'none'], NOW).grade).toBe('heavy');
    expect(urbanBlackOdorousBody(['none', 'heavy', 'none', 'none'], NOW).grade).toBe('light');
    // 60 % of the points heavy, none beside another
    expect(urbanBlackOdorousBody(['heavy', 'none', 'heavy', 'none', 'heavy'], NOW).grade).toBe('heavy');
    expect(urbanBlackOdorousBody(['heavy', 'none', 'heavy', 'none', 'none'], NOW).grade).toBe('light');
    expect(() => urbanBlackOdorousBody(['bad' as never], NOW)).toThrow(
      expect.objectContaining({ code: 'unknown-item' }),
    );
    // 20 cm of water: 40 % of the depth is 8 cm
    expect(
      [8, 8.1].map((transparency_cm) => urbanBlackOdorous({ transparency_cm, depth_cm: 20 }, NOW).grade),
    ).toEqual(['light', 'none']);
    expect(
      [{ transparency_cm: 24.9 }, { transparency_cm: 25 }, { do: 1.9 }, { do: 2 }].map(
        (point) => ruralBlackOdorous(point, NOW).grade,
      ),
    ).toEqual(['light', 'none', 'light', 'none']);
    expect(() => urbanBlackOdorous({ do: 1 }, { on: '2015-08-27' })).toThrow(
      expect.objectContaining({ code: 'before-first-edition' }),
    );
    expect(ruralBlackOdorous({ nh3n: 15 }, NOW).grade).toBe('none');
    expect(ruralBlackOdorous({ nh3n: 15.1 }, NOW)).toMatchObject({
      grade: 'light',
      basis: { mark: 'memory' },
    });
  });
  test('CWQI change, Nemerow', () => {
    expect(cwqiChange(9, 10)).toBeCloseTo(-0.1, 12);
    const result = nemerowWaterIndex(sample({ cod: 20, nh3n: 2 }), 'river', NOW);
    expect(result.index).toBeCloseTo(Math.sqrt((1.5 ** 2 + 2 ** 2) / 2), 12);
  });
});

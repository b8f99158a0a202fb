import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvRecords, sharedText, vectorLines } from '../../testkit/vectors.ts';
import {
  buildUp,
  type FireWeatherDay,
  fireWeather,
  fireWeatherIndex,
  initialSpread,
  type MoistureCodes,
  overwinteredDc,
  START_CODES,
} from '../index.ts';

const day = (values: Partial<FireWeatherDay>): FireWeatherDay => ({
  date: '2026-04-13',
  temp_c: 17,
  rh_pct: 42,
  wind_kmh: 25,
  rain24_mm: 0,
  lat: 40,
  ...values,
});

/** First days of the classic sample run (Van Wagner & Pickett 1985), start 85/6/15, as printed by the reference implementation. */
const SAMPLE = [
  {
    date: '1985-04-13',
    temp_c: 17,
    rh_pct: 42,
    wind_kmh: 25,
    rain24_mm: 0,
    expected: [87.65, 8.545, 19.01, 10.78, 8.49, 10.04, 1.612],
  },
  {
    date: '1985-04-14',
    temp_c: 20,
    rh_pct: 21,
    wind_kmh: 25,
    rain24_mm: 2.4,
    expected: [86.2, 10.4, 23.57, 8.771, 10.36, 9.22, 1.387],
  },
  {
    date: '1985-04-15',
    temp_c: 8.5,
    rh_pct: 40,
    wind_kmh: 17,
    rain24_mm: 0,
    expected: [86.91, 11.8, 26.05, 6.478, 11.74, 7.517, 0.9664],
  },
  {
    date: '1985-04-16',
    temp_c: 6.5,
    rh_pct: 25,
    wind_kmh: 6,
    rain24_mm: 0,
    expected: [88.76, 13.18, 28.18, 4.851, 13.11, 6.095, 0.6668],
  },
];

/** Equal within half a unit of the fourth significant digit, the print of the reference. */
function closeAs4Digits(actual: number, printed: number): void {
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(printed) || 1)) - 3);
  expect(Math.abs(actual - printed)).toBeLessThanOrEqual(unit * 0.51);
}

describe('reference run', () => {
  test('first days', () => {
    let codes: MoistureCodes = START_CODES;
    for (const { expected, ...weather } of SAMPLE) {
      const now = fireWeather(day(weather), codes);
      [now.ffmc, now.dmc, now.dc, now.isi, now.bui, now.fwi, now.dsr].forEach((value, i) => {
        closeAs4Digits(value, expected[i] as number);
      });
      codes = now;
    }
  });

  test('all 48 days of the shared file', () => {
    const text = sharedText('oracles/fwi/fwi_01.csv');
    if (!text) return;
    let codes: MoistureCodes = START_CODES;
    const rows = csvRecords(text);
    for (const row of rows) {
      const date = `${row.YR}-${row.MON?.padStart(2, '0')}-${row.DAY?.padStart(2, '0')}`;
      const now = fireWeather(
        {
          date,
          temp_c: Number(row.TEMP),
          rh_pct: Number(row.RH),
          wind_kmh: Number(row.WS),
          rain24_mm: Number(row.PREC),
          lat: Number(row.LAT),
        },
        codes,
      );
      const printed = [row.FFMC, row.DMC, row.DC, row.ISI, row.BUI, row.FWI, row.DSR].map(Number);
      [now.ffmc, now.dmc, now.dc, now.isi, now.bui, now.fwi, now.dsr].forEach((value, i) => {
        closeAs4Digits(value, printed[i] as number);
      });
      codes = now;
    }
    expect(rows).toHaveLength(48);
  });
});

/**
 * Days off the beaten track: wet fuel, rain on middle and high codes, every band of latitude, frost. Expected values are of a second
 * implementation of the published equations, written apart from this one: FFMC, DMC, DC, ISI, BUI, FWI.
 */
const RECOMPUTED: readonly (readonly [
  start: readonly [number, number, number],
  date: string,
  weather: readonly [tempC: number, rhPct: number, windKmh: number, rain24Mm: number, lat: number],
  expected: readonly number[],
])[] = [
  [[20, 20, 100], '2026-05-15', [10, 60, 10, 12, 46], [33.9782, 10.506, 82.821, 0.0157, 15.9529, 0.0124]],
  [[10, 20, 100], '2026-05-15', [10, 60, 10, 3, 46], [36.6583, 16.3193, 101.1321, 0.029, 23.2566, 0.0289]],
  [[85, 50, 300], '2026-07-15', [25, 45, 15, 8, 46], [73.4944, 31.1349, 286.4291, 1.5133, 48.9639, 4.4884]],
  [[90, 90, 500], '2026-08-15', [30, 30, 20, 5, 46], [86.4549, 61.8279, 489.0901, 7.0664, 93.9609, 24.0845]],
  [
    [92, 120, 600],
    '2026-07-15',
    [32, 25, 30, 0, 29.9],
    [94.0983, 124.7489, 609.464, 34.6546, 165.0428, 81.1096],
  ],
  [[88, 60, 20], '2026-01-15', [20, 40, 10, 0, 15], [88.8918, 61.8943, 24.804, 6.0479, 60.8284, 17.0897]],
  [[88, 30, 200], '2026-06-15', [28, 55, 12, 0, 5], [88, 32.2322, 206.244, 5.8855, 46.3537, 14.4409]],
  [[88, 30, 200], '2026-06-15', [22, 50, 12, 0, -15], [88, 31.7063, 205.164, 5.8855, 45.7406, 14.3363]],
  [[88, 30, 200], '2026-06-15', [12, 50, 12, 0, -25], [87.7068, 30.9676, 201.864, 5.6435, 44.7664, 13.7138]],
  [[88, 30, 200], '2026-12-15', [26, 50, 12, 0, -45], [88.286, 33.0283, 208.084, 6.132, 47.2909, 15.0664]],
  [[60, 10, 50], '2026-01-15', [-5, 85, 5, 0, 46], [63.1942, 10, 50, 0.6268, 13.3333, 0.4444]],
  [[30, 5, 15], '2026-04-15', [15, 95, 5, 0, 46], [35.8502, 5.1952, 18.654, 0.0189, 6.1255, 0.0089]],
];

test.each(RECOMPUTED)('from codes %o on %s with weather %o', (start, date, weather, expected) => {
  const [temp_c, rh_pct, wind_kmh, rain24_mm, lat] = weather;
  const [ffmc, dmc, dc] = start;
  const now = fireWeather({ date, temp_c, rh_pct, wind_kmh, rain24_mm, lat }, { ffmc, dmc, dc });
  [now.ffmc, now.dmc, now.dc, now.isi, now.bui, now.fwi].forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i] as number, 3);
  });
});

interface MonthsVector {
  lat: number;
  dmc: number[];
  dc: number[];
}
test.each(vectorLines<MonthsVector>('fire_months.jsonl'))(
  'a day of 20 °C and 50 % adds to DMC and DC by month at latitude $lat',
  ({ lat, dmc, dc }) => {
    for (let month = 1; month <= 12; month += 1) {
      const date = `2026-${String(month).padStart(2, '0')}-15`;
      const weather = day({ date, temp_c: 20, rh_pct: 50, lat });
      const now = fireWeather(weather, { ffmc: 85, dmc: 20, dc: 100 });
      expect(now.dmc - 20, date).toBeCloseTo(dmc[month - 1] as number, 5);
      expect(now.dc - 100, date).toBeCloseTo(dc[month - 1] as number, 5);
    }
  },
);

describe('rules', () => {
  test('latitude changes DMC and DC', () => {
    const july = (lat: number) => fireWeather(day({ date: '2026-01-10', lat }));
    expect(july(25).dmc).toBeGreaterThan(july(40).dmc);
    expect(july(15).dc).toBeGreaterThan(july(40).dc);
    expect(july(-35).dmc).toBeGreaterThan(july(0).dmc);
  });
  test('start 0/0/0 works', () => {
    const now = fireWeather(day({ rain24_mm: 10 }), { ffmc: 0, dmc: 0, dc: 0 });
    expect(Number.isFinite(now.fwi) && Number.isFinite(now.bui)).toBe(true);
    expect(buildUp(0, 0)).toBe(0);
    expect(fireWeatherIndex(0, 0)).toBe(0);
    expect(initialSpread(101, 0)).toBeGreaterThan(10);
  });
  test('overwintering: more snow, lower DC, never below 15', () => {
    expect(overwinteredDc(300, 110)).toBeLessThan(overwinteredDc(300, 50));
    expect(overwinteredDc(300, 2000)).toBe(15);
    // 400·ln(800/(0.75·800·e^(−0.75) + 0.75·3.94·110))
    expect(overwinteredDc(300, 110)).toBeCloseTo(
      400 * Math.log(800 / (0.75 * 800 * Math.exp(-0.75) + 0.75 * 3.94 * 110)),
      9,
    );
  });
  test.each([
    [{ rh_pct: -10 }, 'out-of-range'],
    [{ rh_pct: 101 }, 'out-of-range'],
    [{ rain24_mm: -10 }, 'out-of-range'],
    [{ wind_kmh: Number.NaN }, 'not-finite'],
    [{ temp_c: '17' as unknown as number }, 'not-a-number'],
    [{ date: '2026-02-30' }, 'bad-date'],
    [{ lat: 91 }, 'out-of-range'],
  ])('%o → %s', (values, code) => {
    expect(() => fireWeather(day(values))).toThrow(expect.objectContaining({ code }));
  });
  test('drier air and stronger wind never lower the fire weather index', () => {
    const weather = fc.record({
      temp_c: fc.integer({ min: -20, max: 45 }),
      rh_pct: fc.integer({ min: 5, max: 100 }),
      wind_kmh: fc.integer({ min: 0, max: 80 }),
    });
    fc.assert(
      fc.property(weather, fc.integer({ min: 0, max: 20 }), (base, more) => {
        expect(fireWeather(day({ ...base, wind_kmh: base.wind_kmh + more })).isi).toBeGreaterThanOrEqual(
          fireWeather(day(base)).isi * 0.98 - 1e-9,
        );
        expect(
          fireWeather(day({ ...base, rh_pct: Math.max(0, base.rh_pct - more) })).fwi,
        ).toBeGreaterThanOrEqual(fireWeather(day(base)).fwi - 1e-9);
      }),
      { numRuns: 300 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvRecords, sharedText } from '../../testkit/vectors.ts';
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

import { describe, expect, test } from 'vitest';
import { csvRecords, sharedText, vectorLines } from '../../testkit/vectors.ts';
import { type AqiReport, compositeIndex, dailyAqi, hourlyAqi, iaqi, percentile } from '../index.ts';
import type { HourlyAir } from './aqi-report.ts';
import type { AirItem, AveragingPeriod, Pollutant } from './aqi-table.ts';

const POLLUTANT: Record<string, Pollutant> = {
  PM25: 'pm25',
  PM10: 'pm10',
  SO2: 'so2',
  NO2: 'no2',
  CO: 'co',
  O3: 'o3',
};
const air = (values: Record<string, number | null>): HourlyAir => values as HourlyAir;

interface SubIndexVector {
  standard: string;
  item: string;
  conc: number;
  expected_iaqi: number;
}

describe('sub-index vectors', () => {
  test.each(vectorLines<SubIndexVector>('aqi_iaqi.jsonl'))(
    '$standard $item $conc → $expected_iaqi',
    (row) => {
      const [name = '', period = ''] = row.item.split('_');
      // 1 h particle means take the 24 h break points
      const averaging = name.startsWith('PM') ? '24h' : (period.toLowerCase() as AveragingPeriod);
      const result = iaqi(POLLUTANT[name] as 'pm25', averaging, row.conc as never, {
        edition: row.standard.slice(-4),
      });
      expect(result.iaqi).toBe(row.expected_iaqi);
      expect(result.basis.standard).toBe(row.standard);
    },
  );
});

interface ReportVector {
  standard: string;
  mode: 'hourly' | 'daily' | 'percentile' | 'composite';
  input: Record<string, number | null> & { values: number[]; p: number };
  expected: number;
  expected_aqi: number | null;
  expected_iaqi: Record<string, number | null>;
  primary: string[];
  exceeding?: string[];
  level: number | null;
  expected_2013_sum: number;
  expected_2026_weighted: number;
}
const reports = vectorLines<ReportVector>('aqi_report.jsonl');

function itemOf(name: string, daily: boolean): AirItem {
  const key = name.toLowerCase().replace('.', '').replace('o3_1h', 'o3');
  return (key === 'o3' && daily && !name.includes('1H') ? 'o3_8h' : key) as AirItem;
}

describe('report vectors', () => {
  test.each(reports.filter((row) => row.mode === 'hourly' || row.mode === 'daily'))(
    '$standard $mode $input',
    (row) => {
      const daily = row.mode === 'daily';
      // the source writes −1 for a missing value; this package refuses negatives, a missing value is null
      const given = Object.entries(row.input).map(([name, value]) => [
        itemOf(name, daily),
        value === -1 ? null : value,
      ]);
      const when = { edition: row.standard.slice(-4) };
      const result: AqiReport = (daily ? dailyAqi : hourlyAqi)(air(Object.fromEntries(given)), when);
      for (const [name, index] of Object.entries(row.expected_iaqi))
        expect(result.iaqi[itemOf(name, daily)]).toBe(index);
      expect(result.aqi).toBe(row.expected_aqi);
      expect(result.level).toBe(row.level);
      expect([...result.primary].sort()).toEqual(row.primary.map((name) => itemOf(name, daily)).sort());
      if (row.exceeding)
        expect([...result.exceeding].sort()).toEqual(row.exceeding.map((name) => itemOf(name, daily)).sort());
    },
  );

  test.each(reports.filter((row) => row.mode === 'percentile'))('percentile $input', (row) => {
    expect(percentile(row.input.values, row.input.p)).toBe(row.expected);
  });

  test.each(reports.filter((row) => row.mode === 'composite'))('composite $input', ({ input, ...row }) => {
    const statistics = {
      so2: input.SO2,
      no2: input.NO2,
      pm10: input.PM10,
      pm25: input.PM25,
      co: input.CO,
      o3: input.O3,
    };
    expect(compositeIndex(statistics as never, { edition: '2013' }).index).toBeCloseTo(
      row.expected_2013_sum,
      3,
    );
    // the vector's 2026 sum is not divided; each C/S is kept to 3 decimals there too
    const newer = compositeIndex(statistics as never, { edition: '2026' });
    expect(newer.index).toBeCloseTo(row.expected_2026_weighted, 2);
    expect(newer.basis.mark).toBe('single-source');
    expect(compositeIndex(statistics as never, { edition: '2026' }, { divisor: 10 }).index).toBeCloseTo(
      newer.index / 10,
      9,
    );
  });
});

describe('published national station hours', () => {
  /** Five of the hours published by the national monitoring centre, 2022-01-01 12:00. */
  const published = [
    { pm10: 90, pm25: 52, o3: 11, no2: 70, so2: 11, co: 1.3, aqi: 72, primary: 'pm25' },
    { pm10: 61, pm25: 38, o3: 29, no2: 34, so2: 5, co: 0.7, aqi: 56, primary: 'pm10' },
    { pm10: 97, pm25: 37, o3: 15, no2: 51, so2: 4, co: 0.9, aqi: 74, primary: 'pm10' },
    { pm10: 224, pm25: 153, o3: 10, no2: 97, so2: 22, co: 2.0, aqi: 203, primary: 'pm25' },
    { pm10: 210, pm25: 143, o3: 18, no2: 83, so2: 18, co: 1.8, aqi: 190, primary: 'pm25' },
  ];
  test.each(published)('AQI $aqi by $primary', ({ aqi, primary, ...values }) => {
    const result = hourlyAqi(air(values), { on: '2022-01-01T12:00:00+08:00' });
    expect([result.aqi, result.primary]).toEqual([aqi, [primary]]);
  });

  test('all hours of the shared file', () => {
    const text = sharedText('oracles/aqi-cnemc/hourly_published_aqi.csv');
    if (!text) return;
    const number = (value?: string) => (value ? Number(value) : null);
    for (const row of csvRecords(text)) {
      const values = {
        pm10: row.pm10_1h,
        pm25: row.pm25_1h,
        o3: row.o3_1h,
        no2: row.no2_1h,
        so2: row.so2_1h,
        co: row.co_1h_mg,
      };
      const given = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, number(value)]));
      const result = hourlyAqi(air(given), { on: row.time as string });
      expect(result.aqi).toBe(number(row.published_aqi));
      expect(result.primary).toContain((row.published_primary as string).toLowerCase().replace('.', ''));
    }
  });
});

import { describe, expect, test } from 'vitest';
import { csvRecords, keptText, sharedText } from '../../testkit/vectors.ts';
import {
  type AirMean,
  type AqiReport,
  dailyAqi,
  dailyMean,
  goodDays,
  type HourlyAir,
  hourlyAqi,
  mda8,
  mgPerM3FromUgPerM3,
  roundHalfEven,
  ugPerM3,
} from '../index.ts';

type Hour = Record<'pm25' | 'pm10' | 'so2' | 'no2' | 'co' | 'o3', number | null>;

/** Rounded as stations report them, so that both editions see the same numbers. */
const number = (text?: string) =>
  text === undefined || text === 'NA' ? null : roundHalfEven(Number(text), 0);

/** CO of this data is in µg/m³. */
function hourOf(row: Record<string, string>): Hour {
  const co = number(row.CO);
  return {
    pm25: number(row['PM2.5']),
    pm10: number(row.PM10),
    so2: number(row.SO2),
    no2: number(row.NO2),
    o3: number(row.O3),
    co: co === null ? null : roundHalfEven(mgPerM3FromUgPerM3(ugPerM3(co)), 1),
  };
}

const WHEN = { 2012: { edition: '2012' }, 2026: { edition: '2026' } } as const;

function dayReport(hours: readonly Hour[], edition: 2012 | 2026): AqiReport {
  const when = WHEN[edition];
  const mean = (key: keyof Hour): AirMean =>
    dailyMean(
      hours.map((hour) => hour[key]),
      key === 'co' ? 1 : 0,
      when,
    );
  const daily = {
    pm25: mean('pm25').value,
    pm10: mean('pm10').value,
    so2: mean('so2').value,
    no2: mean('no2').value,
    co: mean('co').value,
    o3_8h: mda8(
      hours.map((hour) => hour.o3),
      when,
    ).value,
  };
  return dailyAqi(daily as never, when);
}

test('a fortnight of Dongsi, kept here, in both editions', () => {
  const fortnight = csvRecords(keptText('prsa_dongsi_2013-03.csv')).map(hourOf);
  const days = Array.from({ length: 14 }, (_, i) => fortnight.slice(i * 24, i * 24 + 24));
  const aqi = (edition: 2012 | 2026) => days.map((day) => dayReport(day, edition).aqi);
  const [older, newer] = [aqi(2012), aqi(2026)];
  expect(older.every((value) => value !== null)).toBe(true);
  newer.forEach((value, i) => {
    if (value !== null) expect(value).toBeGreaterThanOrEqual(older[i] as number);
  });
  // 2013-03-01 by hand: the largest daily mean of the day over the 2012 break points
  const first = days[0] as Hour[];
  const pm25 = dailyMean(
    first.map((hour) => hour.pm25),
    0,
    WHEN[2012],
  ).value as number;
  expect(dayReport(first, 2012).iaqi.pm25).toBe(
    pm25 <= 35 ? Math.ceil((pm25 * 50) / 35) : 50 + Math.ceil(((pm25 - 35) * 50) / 40),
  );
});

describe.each(['Changping', 'Dongsi', 'Guanyuan'])('four years of %s in both editions', (station) => {
  const text = sharedText(`data/prsa-beijing/PRSA_Data_${station}_20130301-20170228.csv.gz`);
  const hours = text ? csvRecords(text).map(hourOf) : [];

  test.skipIf(!text)('hours', () => {
    expect(hours).toHaveLength(35_064);
    let withheld = 0;
    for (const hour of hours) {
      const [older, newer] = [
        hourlyAqi(hour as HourlyAir, WHEN[2012]),
        hourlyAqi(hour as HourlyAir, WHEN[2026]),
      ];
      if (older.aqi === null) continue;
      // the new particle break points are stricter, nothing is laxer: published new indices are never lower
      if (newer.aqi === null) {
        expect(newer.missing.length).toBeGreaterThan(0);
        withheld += newer.withheld ? 1 : 0;
      } else expect(newer.aqi).toBeGreaterThanOrEqual(older.aqi);
      expect(older.aqi).toBeLessThanOrEqual(500);
      if (older.aqi > 50) expect(older.primary.length).toBeGreaterThan(0);
    }
    expect(withheld).toBeGreaterThan(0);
  });

  test.skipIf(!text)('days', () => {
    const days = Array.from({ length: 1461 }, (_, i) => hours.slice(i * 24, i * 24 + 24));
    const count = (edition: 2012 | 2026) =>
      goodDays(
        days.map((day, i) => ({ date: String(i), aqi: dayReport(day, edition).aqi })),
        WHEN[2026],
      );
    const [older, newer] = [count(2012), count(2026)];
    console.info(
      `[standards] ${station}: good days ${older.goodDays}/${older.validDays} by 2012, ${newer.goodDays}/${newer.validDays} by 2026`,
    );
    expect(newer.goodDays).toBeLessThan(older.goodDays);
    expect(older.validDays).toBeGreaterThan(1400);
  });
});

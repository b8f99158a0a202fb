import chineseDays from 'chinese-days';
import { describe, expect, test } from 'vitest';
import { addDays } from '../clock.ts';
import { holidayYears } from './holidays.table.ts';
import { addWorkingDays, isWorkingDay } from './working-days.ts';

describe('working days', () => {
  test.each(holidayYears.map((row) => row.year))(
    'every day of %i agrees with an independent calendar',
    (year) => {
      const differing: string[] = [];
      for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
        if (isWorkingDay(day) !== chineseDays.isWorkday(day)) differing.push(day);
      }
      expect(differing).toEqual([]);
    },
  );

  test('a make-up Saturday is worked, the Labour Day Friday is not', () => {
    expect(isWorkingDay('2026-05-09')).toBe(true);
    expect(isWorkingDay('2026-05-01')).toBe(false);
  });

  test('three working days from the Wednesday before Labour Day 2026 end on Thursday the 7th', () => {
    expect(addWorkingDays('2026-04-29', 3)).toEqual({ day: '2026-05-07', estimated: false });
  });

  test('a count that runs into a year without a notice says that it is an estimate', () => {
    expect(addWorkingDays('2026-12-30', 1).estimated).toBe(false);
    expect(addWorkingDays('2026-12-30', 3)).toEqual({ day: '2027-01-04', estimated: true });
  });
});

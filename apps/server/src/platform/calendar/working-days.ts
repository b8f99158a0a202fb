import { addDays } from '../clock.ts';
import { type HolidayYear, holidayYears } from './holidays.table.ts';

const byYear = new Map<number, { off: ReadonlySet<string>; worked: ReadonlySet<string> }>(
  holidayYears.map((row) => [row.year, expand(row)]),
);

function expand(row: HolidayYear) {
  const off = new Set<string>();
  for (const [first, last] of row.daysOff) {
    for (let day = `${row.year}-${first}`; day <= `${row.year}-${last}`; day = addDays(day, 1)) off.add(day);
  }
  return { off, worked: new Set(row.workedWeekends.map((monthDay) => `${row.year}-${monthDay}`)) };
}

/** True when the holidays of that day's year are announced and in the table. */
export function isYearKnown(day: string): boolean {
  return byYear.has(Number(day.slice(0, 4)));
}

/**
 * Whether people work on a day: the year's notice decides (holidays off, make-up weekends worked); in a year without
 * a notice only Saturday and Sunday are free.
 * @param day `YYYY-MM-DD`, Asia/Shanghai
 * @source 国务院办公厅 yearly holiday notices, holidays.table.ts
 */
export function isWorkingDay(day: string): boolean {
  const year = byYear.get(Number(day.slice(0, 4)));
  if (year?.off.has(day)) return false;
  if (year?.worked.has(day)) return true;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

export interface CountedDay {
  readonly day: string;
  /** The count crossed a year whose holidays are not announced: weekends only were skipped. */
  readonly estimated: boolean;
}

/**
 * The `count`-th working day after a day; the day itself is not counted. `count` 0 gives the day itself.
 * Crossing into a year without a notice is an estimate and says so.
 */
export function addWorkingDays(from: string, count: number): CountedDay {
  let day = from;
  let estimated = false;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (!isYearKnown(day)) estimated = true;
    if (isWorkingDay(day)) left -= 1;
  }
  return { day, estimated };
}

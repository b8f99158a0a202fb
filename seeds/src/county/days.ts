import { addDays, dayOf } from '../../../apps/server/src/platform/index.ts';

export { addDays, dayOf };

const HOUR_MS = 3_600_000;

export const hoursAfter = (instant: Date, hours: number): Date =>
  new Date(instant.getTime() + hours * HOUR_MS);

/** An instant of a Shanghai day, e.g. `at('2026-05-03', '09:00')`. */
export const at = (day: string, time: string): Date => new Date(`${day}T${time}:00+08:00`);

/**
 * Moves an instant into the office hours of its Shanghai day (8:30 to 17:30), keeping the order of instants inside
 * a day.
 */
export function inOfficeHours(instant: Date): Date {
  const midnight = at(dayOf(instant), '00:00');
  const share = (instant.getTime() - midnight.getTime()) / (24 * HOUR_MS);
  return new Date(midnight.getTime() + Math.floor((8.5 + share * 9) * 60) * 60_000);
}

/** The latest such day (`05-20`) that lies at least `room` days before. */
export function latestDay(monthDay: string, today: string, room: number): string {
  const thisYear = `${today.slice(0, 4)}-${monthDay}`;
  return thisYear <= addDays(today, -room) ? thisYear : `${Number(today.slice(0, 4)) - 1}-${monthDay}`;
}

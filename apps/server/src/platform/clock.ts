/** The only source of "now" in the server; tests move it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands where a test puts it. */
export class StandingClock implements Clock {
  #now: Date;
  constructor(start: string) {
    this.#now = new Date(start);
  }
  now(): Date {
    return new Date(this.#now);
  }
  moveTo(instant: string): void {
    this.#now = new Date(instant);
  }
  advance(hours: number): void {
    this.#now = new Date(this.#now.getTime() + hours * 3_600_000);
  }
}

const shanghaiDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** Calendar day of an instant in Asia/Shanghai, `YYYY-MM-DD`. */
export function dayOf(instant: Date): string {
  return shanghaiDay.format(instant);
}

/** First instant of a Shanghai day (UTC+8, no summer time since 1991). */
export function startOfDay(day: string): Date {
  return new Date(`${day}T00:00:00+08:00`);
}

/** Last second of a Shanghai day. */
export function endOfDay(day: string): Date {
  return new Date(`${day}T23:59:59+08:00`);
}

/** The day `count` days after `day`. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

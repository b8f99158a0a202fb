/** Wall-clock reading as it stands in a file. */
interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

export type TimeFormat = 'MM/dd/yyyy hh:mm:ss a' | 'yyyy-MM-dd HH:mm:ss' | 'yyyy/M/d H:mm';

const PATTERNS: Record<TimeFormat, RegExp> = {
  'MM/dd/yyyy hh:mm:ss a':
    /^(?<month>\d{2})\/(?<day>\d{2})\/(?<year>\d{4}) (?<hour>\d{2}):(?<minute>\d{2}):(?<second>\d{2}) (?<half>AM|PM)$/,
  'yyyy-MM-dd HH:mm:ss':
    /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})[ T](?<hour>\d{2}):(?<minute>\d{2}):(?<second>\d{2})$/,
  'yyyy/M/d H:mm': /^(?<year>\d{4})\/(?<month>\d{1,2})\/(?<day>\d{1,2}) (?<hour>\d{1,2}):(?<minute>\d{2})$/,
};

export const timeFormats = Object.keys(PATTERNS) as [TimeFormat, ...TimeFormat[]];

function readWallClock(text: string, format: TimeFormat): WallClock | null {
  const parts = PATTERNS[format].exec(text)?.groups;
  if (!parts) return null;
  const number = (name: string) => Number(parts[name] ?? 0);
  const given = number('hour');
  if (parts.half && (given < 1 || given > 12)) return null;
  const hour = parts.half ? (given % 12) + (parts.half === 'PM' ? 12 : 0) : given;
  return {
    year: number('year'),
    month: number('month'),
    day: number('day'),
    hour,
    minute: number('minute'),
    second: number('second'),
  };
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(timeZone, made);
  return made;
}

/** What a clock in the zone shows at an instant, as if it were UTC, in milliseconds. */
function shownAt(instantMs: number, timeZone: string): number {
  const parts = Object.fromEntries(
    formatterOf(timeZone)
      .formatToParts(instantMs)
      .map((part) => [part.type, Number(part.value)]),
  );
  return Date.UTC(parts.year ?? 0, (parts.month ?? 1) - 1, parts.day, parts.hour, parts.minute, parts.second);
}

const HOUR_MS = 3_600_000;

/**
 * Instant of a local time. A time that the clocks skipped (start of summer time), or a date that does not exist,
 * is null; of a time that they showed twice the earlier instant is taken.
 * @param timeZone IANA name, e.g. `America/New_York`
 */
export function instantOfLocal(text: string, format: TimeFormat, timeZone: string): Date | null {
  const wall = readWallClock(text.trim(), format);
  if (!wall) return null;
  const wanted = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
  const back = new Date(wanted);
  if (
    back.getUTCMonth() !== wall.month - 1 ||
    back.getUTCDate() !== wall.day ||
    back.getUTCHours() !== wall.hour
  )
    return null;
  const offsets = [wanted - 26 * HOUR_MS, wanted + 26 * HOUR_MS].map(
    (probe) => shownAt(probe, timeZone) - probe,
  );
  const fitting = offsets
    .map((offset) => wanted - offset)
    .filter((instant) => shownAt(instant, timeZone) === wanted);
  return fitting.length > 0 ? new Date(Math.min(...fitting)) : null;
}

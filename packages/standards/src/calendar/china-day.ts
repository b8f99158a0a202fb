import { StandardRefusal } from '../refusal.ts';

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):?(\d{2})?(?::?(\d{2})(?:\.\d{1,9})?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const HOUR_MS = 3_600_000;
/** China keeps one zone, eight hours ahead of UTC, without summer time since 1992. */
export const CHINA_OFFSET_MS = 8 * HOUR_MS;

function badDate(text: unknown): StandardRefusal {
  return new StandardRefusal(
    'bad-date',
    'on',
    `日期“${String(text).slice(0, 40)}”无法识别，请写成 2026-03-01 或 2026-03-01T08:00:00+08:00`,
  );
}

/** Days in a month of the Gregorian calendar; month 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

/** Number of the digits from `from` to `to`, or −1 when one is no digit. */
export function digitsAt(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i += 1) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Whether `text` is a real calendar day written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return false;
  const [year, month, day] = [digitsAt(text, 0, 4), digitsAt(text, 5, 7), digitsAt(text, 8, 10)];
  return year >= 0 && day >= 1 && day <= daysInMonth(year, month);
}

/**
 * The natural day in Asia/Shanghai of a day or an instant. Text without a zone is China time; 24:00 belongs to the day it is written with.
 * Errors: `bad-date` for anything else, days that do not exist included.
 */
export function chinaDay(text: string): string {
  if (typeof text !== 'string') throw badDate(text);
  if (text.length === 10 && isDay(text)) return text;
  const match = INSTANT.exec(text);
  if (!match || !isDay(match[1] as string)) throw badDate(text);
  const [hour, minute] = [Number(match[2]), Number(match[3] ?? 0)];
  const second = Number(match[4] ?? 0);
  if (minute > 59 || second > 59 || hour > 24 || (hour === 24 && minute + second > 0)) throw badDate(text);
  const zone = match[5];
  if (zone === undefined) return match[1] as string;
  // 24:00 is the end of the day it is written with, as hours are labelled by their end
  const sinceMidnight = Math.min(hour * HOUR_MS + minute * 60_000, 24 * HOUR_MS - 1);
  const local = Date.parse(`${match[1]}T00:00:00Z`) + sinceMidnight;
  return new Date(local - zoneMs(zone) + CHINA_OFFSET_MS).toISOString().slice(0, 10);
}

function zoneMs(zone: string): number {
  if (zone.toUpperCase() === 'Z') return 0;
  const digits = zone.slice(1).replace(':', '');
  const ms = Number(digits.slice(0, 2)) * HOUR_MS + Number(digits.slice(2)) * 60_000;
  return zone.startsWith('-') ? -ms : ms;
}

/** Whole days from `first` to `second`, both `YYYY-MM-DD`. */
export function daysBetween(first: string, second: string): number {
  return Math.round((Date.parse(`${second}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / 86_400_000);
}

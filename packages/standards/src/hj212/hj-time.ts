import { CHINA_OFFSET_MS, daysInMonth, digitsAt } from '../calendar/china-day.ts';

/** Digits of a time, `yyyyMMddHHmmss`, and of a QN, which has milliseconds too. */
export const TIME_DIGITS = 14;
export const QN_DIGITS = 17;

/** A time of the protocol: local text (UTC+8, no zone) as sent, and the instant. */
export interface Hj212Time {
  readonly text: string;
  readonly utc: string;
  readonly epochMs: number;
}

/**
 * Instant in ms of `yyyyMMddHHmmss` or `yyyyMMddHHmmssSSS` (UTC+8), or null when it is none: wrong length, letters, no such day or time.
 * @source HJ 212-2017 6.3.2
 */
export function hj212Epoch(text: string): number | null {
  if (text.length !== TIME_DIGITS && text.length !== QN_DIGITS) return null;
  const year = digitsAt(text, 0, 4);
  const month = digitsAt(text, 4, 6);
  const day = digitsAt(text, 6, 8);
  const hour = digitsAt(text, 8, 10);
  const minute = digitsAt(text, 10, 12);
  const second = digitsAt(text, 12, 14);
  const ms = text.length === QN_DIGITS ? digitsAt(text, 14, 17) : 0;
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 || ms < 0) return null;
  return Date.UTC(year, month - 1, day, hour, minute, second, ms) - CHINA_OFFSET_MS;
}

/** ISO 8601 in UTC; from 08:00 on the day is the same and the text is only cut differently. */
function utcText(text: string, epochMs: number): string {
  const hour = digitsAt(text, 8, 10) - CHINA_OFFSET_MS / 3_600_000;
  if (hour < 0) return new Date(epochMs).toISOString();
  const ms = text.length === QN_DIGITS ? text.slice(TIME_DIGITS) : '000';
  const day = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
  return `${day}T${hour < 10 ? '0' : ''}${hour}:${text.slice(10, 12)}:${text.slice(12, 14)}.${ms}Z`;
}

/** A time with its text kept, or null when the text is no time. */
export function hj212Time(text: string): Hj212Time | null {
  const epochMs = hj212Epoch(text);
  return epochMs === null ? null : { text, utc: utcText(text, epochMs), epochMs };
}

/** Writes an instant as `yyyyMMddHHmmss` in UTC+8, with milliseconds as QN needs them. */
export function hj212TimeText(epochMs: number, withMs = false): string {
  const text = new Date(epochMs + CHINA_OFFSET_MS).toISOString().replace(/[-T:.Z]/g, '');
  return text.slice(0, withMs ? QN_DIGITS : TIME_DIGITS);
}

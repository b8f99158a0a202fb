import type { AttemptLimit } from './limits.table.ts';

/** Wrong or unfinished attempts so far, of one account or one address. */
export interface Attempts {
  readonly failures: number;
  readonly windowFrom: Date;
  readonly lockedUntil: Date | null;
}

const MINUTE_MS = 60_000;

/** Account names are compared without surrounding blanks, width and case: `ＡＤＭＩＮ ` is `admin`. */
export function normaliseAccount(account: string): string {
  return account
    .normalize('NFKC')
    .replace(/\p{Cc}/gu, '')
    .trim()
    .toLowerCase();
}

/**
 * Counts an attempt before its password is checked, so that many at once cannot pass the limit together.
 * @param attempts earlier ones; null: none
 * @returns the new count, and whether the attempt may go on
 */
export function admitAttempt(
  attempts: Attempts | null,
  limit: AttemptLimit,
  now: Date,
): { admitted: boolean; attempts: Attempts } {
  if (attempts?.lockedUntil && attempts.lockedUntil > now) return { admitted: false, attempts };
  const windowEnd = attempts && attempts.windowFrom.getTime() + limit.windowMinutes * MINUTE_MS;
  if (!attempts || attempts.lockedUntil || windowEnd === null || windowEnd <= now.getTime())
    return { admitted: true, attempts: { failures: 1, windowFrom: now, lockedUntil: null } };
  if (attempts.failures >= limit.failures)
    return { admitted: false, attempts: { ...attempts, lockedUntil: lockEnd(limit, now) } };
  return { admitted: true, attempts: { ...attempts, failures: attempts.failures + 1 } };
}

/** When a lock that begins now ends. */
export function lockEnd(limit: AttemptLimit, now: Date): Date {
  return new Date(now.getTime() + limit.lockMinutes * MINUTE_MS);
}

/** Whole minutes until an instant, at least one. */
export function minutesUntil(until: Date, now: Date): number {
  return Math.max(1, Math.ceil((until.getTime() - now.getTime()) / MINUTE_MS));
}

/**
 * Why a new password is too weak, as a sentence for the form; null: good enough.
 * Length is checked by the contract.
 */
export function passwordWeakness(password: string, account: string): string | null {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(password)).length;
  if (kinds < 2) return '密码至少要有大写字母、小写字母、数字、符号中的两种';
  if (password.toLowerCase().includes(normaliseAccount(account))) return '密码里不能含有账号';
  if (new Set(password).size < 5) return '密码里重复的字符太多';
  return null;
}

import type { AttemptLimit } from './limits.table.ts';

/** Attempts of one account or one address that were wrong or whose outcome is open, oldest first. */
export interface Attempts {
  readonly at: readonly Date[];
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
 * Any `windowMinutes` see at most `failures` attempts; a lock that is over begins anew.
 * @param attempts earlier ones; null: none
 * @returns the new count, and whether the attempt may go on
 */
export function admitAttempt(
  attempts: Attempts | null,
  limit: AttemptLimit,
  now: Date,
): { admitted: boolean; attempts: Attempts } {
  if (attempts?.lockedUntil && attempts.lockedUntil > now) return { admitted: false, attempts };
  const windowFrom = now.getTime() - limit.windowMinutes * MINUTE_MS;
  const recent = attempts?.lockedUntil
    ? []
    : (attempts?.at ?? []).filter((instant) => instant.getTime() > windowFrom);
  if (recent.length >= limit.failures)
    return { admitted: false, attempts: { at: recent, lockedUntil: lockEnd(limit, now) } };
  return { admitted: true, attempts: { at: [...recent, now], lockedUntil: null } };
}

/** Takes back one attempt begun at an instant: it was right. */
export function withoutAttempt(attempts: Attempts, begunAt: Date): Attempts {
  const index = attempts.at.findIndex((instant) => instant.getTime() === begunAt.getTime());
  return { ...attempts, at: attempts.at.filter((_, each) => each !== index) };
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

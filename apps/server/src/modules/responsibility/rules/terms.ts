import { MOST_DAYS_BACK } from '@qingshan/contract';
import { addDays } from '../../../platform/index.ts';

/** First day that a term may have; the ledger knows nothing before. */
export const EARLIEST_DAY = '1949-10-01';

/** Earliest day to which those who keep the posts may date a change of who holds one. */
export const earliestChange = (today: string): string => addDays(today, -MOST_DAYS_BACK);

/** Days of a term, both included; `to` null: open. */
export interface TermDays {
  readonly from: string;
  readonly to: string | null;
}

/** What decides whether a term may still be changed. */
export interface Correctable extends TermDays {
  readonly enteredOn: string | null;
  readonly endEnteredOn: string | null;
}

/** A term that has not begun is only a plan; one entered today may be a mistake. Anything older has been lived and stays. */
export function mayCancel({ from, enteredOn }: Correctable, today: string): boolean {
  return from > today || enteredOn === today;
}

/** An end that has not passed, or was entered today, may be changed; an open end too. */
export function mayCorrectEnd({ to, endEnteredOn }: Correctable, today: string): boolean {
  return to === null || to >= today || endEnteredOn === today;
}

/** Text of the daterange `[from, day after to)`. */
export function rangeOf({ from, to }: TermDays): string {
  return `[${from},${to ? addDays(to, 1) : ''})`;
}

/**
 * What is wrong with a term's days; null when nothing is.
 * @param today Shanghai day of the clock; a term may begin at most two years ahead.
 */
export function termFault({ from, to }: TermDays, today: string): string | null {
  if (from < EARLIEST_DAY) return '任职日期太早，请检查年份';
  if (from > addDays(today, 731)) return '任职日期超过两年以后，请检查年份';
  if (to && to < from) return '卸任日期早于任职日期';
  if (to && to > addDays(from, 366 * 60)) return '任期超过六十年，请检查年份';
  return null;
}

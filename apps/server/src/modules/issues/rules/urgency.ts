import type { Urgency } from '@qingshan/contract';
import { addWorkingDays } from '../../../platform/calendar/working-days.ts';
import { dayOf, endOfDay } from '../../../platform/index.ts';

export interface UrgencyLimits {
  readonly now: Date;
  /** Due up to here: orange (the end of the next working day). */
  readonly orangeUntil: Date;
  /** Due up to here: yellow (the end of the third working day). */
  readonly yellowUntil: Date;
}

export function urgencyLimits(now: Date): UrgencyLimits {
  const today = dayOf(now);
  return {
    now,
    orangeUntil: endOfDay(addWorkingDays(today, 1).day),
    yellowUntil: endOfDay(addWorkingDays(today, 3).day),
  };
}

/**
 * Colour of a deadline; `none` when nothing is due or the problem rests.
 * @param answeredAt when the town applied for closing: red or green then, whatever the inspectors take
 */
export function urgencyOf(
  dueAt: Date | null,
  answeredAt: Date | null,
  isOpen: boolean,
  limits: UrgencyLimits,
): Urgency {
  if (!isOpen || !dueAt) return 'none';
  if (dueAt < (answeredAt ?? limits.now)) return 'red';
  if (answeredAt) return 'green';
  if (dueAt <= limits.orangeUntil) return 'orange';
  return dueAt <= limits.yellowUntil ? 'yellow' : 'green';
}

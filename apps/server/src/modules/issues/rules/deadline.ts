import {
  type DeadlineEdition,
  type DeadlineRule,
  deadlineEditions,
  type IssueKind,
} from '@qingshan/contract';
import { addWorkingDays } from '../../../platform/calendar/working-days.ts';
import { addDays, dayOf, endOfDay } from '../../../platform/index.ts';

export interface Deadline {
  readonly dueAt: Date;
  /** The count crossed a year whose holidays are not announced. */
  readonly estimated: boolean;
  /** The rule in words, kept with the problem. */
  readonly rule: string;
}

const UNIT_LABELS = { workingDays: '个工作日', calendarDays: '天', hours: '小时' } as const;

/** The edition in force on a day: the latest that took effect on or before it. */
export function editionOn(day: string): DeadlineEdition {
  const inForce = deadlineEditions
    .filter((edition) => edition.effectiveFrom <= day)
    .sort((a, b) => b.effectiveFrom.localeCompare(a.effectiveFrom))[0];
  if (!inForce) throw new Error(`no deadline edition in force on ${day}`);
  return inForce;
}

export function ruleFor(kind: IssueKind, day: string): { rule: DeadlineRule; words: string } {
  const edition = editionOn(day);
  const rule = edition.kinds[kind] ?? edition.default;
  return { rule, words: `受理后 ${rule.amount} ${UNIT_LABELS[rule.unit]}（${edition.name}）` };
}

/**
 * Deadline of a problem accepted at an instant, by the rule then in force. Working and calendar days end with the
 * last second of their last day in Shanghai, the day of acceptance not counted; hours run through.
 * @param handedDownDueOn day set by the inspectors: it decides, whatever the kind
 */
export function deadlineAt(acceptedAt: Date, kind: IssueKind, handedDownDueOn: string | undefined): Deadline {
  if (handedDownDueOn)
    return {
      dueAt: endOfDay(handedDownDueOn),
      estimated: false,
      rule: `督查下发时规定的期限 ${handedDownDueOn}`,
    };
  const today = dayOf(acceptedAt);
  const { rule, words } = ruleFor(kind, today);
  if (rule.unit === 'hours')
    return { dueAt: new Date(acceptedAt.getTime() + rule.amount * 3_600_000), estimated: false, rule: words };
  if (rule.unit === 'calendarDays')
    return { dueAt: endOfDay(addDays(today, rule.amount)), estimated: false, rule: words };
  const counted = addWorkingDays(today, rule.amount);
  return { dueAt: endOfDay(counted.day), estimated: counted.estimated, rule: words };
}

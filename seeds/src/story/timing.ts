import { deadlineEditions, type IssueKind, type Verb } from '@qingshan/contract';
import { addDays, dayOf, hoursAfter, inOfficeHours, latestDay } from '../county/days.ts';
import { chosenBy } from '../county/ids.ts';
import { AFTER_PUBLICITY_HOURS, hoursOf, sharesOfDeadline } from './paths.table.ts';
import type { Told } from './told.ts';

const WEEKENDS = 1.4;
const LATE_SHARE = 1.15;
/** Application, acceptance and public notice together. */
const INSPECTION_HOURS = 24 * 25;
const WAITING: readonly Verb[] = [
  'reportBack',
  'verify',
  'applyClose',
  'inspect',
  'publicize',
  'requestExtension',
];
/** A problem of a named day has had this long at least to come to its end. */
const MONTHLY_ROOM_DAYS = 50;

/** Hours that the edition in force gives a kind, working days counted as calendar days with their weekends. */
export function hoursAllowed(kind: IssueKind, day: string): number {
  const edition = deadlineEditions.filter((each) => each.effectiveFrom <= day).at(-1);
  const rule = edition?.kinds[kind] ?? edition?.default;
  if (!rule) throw new Error('no deadline edition');
  if (rule.unit === 'hours') return rule.amount;
  return rule.amount * 24 * (rule.unit === 'workingDays' ? WEEKENDS : 1);
}

/** True when the kind is put right within hours, at night and on Sundays too. */
const isUrgent = (allowed: number) => allowed <= 48;

function gap(verb: Verb, steps: readonly Verb[], index: number, allowed: number, isLate: boolean): number {
  if (verb === 'close' && steps[index - 1] === 'publicize') return AFTER_PUBLICITY_HOURS;
  if (verb === 'reportBack' && isLate && steps.indexOf('reportBack') === index) return allowed * LATE_SHARE;
  return hoursOf[verb] ?? (sharesOfDeadline[verb] ?? 0.05) * allowed;
}

/** Hours left for putting it right: the inspectors' acceptance and the public notice come off the days they gave. */
function hoursToWork(issue: Told, steps: readonly Verb[], from: Date): number {
  const given = issue.more.days ? issue.more.days * 24 : hoursAllowed(issue.kind, dayOf(from));
  if (!steps.includes('publicize')) return given;
  return Math.max(given * 0.35, given - INSPECTION_HOURS);
}

/** What waits for others' check today came there a day to three ago; null for what needs no stretching. */
function restingHours(steps: readonly Verb[], key: string): number | null {
  const last = steps.at(-1);
  return last && WAITING.includes(last) ? 5 + chosenBy(`${key} rest`, 56) : null;
}

/**
 * When a problem was raised and when each of its steps was done: gaps as long as the kind allows, a little different
 * each time, pressed together where the day of seeding comes first; in office hours unless the kind is urgent.
 */
export function timesOf(
  issue: Told,
  steps: readonly Verb[],
  from: Date,
  until: Date,
  key: string,
): readonly Date[] {
  const allowed = hoursToWork(issue, steps, from);
  const isFixed = (index: number) => steps[index] === 'close' && steps[index - 1] === 'publicize';
  const gaps = steps.map((verb, index) => {
    const usual = gap(verb, steps, index, allowed, issue.more.late ?? false);
    return isFixed(index) ? usual : usual * (0.8 + chosenBy(`${key} ${index} ${verb}`, 40) / 100);
  });
  const sum = (wanted: boolean) =>
    gaps.reduce((total, each, index) => total + (isFixed(index) === wanted ? each : 0), 0);
  const room = (until.getTime() - from.getTime()) / 3_600_000 - sum(true);
  const needed = sum(false);
  const rest = restingHours(steps, key);
  const pressed =
    needed > room * 0.96 ? (room * 0.96) / needed : rest === null ? 1 : Math.max((room - rest) / needed, 0.3);
  const times: Date[] = [];
  let free = from;
  let before = from;
  for (const [index, each] of gaps.entries()) {
    free = hoursAfter(free, isFixed(index) ? each : each * pressed);
    const inOffice = isUrgent(allowed) ? free : inOfficeHours(free);
    const earliest = hoursAfter(before, pressed < 1 ? 0.02 : 0.3);
    const wanted = inOffice > until ? free : inOffice;
    before = new Date(Math.max(wanted.getTime(), earliest.getTime()));
    times.push(before);
  }
  return times;
}

/** When a problem was raised: so many days before the anchor, at its own hour of the working day, never after the anchor. */
export function raisedAt(issue: Told, anchor: Date, key: string): Date {
  const today = dayOf(anchor);
  const day =
    typeof issue.daysAgo === 'number'
      ? addDays(today, -issue.daysAgo)
      : latestDay(issue.daysAgo, today, MONTHLY_ROOM_DAYS);
  const minutes = 8 * 60 + 5 + chosenBy(`${key} raised`, 520);
  const wanted = hoursAfter(new Date(`${day}T00:00:00+08:00`), minutes / 60);
  const latest = hoursAfter(anchor, -0.4 - chosenBy(key, 60) / 60);
  return new Date(Math.min(wanted.getTime(), latest.getTime()));
}

import { type ActOnIssue, kindRow, type Verb } from '@qingshan/contract';
import { addDays, dayOf } from '../county/days.ts';
import { oneOf } from '../county/ids.ts';
import { villageNamed } from '../county/villages.table.ts';
import type { Told } from './told.ts';
import { placeOf } from './who.ts';
import { remediesOfCategory, remediesOfKind, reviewWords, wordsOfVerb } from './words.table.ts';

/** What the problem is when a step is done on it, as far as the step's words need it. */
export interface Standing {
  readonly dueAt: Date | null;
}

function words(issue: Told, verb: Verb, key: string): string {
  const own = issue.more.said?.[verb];
  if (own) return own;
  const remedy = remediesOfKind[issue.kind] ?? remediesOfCategory[kindRow(issue.kind).category];
  if (verb === 'rectify') return issue.more.measure ?? oneOf(remedy.measures, key);
  if (verb === 'reportBack') return oneOf(remedy.results, key);
  return oneOf(wordsOfVerb[verb] ?? [''], key);
}

function extensionUntil(standing: Standing, now: Date): string {
  const due = standing.dueAt ? dayOf(standing.dueAt) : dayOf(now);
  const from = [due, dayOf(now)].toSorted().at(-1) ?? due;
  return addDays(from, 14);
}

function review(issue: Told, key: string): Partial<ActOnIssue> {
  const [cause, improvement] = oneOf(reviewWords, key);
  return {
    cause: {
      cause: issue.more.cause ?? cause,
      improvement: issue.more.improvement ?? improvement,
      similarChecked: true,
    },
  };
}

/** What a public notice is called: the place and what was put right, not the problem's own words. */
function publicTitle(issue: Told): string {
  return `${villageNamed(placeOf(issue.place).village).name}${kindRow(issue.kind).label}整改公示`;
}

/** What a step brings besides its photos, owner and target. */
export function speechOf(
  issue: Told,
  verb: Verb,
  key: string,
  standing: Standing,
  now: Date,
): Partial<ActOnIssue> {
  const said = words(issue, verb, key);
  switch (verb) {
    case 'accept':
    case 'assign':
    case 'approveExtension':
      return {};
    case 'rectify':
      return { measure: said };
    case 'publicize':
      return { publicTitle: publicTitle(issue), message: said };
    case 'rate':
      return { score: issue.more.score ?? oneOf([4, 5, 5, 3], key) };
    case 'review':
      return review(issue, key);
    case 'requestExtension':
      return { reason: said, dueOn: extensionUntil(standing, now) };
    case 'decline':
    case 'returnBack':
    case 'reassign':
    case 'refuseExtension':
    case 'sendBack':
    case 'rejectClose':
    case 'reopen':
    case 'merge':
    case 'split':
      return { reason: said };
    default:
      return { message: said };
  }
}

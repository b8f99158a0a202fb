import { kindRow, type Verb } from '@qingshan/contract';
import { hoursAfter } from '../county/days.ts';
import { storyId } from '../county/ids.ts';
import { paths } from './paths.table.ts';
import { raisedAt, timesOf } from './timing.ts';
import type { Told } from './told.ts';
import { placeOf } from './who.ts';

/** One step of the story: a problem raised (`verb` null) or moved on. */
export interface StoryStep {
  readonly at: Date;
  readonly issue: Told;
  readonly issueId: string;
  readonly issueKey: string;
  readonly verb: Verb | null;
  /** Which step of its problem; raising is −1. */
  readonly index: number;
  /** Photos that come with it, each with a name of its own. */
  readonly photos: readonly PhotoWish[];
}

export interface PhotoWish {
  readonly key: string;
  readonly phase: 'before' | 'after';
  readonly issue: Told;
  readonly issueKey: string;
  readonly at: Date;
  readonly raisedAt: Date;
}

/** Reports by telephone and letter come without photo: the fixer takes one first. */
function hasPhotoWhenRaised(issue: Told): boolean {
  if (kindRow(issue.kind).evidence.before === 0) return false;
  if (issue.source === 'system') return false;
  return (
    issue.source !== 'public' || issue.more.channel === 'online' || placeOf(issue.place).below.startsWith('W')
  );
}

function wishes(
  issue: Told,
  issueKey: string,
  verb: Verb | null,
  index: number,
  at: Date,
  raised: Date,
  isPart: boolean,
): PhotoWish[] {
  const { before, after } = kindRow(issue.kind).evidence;
  const wish = (phase: 'before' | 'after', number: number): PhotoWish => ({
    key: `${issueKey} ${phase} ${index} ${number}`,
    phase,
    issue,
    issueKey,
    at,
    raisedAt: raised,
  });
  const several = (phase: 'before' | 'after', count: number) =>
    Array.from({ length: count }, (_, number) => wish(phase, number));
  if (verb === null) return hasPhotoWhenRaised(issue) ? several('before', before) : [];
  if (verb === 'rectify') return isPart || !hasPhotoWhenRaised(issue) ? several('before', before) : [];
  if (verb === 'reportBack') return several('after', after);
  return [];
}

function stepsOf(
  issue: Told,
  issueKey: string,
  issueId: string,
  raised: Date,
  anchor: Date,
  isPart: boolean,
): StoryStep[] {
  const verbs: readonly Verb[] = paths[issue.path];
  const times = timesOf(issue, verbs, raised, anchor, issueKey);
  const step = (verb: Verb | null, index: number, at: Date): StoryStep => ({
    at,
    issue,
    issueId,
    issueKey,
    verb,
    index,
    photos: wishes(issue, issueKey, verb, index, at, raised, isPart),
  });
  const moved = verbs.map((verb, index) => step(verb, index, times[index] ?? raised));
  return isPart ? moved : [step(null, -1, raised), ...moved];
}

/** Parts of a split problem as problems of their own, going on from the split. */
export function partsOf(issue: Told, issueKey: string): { key: string; told: Told }[] {
  return (issue.more.parts ?? []).map((part, index) => ({
    key: `${issueKey}/${index + 1}`,
    told: { ...issue, title: part.title, place: part.village, path: part.path, more: {} },
  }));
}

/** Name of a problem inside the story. */
export const keyOf = (issue: Told, index: number): string => issue.more.key ?? `told ${index + 1}`;

/** Ids of all problems by their names. */
export function idsOf(story: readonly Told[], anchor: Date): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  story.forEach((issue, index) => {
    const key = keyOf(issue, index);
    const raised = raisedAt(issue, anchor, key);
    ids.set(key, storyId(raised, key));
    for (const part of partsOf(issue, key)) ids.set(part.key, storyId(raised, part.key));
  });
  return ids;
}

/** Every step of every problem in the order of time. */
export function planOf(story: readonly Told[], anchor: Date): StoryStep[] {
  const ids = idsOf(story, anchor);
  const idOf = (key: string) => ids.get(key) ?? '';
  const steps = story.flatMap((issue, index) => {
    const key = keyOf(issue, index);
    const raised = raisedAt(issue, anchor, key);
    const own = stepsOf(issue, key, idOf(key), raised, anchor, false);
    const splitAt = own.find((step) => step.verb === 'split')?.at;
    const ofParts = splitAt
      ? partsOf(issue, key).flatMap((part) =>
          stepsOf(part.told, part.key, idOf(part.key), hoursAfter(splitAt, 0.1), anchor, true),
        )
      : [];
    return [...own, ...ofParts];
  });
  steps.sort(
    (a, b) => a.at.getTime() - b.at.getTime() || a.issueKey.localeCompare(b.issueKey) || a.index - b.index,
  );
  return steps.map((step, index) =>
    isReused(step) ? { ...step, photos: lastPhotos(steps.slice(0, index)) } : step,
  );
}

/** The first feedback of a problem whose fixer showed the photo of another. */
function isReused({ issue, verb, index }: StoryStep): boolean {
  return (
    issue.more.fakePhoto === 'reused' &&
    verb === 'reportBack' &&
    index === paths[issue.path].indexOf(verb as never)
  );
}

function lastPhotos(before: readonly StoryStep[]): readonly PhotoWish[] {
  return (
    before.findLast((step) => step.verb === 'reportBack' && step.photos.length > 0)?.photos.slice(0, 1) ?? []
  );
}

import type { Verb } from '@qingshan/contract';

const begun = ['accept', 'assign', 'rectify'] as const;
const worked = [...begun, 'reportBack'] as const;
const checked = [...worked, 'verify'] as const;
const toInspectors = [...checked, 'applyClose'] as const;
const publicized = [...toInspectors, 'inspect', 'publicize'] as const;
const again = ['assign', 'rectify', 'reportBack', 'verify'] as const;

/** The ways that problems of the story have gone, by name. */
export const paths = {
  reported: [],
  accepted: ['accept'],
  assigned: ['accept', 'assign'],
  urged: ['accept', 'assign', 'urge'],
  rectifying: begun,
  rectifyingUrged: [...begun, 'urge'],
  rectifyingSupplemented: [...begun, 'supplement'],
  reportedBack: worked,
  verified: checked,
  closed: [...checked, 'close'],
  closedUrged: [...begun, 'urge', 'reportBack', 'verify', 'close'],
  rated: [...checked, 'close', 'rate'],
  ratedUrged: [...begun, 'urge', 'reportBack', 'verify', 'close', 'rate'],
  reviewed: [...checked, 'close', 'rate', 'review'],
  declined: ['decline'],
  declinedReopened: ['decline', 'reopen', ...again, 'close'],
  merged: ['merge'],
  acceptedMerged: ['accept', 'merge'],
  split: ['accept', 'split'],
  // A part of a split problem, which was accepted already.
  partRectifying: ['assign', 'rectify'],
  partClosed: [...again, 'close'],
  sentBack: [...worked, 'sendBack'],
  sentBackRated: [...worked, 'sendBack', 'reportBack', 'verify', 'close', 'rate'],
  sentBackTwiceReviewed: [
    ...worked,
    'sendBack',
    'reportBack',
    'sendBack',
    'urge',
    'reportBack',
    'verify',
    'close',
    'rate',
    'review',
  ],
  returned: ['accept', 'assign', 'returnBack'],
  returnedClosed: ['accept', 'assign', 'returnBack', ...again, 'close'],
  reassignedClosed: ['accept', 'assign', 'reassign', 'rectify', 'reportBack', 'verify', 'close'],
  reassigned: ['accept', 'assign', 'reassign', 'rectify'],
  extensionAsked: [...begun, 'requestExtension'],
  extended: [...begun, 'requestExtension', 'approveExtension'],
  extendedClosed: [...begun, 'requestExtension', 'approveExtension', 'reportBack', 'verify', 'close', 'rate'],
  extensionRefused: [...begun, 'requestExtension', 'refuseExtension', 'urge'],
  extensionRefusedClosed: [...begun, 'requestExtension', 'refuseExtension', 'reportBack', 'verify', 'close'],
  reopened: [...checked, 'close', 'rate', 'reopen', 'assign', 'rectify'],
  reopenedAssigned: [...checked, 'close', 'reopen', 'assign', 'urge'],
  reopenedReviewed: [...checked, 'close', 'rate', 'reopen', ...again, 'close', 'review'],
  closeApplied: toInspectors,
  inspected: [...toInspectors, 'inspect'],
  publicized,
  inspectionClosed: [...publicized, 'close'],
  inspectionRated: [...publicized, 'close', 'rate'],
  inspectionReviewed: [...publicized, 'close', 'rate', 'review'],
  inspectionUrgedReviewed: [
    ...begun,
    'urge',
    'reportBack',
    'verify',
    'applyClose',
    'inspect',
    'publicize',
    'close',
    'rate',
    'review',
  ],
  rejected: [...toInspectors, 'rejectClose'],
  rejectedClosed: [
    ...toInspectors,
    'rejectClose',
    'reportBack',
    'verify',
    'applyClose',
    'inspect',
    'publicize',
    'close',
  ],
} as const satisfies Record<string, readonly Verb[]>;

export type PathName = keyof typeof paths;

/** Share of the time allowed that a step takes after the one before. */
export const sharesOfDeadline: Partial<Record<Verb, number>> = {
  assign: 0.03,
  rectify: 0.1,
  urge: 0.16,
  supplement: 0.08,
  reportBack: 0.26,
  sendBack: 0.07,
  verify: 0.1,
  close: 0.06,
  returnBack: 0.06,
  reassign: 0.08,
  requestExtension: 0.16,
  approveExtension: 0.06,
  refuseExtension: 0.06,
};

/** Hours that a step takes after the one before, whatever the kind. */
export const hoursOf: Partial<Record<Verb, number>> = {
  accept: 4,
  decline: 7,
  merge: 6,
  split: 9,
  applyClose: 22,
  inspect: 70,
  rejectClose: 68,
  publicize: 20,
  rate: 40,
  review: 96,
  reopen: 24 * 27,
};

/** Public notice of 5 working days: over the longest holiday it is past after 17 days. */
export const AFTER_PUBLICITY_HOURS = 24 * 17;

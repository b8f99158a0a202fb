import type { Verb } from '@qingshan/contract';

export type Recipient = 'owner' | 'office' | 'raiser' | 'inspectors' | 'judges' | 'leaders';

/** Who is told of which step. The actor is never told of his own. */
export const noticesOfVerb: Partial<Record<Verb, readonly Recipient[]>> = {
  decline: ['raiser'],
  assign: ['owner', 'raiser'],
  urge: ['owner'],
  returnBack: ['office'],
  reassign: ['owner'],
  requestExtension: ['judges'],
  approveExtension: ['owner'],
  refuseExtension: ['owner'],
  reportBack: ['office'],
  sendBack: ['owner'],
  applyClose: ['inspectors'],
  inspect: ['office'],
  rejectClose: ['office', 'owner'],
  publicize: ['office'],
  close: ['owner', 'raiser', 'office'],
  reopen: ['office', 'owner'],
  merge: ['raiser', 'owner'],
  split: ['raiser'],
};

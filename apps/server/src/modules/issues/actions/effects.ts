import {
  type ActOnIssue,
  kindRow,
  postKindRow,
  type Role,
  type State,
  sourceRow,
  states,
  type Verb,
  verbRow,
} from '@qingshan/contract';
import type { Updateable } from 'kysely';
import { addWorkingDays } from '../../../platform/calendar/working-days.ts';
import { type Actor, addDays, dayOf, endOfDay, Refusal, type Tx } from '../../../platform/index.ts';
import { findOwner, postLabels } from '../../responsibility/index.ts';
import { deadlineAt } from '../rules/deadline.ts';
import type { Extension, IssueRow, IssueTable } from '../tables.ts';
import { mergeInto, splitIntoParts } from './merge-split.ts';

/** What a step changes besides the state, and what the journal tells of it. */
export interface Effect {
  readonly set: Updateable<IssueTable>;
  readonly details: Record<string, unknown>;
}

export interface StepContext {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly issue: IssueRow;
  readonly act: ActOnIssue;
  readonly now: Date;
}

const LONGEST_EXTENSION_DAYS = 366;
/** Posts that put things right: those who may do 整改. */
const FIXER_ROLES: readonly Role[] = verbRow('rectify').roles;
const nothing: Effect = { set: {}, details: {} };

function setDeadline(
  { issue, now }: StepContext,
  handedDown = true,
): Updateable<IssueTable> & { due_at: Date; deadline_rule: string } {
  const dueOn = handedDown ? (JSON.parse(issue.fields) as { dueOn?: string }).dueOn : undefined;
  const deadline = deadlineAt(
    now,
    issue.kind,
    sourceRow(issue.source).closing === 'inspection' ? dueOn : undefined,
  );
  return {
    accepted_at: now,
    due_at: deadline.dueAt,
    due_estimated: deadline.estimated,
    deadline_rule: deadline.rule,
    warned_at: null,
    breached_at: null,
  };
}

async function accept(step: StepContext): Promise<Effect> {
  const set = setDeadline(step);
  return { set, details: { dueAt: set.due_at.toISOString(), rule: set.deadline_rule } };
}

/** The post named, or the one found from place and kind; a vacant one is refused. */
async function chooseOwner({ tx, issue, act, now }: StepContext): Promise<string> {
  const on = dayOf(now);
  const found = act.ownerPostId
    ? null
    : await findOwner(tx, issue.county_code, issue.place_code, kindRow(issue.kind).owners, on, issue.kind);
  const postId = act.ownerPostId ?? found?.postId;
  if (!postId)
    throw new Refusal(
      'owner-not-found',
      `按地点和类型没有找到在任的责任岗位：${found?.why ?? ''}。请指定责任岗位`,
      { fields: { ownerPostId: '请指定责任岗位' } },
    );
  const label = (await postLabels(tx, issue.county_code, [postId], on)).get(postId);
  if (!label)
    throw new Refusal('owner-not-found', '没有找到这个岗位，请重新选择', {
      fields: { ownerPostId: '请重新选择' },
    });
  if (!postKindRow(label.kind).roles.some((role) => FIXER_ROLES.includes(role)))
    throw new Refusal('owner-not-found', `“${label.title}”不承担整改，请选择镇村、网格或部门站所的岗位`, {
      fields: { ownerPostId: '这个岗位不承担整改' },
    });
  if (label.holders.length === 0)
    throw new Refusal('owner-not-found', `“${label.title}”现在没有人任职，请选择别的岗位，或先办理任职`, {
      fields: { ownerPostId: '岗位空缺' },
    });
  return postId;
}

async function assign(step: StepContext): Promise<Effect> {
  const postId = await chooseOwner(step);
  const parties = [...new Set([...step.issue.party_posts, postId])];
  return {
    set: { owner_post_id: postId, party_posts: parties, extension: null },
    details: { ownerPostId: postId, previousOwnerPostId: step.issue.owner_post_id },
  };
}

async function reassign(step: StepContext): Promise<Effect> {
  const effect = await assign(step);
  if (effect.details.ownerPostId !== step.issue.owner_post_id) return effect;
  throw new Refusal('invalid-input', '这件问题已经由这个岗位负责，请选择别的岗位', {
    fields: { ownerPostId: '已由它负责' },
  });
}

async function requestExtension({ issue, act, actor, now }: StepContext): Promise<Effect> {
  const dueOn = act.dueOn ?? '';
  const current = issue.due_at ? dayOf(issue.due_at) : dayOf(now);
  if (dueOn <= current || dueOn > addDays(dayOf(now), LONGEST_EXTENSION_DAYS))
    throw new Refusal('date-out-of-range', `新的期限应晚于现在的期限 ${current}，且在一年以内`, {
      fields: { dueOn: '期限不对' },
    });
  const extension: Extension = { dueOn, reason: act.reason ?? '', requestedBy: actor.personId };
  return { set: { extension: JSON.stringify(extension) }, details: { dueOn } };
}

async function approveExtension({ issue }: StepContext): Promise<Effect> {
  const extension = JSON.parse(issue.extension ?? '{}') as Extension;
  const dueAt = endOfDay(extension.dueOn);
  return {
    set: {
      due_at: dueAt,
      due_estimated: false,
      extension: null,
      extended_times: issue.extended_times + 1,
      warned_at: null,
      breached_at: null,
    },
    details: { dueAt: dueAt.toISOString(), previousDueAt: issue.due_at?.toISOString() ?? null },
  };
}

async function publicize({ issue, now }: StepContext): Promise<Effect> {
  const until = addWorkingDays(dayOf(now), sourceRow(issue.source).publicityWorkingDays).day;
  return { set: { publicity_until: until }, details: { publicityUntil: until } };
}

async function close({ issue, now }: StepContext): Promise<Effect> {
  const inTime = issue.due_at ? (issue.answered_at ?? now) <= issue.due_at : null;
  return { set: { closed_at: now, closed_in_time: inTime, extension: null }, details: { inTime } };
}

async function reopen(step: StepContext): Promise<Effect> {
  const set = setDeadline(step, false);
  return {
    set: {
      ...set,
      closed_at: null,
      closed_in_time: null,
      score: null,
      publicity_until: null,
      answered_at: null,
      extension: null,
      extended_times: 0,
      reopened_times: step.issue.reopened_times + 1,
    },
    details: {
      dueAt: set.due_at.toISOString(),
      rule: set.deadline_rule,
      times: step.issue.reopened_times + 1,
    },
  };
}

/** Steps with effects beyond the change of state; the others only move the problem on. */
const effects: Partial<Record<Verb, (step: StepContext) => Promise<Effect>>> = {
  accept,
  assign,
  reassign,
  returnBack: async ({ issue }) => ({
    set: { owner_post_id: null, extension: null },
    details: { previousOwnerPostId: issue.owner_post_id },
  }),
  requestExtension,
  approveExtension,
  refuseExtension: async () => ({ set: { extension: null }, details: {} }),
  reportBack: async () => ({ set: { extension: null }, details: {} }),
  applyClose: async ({ now }) => ({ set: { answered_at: now }, details: {} }),
  publicize,
  rejectClose: async () => ({ set: { publicity_until: null, answered_at: null }, details: {} }),
  close,
  rate: async ({ act }) => ({ set: { score: act.score ?? null }, details: { score: act.score } }),
  review: async ({ act }) => ({ set: {}, details: { ...act.cause } }),
  reopen,
  merge: mergeInto,
  split: splitIntoParts,
};

/** State after a step. */
export function stateAfter(verb: Verb, from: State): State {
  const to = verbRow(verb).to;
  return to === 'same' ? from : to;
}

/** Decides what a step changes; refuses what it cannot carry out. */
export async function effectOf(verb: Verb, step: StepContext): Promise<Effect> {
  const { set, details } = (await effects[verb]?.(step)) ?? nothing;
  const state = stateAfter(verb, step.issue.state);
  return {
    set: { ...set, state, is_open: states[state].open },
    details: { from: step.issue.state, to: state, ...details },
  };
}

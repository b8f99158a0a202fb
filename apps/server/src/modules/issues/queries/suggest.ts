import { type IssueKind, kindRow } from '@qingshan/contract';
import { type Actor, dayOf, Refusal, type Tx } from '../../../platform/index.ts';
import { findOwner, placeExists, placePosition } from '../../responsibility/index.ts';
import { ruleFor } from '../rules/deadline.ts';
import { nearbyIssues } from './brief.ts';

/** Before a problem is raised or handed out: who would answer, by when, and what is known there already. */
export async function suggestOwner(tx: Tx, actor: Actor, placeCode: string, kind: IssueKind, now: Date) {
  if (!actor.prefixes.some((prefix) => placeCode.startsWith(prefix)) || !(await placeExists(tx, placeCode)))
    throw new Refusal('unknown-place', '没有找到这个地点，请重新选择');
  const on = dayOf(now);
  const found = await findOwner(tx, actor.countyCode, placeCode, kindRow(kind).owners, on, kind);
  return {
    ownerPostId: found.postId,
    ownerName: found.name,
    why: found.why,
    candidates: found.candidates,
    deadline: ruleFor(kind, on).words,
    duplicates: await nearbyIssues(
      tx,
      actor.countyCode,
      kind,
      placeCode,
      await placePosition(tx, placeCode),
      null,
    ),
  };
}

import { type PostKind, placePrefix, postKindRow, type Role } from '@qingshan/contract';
import { type Actor, notFound, postsCovering, Refusal } from '../../platform/index.ts';

/** Roles that lead or oversee the office itself: only an administrator gives and takes their posts. */
const OVERSEERS: readonly Role[] = ['admin', 'leader', 'discipline', 'inspector', 'auditor', 'county'];

function editorsOf(kind: PostKind): readonly Role[] {
  return postKindRow(kind).roles.some((role) => OVERSEERS.includes(role)) ? ['admin'] : ['admin', 'office'];
}

/** True when one of the actor's posts may change a post of this kind at this place. */
export function mayEditPost(
  actor: Actor,
  post: { readonly kind: PostKind; readonly placeCode: string },
): boolean {
  return postsCovering(actor, post.placeCode, editorsOf(post.kind)).length > 0;
}

export function demandPostEdit(
  actor: Actor,
  post: { readonly kind: PostKind; readonly placeCode: string },
): void {
  if (mayEditPost(actor, post)) return;
  const inReach = postsCovering(actor, post.placeCode, ['admin', 'office']).length > 0;
  if (!inReach) throw notFound('这个岗位');
  throw new Refusal('not-allowed', '这类岗位由系统管理员维护，请联系县或镇系统管理员');
}

/** Every place must lie in the reach of one of the actor's editing posts: a zone or river reach may not widen it. */
export function demandAllCovered(actor: Actor, placeCodes: readonly string[]): void {
  const outside = placeCodes.find((code) => postsCovering(actor, code, ['admin', 'office']).length === 0);
  if (outside) throw new Refusal('not-allowed', '片区或河段涉及您管辖范围以外的村，请由县级管理员设置');
}

export function mayEditPlace(actor: Actor, placeCode: string): boolean {
  return postsCovering(actor, placeCode, ['admin', 'office']).length > 0;
}

/** Prefixes that the actor's posts answer for or oversee, a department's county too. */
const overseen = (actor: Actor): string[] => actor.posts.flatMap((post) => [...post.prefixes]);

/** Places inside one's reach; counts of open problems are told only there. */
export function coversPlace(actor: Actor, placeCode: string): boolean {
  return overseen(actor).some((prefix) => placeCode.startsWith(prefix));
}

/** A place page opens inside one's reach and for what lies above it; elsewhere it is as if it did not exist. */
export function seesPlace(actor: Actor, placeCode: string): boolean {
  const own = placePrefix(placeCode);
  return coversPlace(actor, placeCode) || overseen(actor).some((prefix) => prefix.startsWith(own));
}

import { allows, type Permission, type PostKind, type Role } from '@qingshan/contract';
import { Refusal } from './refusal.ts';

/** What a person may see: everything whose place code begins with one of `prefixes`; kinds; what their posts are party to. */
export interface Reach {
  readonly countyCode: string;
  readonly prefixes: readonly string[];
  /** Kinds of problem visible in the whole county (a county department's). */
  readonly kinds: readonly string[];
  readonly postIds: readonly string[];
  readonly personId: string;
}

export interface HeldPost {
  readonly postId: string;
  readonly kind: PostKind;
  readonly title: string;
  readonly placeCode: string;
  readonly roles: readonly Role[];
  /** Prefixes of place codes that this post answers for or oversees. */
  readonly prefixes: readonly string[];
}

/** The signed-in person with the posts held on the day of the request. */
export interface Actor extends Reach {
  readonly account: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly posts: readonly HeldPost[];
  readonly sessionId: string;
}

/** Reach of the system itself (jobs, imports, seeds) inside one county. */
export function systemReach(countyCode: string): Reach {
  return { countyCode, prefixes: [''], kinds: [], postIds: [], personId: '' };
}

/** Reach of someone without an account: nothing; public queries name what they may show. */
export function publicReach(countyCode: string): Reach {
  return { countyCode, prefixes: [], kinds: [], postIds: [], personId: '' };
}

/** Throws unless one of the actor's posts carries the permission. */
export function demand(actor: Actor, permission: Permission): void {
  if (allows(permission, actor.roles)) return;
  throw new Refusal('not-allowed', '您现任的岗位没有这项权限，如确有需要请联系镇环保办');
}

/** The posts of the actor that carry one of the roles and cover the place. */
export function postsCovering(actor: Actor, placeCode: string, roles: readonly Role[]): HeldPost[] {
  return actor.posts.filter(
    (post) =>
      post.roles.some((role) => roles.includes(role)) &&
      post.prefixes.some((prefix) => placeCode.startsWith(prefix)),
  );
}

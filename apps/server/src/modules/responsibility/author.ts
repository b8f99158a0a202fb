import type { Actor, App } from '../../platform/index.ts';

/** Who writes, for the journal: a person with a session, or the system itself (seeds, imports). */
export interface Author {
  readonly personId: string | null;
  readonly postId?: string | null;
  readonly at: Date;
}

export const authorOf = (app: App, actor: Actor): Author => ({
  personId: actor.personId,
  postId: actor.posts[0]?.postId ?? null,
  at: app.clock.now(),
});

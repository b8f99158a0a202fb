import type { Actor, App } from '../../platform/index.ts';

/** Who writes, for the journal: a person with a session, or the system itself (seeds, imports). */
export interface Author {
  readonly personId: string | null;
  readonly postId?: string | null;
  readonly at: Date;
  /** The county's administrator: may date a change of terms further back than others. */
  readonly datesBack?: boolean;
}

export const authorOf = (app: App, actor: Actor): Author => ({
  personId: actor.personId,
  postId: actor.posts[0]?.postId ?? null,
  at: app.clock.now(),
  datesBack: actor.posts.some((post) => post.kind === 'county_admin'),
});

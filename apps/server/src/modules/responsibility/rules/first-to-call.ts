import type { Category, PostKind } from '@qingshan/contract';
import { firstToCall } from '../first-to-call.table.ts';
import { answersFor } from './owner.ts';

interface Callable {
  readonly postId: string;
  readonly kind: PostKind;
  readonly vacant: boolean;
  readonly issueKinds: readonly string[] | null;
}

const KINDS_SHOWN_FIRST = 3;

/**
 * Ids of the posts whose holders one would call first, in this order: held posts of the first three kinds of the table;
 * where the table names too few, of the nearest others. Departments count only for the problems they name.
 * @param posts nearest first
 * @param about category of the problem; undefined: not said
 */
export function postsToCallFirst(posts: readonly Callable[], about: Category | undefined): string[] {
  const held = posts.filter(
    (post) => !post.vacant && (about ? answersFor(post, about) : post.kind !== 'town_department'),
  );
  const order = [...new Set([...firstToCall[about ?? 'any'], ...held.map((post) => post.kind)])];
  const kinds = order.filter((kind) => held.some((post) => post.kind === kind)).slice(0, KINDS_SHOWN_FIRST);
  return kinds.flatMap((kind) => held.filter((post) => post.kind === kind).map((post) => post.postId));
}

import { issueKinds, type PostKind } from '@qingshan/contract';

/** A post that covers a place, with who holds it on the day in question. */
export interface Covering {
  readonly postId: string;
  readonly kind: PostKind;
  readonly title: string;
  readonly placeCode: string;
  readonly issueKinds: readonly string[] | null;
  readonly holders: readonly { readonly personId: string; readonly name: string }[];
  /** Steps up from the place. */
  readonly distance: number;
}

export interface FoundOwner {
  readonly postId: string | null;
  /** Title and names of the holders. */
  readonly name: string | null;
  /** Chinese sentence: why this post. */
  readonly why: string;
  readonly candidates: { postId: string; name: string; vacant: boolean }[];
}

type Named = Covering & { readonly placeName: string };

/** A department answers only for the kinds or categories it names; asked with a kind or a category. */
export function answersFor(
  post: Pick<Covering, 'kind' | 'issueKinds'>,
  issueKind: string | undefined,
): boolean {
  if (post.kind !== 'town_department' && post.kind !== 'county_department') return true;
  if (!issueKind) return true;
  const category = issueKinds[issueKind as keyof typeof issueKinds]?.category ?? issueKind;
  return post.issueKinds?.some((named) => named === issueKind || named === category) ?? false;
}

/** Title with its place in front where the title does not say it: 柳湾村 + 村级河长. */
export function fullTitle(post: { readonly title: string; readonly placeName: string }): string {
  return !post.placeName || post.title.includes(post.placeName)
    ? post.title
    : `${post.placeName}${post.title}`;
}

function nameOf(post: Named): string {
  return [fullTitle(post), post.holders.map((holder) => holder.name).join('、')].filter(Boolean).join(' ');
}

function whyOf(owner: Named, passedOver: readonly Named[]): string {
  const vacant = passedOver.map((post) => fullTitle(post));
  const skipped = vacant.length > 0 ? `${vacant.join('、')}空缺，` : '';
  return `${skipped}由${fullTitle(owner)}负责`;
}

/**
 * Chooses who answers: kinds in the given order, then the nearest place, then the older post; vacant posts are passed
 * over and named in the sentence. Departments count only for the kinds of problem they name.
 */
export function chooseOwner(
  covering: readonly Named[],
  ownerKinds: readonly PostKind[],
  issueKind?: string,
): FoundOwner {
  const ordered = covering
    .filter((post) => answersFor(post, issueKind))
    .toSorted(
      (a, b) =>
        ownerKinds.indexOf(a.kind) - ownerKinds.indexOf(b.kind) ||
        a.distance - b.distance ||
        a.postId.localeCompare(b.postId),
    );
  const candidates = ordered.map((post) => ({
    postId: post.postId,
    name: nameOf(post),
    vacant: post.holders.length === 0,
  }));
  const at = ordered.findIndex((post) => post.holders.length > 0);
  const owner = ordered[at];
  if (!owner) {
    const why =
      ordered.length > 0
        ? `负责这里的岗位（${ordered.map(fullTitle).join('、')}）目前都空缺，请先任职或另行指定`
        : '这里还没有设置相应的责任岗位，请先设岗或另行指定';
    return { postId: null, name: null, why, candidates };
  }
  return { postId: owner.postId, name: nameOf(owner), why: whyOf(owner, ordered.slice(0, at)), candidates };
}

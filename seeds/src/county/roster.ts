import type { PostKind } from '@qingshan/contract';
import { idOf } from './ids.ts';
import { inventedName } from './names.ts';

export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly placeCode: string;
  readonly account: string | null;
}

export interface DemoPost {
  readonly id: string;
  readonly key: string;
  readonly kind: PostKind;
  readonly title: string;
  readonly placeCode: string;
  readonly zoneId: string | null;
  readonly reachId: string | null;
  readonly reportsToId: string | null;
  readonly issueKinds: readonly string[] | null;
}

export interface DemoTerm {
  readonly id: string;
  readonly post: DemoPost;
  readonly person: DemoPerson;
  readonly from: string;
  /** Last day; null: open. */
  readonly to: string | null;
  readonly endedReason: string | null;
  /** Took over by this act from the term before, on `from`. */
  readonly handedOver: boolean;
}

type PostInput = Pick<DemoPost, 'key' | 'kind' | 'title' | 'placeCode'> &
  Partial<Pick<DemoPost, 'zoneId' | 'reachId' | 'issueKinds'>> & {
    readonly reportsTo?: DemoPost | undefined;
  };

/** People, posts and terms of the county as they are listed, with ids in that order. */
export class Roster {
  readonly people: DemoPerson[] = [];
  readonly posts: DemoPost[] = [];
  readonly terms: DemoTerm[] = [];
  readonly #byKey = new Map<string, DemoPost>();
  readonly #termsOf = new Map<string, DemoTerm[]>();

  person(placeCode: string, account: string | null, name?: string): DemoPerson {
    const number = this.people.length + 1;
    // Numbers of this form are not given to subscribers.
    const phone = `100${String(number).padStart(8, '0')}`;
    const person = {
      id: idOf('person', number),
      name: name ?? inventedName(number),
      phone,
      placeCode,
      account,
    };
    this.people.push(person);
    return person;
  }

  post({ reportsTo, ...input }: PostInput): DemoPost {
    const post: DemoPost = {
      zoneId: null,
      reachId: null,
      issueKinds: null,
      ...input,
      id: idOf('post', this.posts.length + 1),
      reportsToId: reportsTo?.id ?? null,
    };
    this.posts.push(post);
    this.#byKey.set(post.key, post);
    return post;
  }

  appoint(
    person: DemoPerson,
    post: DemoPost,
    from: string,
    end: { to: string; reason: string } | null = null,
    handedOver = false,
  ): DemoTerm {
    const term: DemoTerm = {
      id: idOf('term', this.terms.length + 1),
      post,
      person,
      from,
      to: end?.to ?? null,
      endedReason: end?.reason ?? null,
      handedOver,
    };
    this.terms.push(term);
    this.#termsOf.set(post.id, [...(this.#termsOf.get(post.id) ?? []), term]);
    return term;
  }

  /** Ends a term that was open. */
  endTerm(term: DemoTerm, end: { to: string; reason: string }): void {
    const ended = { ...term, to: end.to, endedReason: end.reason };
    this.terms[this.terms.indexOf(term)] = ended;
    const ofPost = this.#termsOf.get(term.post.id) ?? [];
    ofPost[ofPost.indexOf(term)] = ended;
  }

  postNamed(key: string): DemoPost {
    const post = this.#byKey.get(key);
    if (!post) throw new Error(`the demo county has no post ${key}`);
    return post;
  }

  /** Who held the post on a day, in order of appointment. */
  holders(postId: string, day: string): DemoPerson[] {
    return (this.#termsOf.get(postId) ?? [])
      .filter((term) => term.from <= day && (term.to === null || day <= term.to))
      .map((term) => term.person);
  }

  /** Label of a person's first post, for the list of demo accounts. */
  roleOf(person: DemoPerson, day: string): DemoPost | null {
    return (
      this.terms.find(
        (term) => term.person === person && term.from <= day && (term.to === null || day <= term.to),
      )?.post ?? null
    );
  }
}

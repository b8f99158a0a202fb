import type { Me, PlaceKind, PostKind, Role } from '@qingshan/contract';
import type { Actor, App, Handlers, OperationsOf, Tx } from '../../platform/index.ts';

/** The signed-in person as the session knows them. */
export interface SessionPerson {
  readonly personId: string;
  readonly countyCode: string;
  readonly account: string;
  readonly name: string;
  readonly sessionId: string;
}

export interface FoundOwner {
  readonly postId: string | null;
  /** Title and names of the holders. */
  readonly name: string | null;
  /** Chinese sentence: why this post. */
  readonly why: string;
  readonly candidates: { postId: string; name: string; vacant: boolean }[];
}

export interface PostLabel {
  readonly title: string;
  readonly kind: PostKind;
  readonly placeCode: string;
  readonly holders: { personId: string; name: string }[];
}

export interface PlaceBrief {
  readonly code: string;
  readonly name: string;
  readonly kind: PlaceKind;
}

/** Counts of open work, given in by the composition: the ledger sits above this module. */
export interface OpenWork {
  byPost(tx: Tx, county: string, postIds: readonly string[]): Promise<Map<string, number>>;
  byPlace(
    tx: Tx,
    county: string,
    prefixes: readonly string[],
  ): Promise<Map<string, { open: number; overdue: number }>>;
}

const soon = (): never => {
  throw new Error('not there yet');
};

export const actorOf: (app: App, session: SessionPerson) => Promise<Actor> = soon;
export const describeMe: (app: App, session: SessionPerson) => Promise<Me> = soon;
export const findOwner: (
  tx: Tx,
  county: string,
  placeCode: string,
  ownerKinds: readonly PostKind[],
  on: string,
  issueKind?: string,
) => Promise<FoundOwner> = soon;
export const postLabels: (
  tx: Tx,
  county: string,
  postIds: readonly string[],
  on: string,
) => Promise<Map<string, PostLabel>> = soon;
export const holdersOf: (tx: Tx, county: string, postId: string, on: string) => Promise<string[]> = soon;
export const postsOfTown: (
  tx: Tx,
  county: string,
  townCode: string,
  roles: readonly Role[],
  on: string,
) => Promise<string[]> = soon;
export const lineOfCommand: (tx: Tx, county: string, personId: string, on: string) => Promise<Set<string>> =
  soon;
export const personsInLine: (
  tx: Tx,
  county: string,
  personIds: readonly string[],
  on: string,
) => Promise<Set<string>> = soon;
export const placeNames: (
  tx: Tx,
  codes: readonly string[],
) => Promise<Map<string, { name: string; pathName: string }>> = soon;
export const placeExists: (tx: Tx, code: string) => Promise<boolean> = soon;
export const placePosition: (tx: Tx, code: string) => Promise<{ lon: number; lat: number } | null> = soon;
export const villagesOf: (tx: Tx, prefix: string) => Promise<PlaceBrief[]> = soon;
export const childrenOf: (tx: Tx, code: string) => Promise<PlaceBrief[]> = soon;
export const locate: (
  tx: Tx,
  county: string,
  lon: number,
  lat: number,
) => Promise<{ code: string | null; exact: boolean }> = soon;
export const responsibilityRoutes: (work: OpenWork) => Handlers<OperationsOf<'responsibility'>> = soon;

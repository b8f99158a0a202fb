import {
  allows,
  issueKinds,
  type Me,
  type Permission,
  type PostKind,
  permissions,
  placePrefix,
  postKindRow,
  type Role,
} from '@qingshan/contract';
import { sql } from 'kysely';
import { type Actor, type App, dayOf, type HeldPost, inReach } from '../../platform/index.ts';
import { boxOfPrefixes } from './queries/basemap.ts';
import { placesByCode } from './queries/places.ts';

/** The signed-in person as the session knows them. */
export interface SessionPerson {
  readonly personId: string;
  readonly countyCode: string;
  readonly account: string;
  readonly name: string;
  readonly sessionId: string;
  readonly twoFactorOn?: boolean;
}

interface HeldRow {
  post_id: string;
  kind: PostKind;
  title: string;
  place_code: string;
  issue_kinds: string[] | null;
  villages: string[] | null;
}

/** Kinds of problem named directly or by their category. */
function expandIssueKinds(named: readonly string[]): string[] {
  return Object.entries(issueKinds)
    .filter(([kind, row]) => named.includes(kind) || named.includes(row.category))
    .map(([kind]) => kind);
}

function heldPost(row: HeldRow): HeldPost {
  return {
    postId: row.post_id,
    kind: row.kind,
    title: row.title,
    placeCode: row.place_code,
    roles: postKindRow(row.kind).roles,
    prefixes: row.villages ?? [placePrefix(row.place_code)],
  };
}

/** A county department with named kinds sees these kinds in the whole county, and nothing else there. */
const seesKindsOnly = (row: HeldRow) => row.kind === 'county_department' && row.issue_kinds !== null;

/** Prefixes without those that another one covers already. */
function union(prefixes: readonly string[]): string[] {
  const sorted = [...new Set(prefixes)].sort();
  return sorted.filter((prefix) => !sorted.some((other) => other !== prefix && prefix.startsWith(other)));
}

/**
 * Who the signed-in person is today: posts held on the Shanghai day of the clock, their roles and their reach.
 * Runs on every request, in one round trip. A person without a post has an empty reach.
 */
export async function actorOf(app: App, session: SessionPerson): Promise<Actor> {
  const { rows } =
    await sql<HeldRow>`select * from posts_held(${session.countyCode}, ${session.personId}, ${dayOf(app.clock.now())}::date)`.execute(
      app.db,
    );
  const posts = rows.map(heldPost);
  const wide = rows.filter((row) => !seesKindsOnly(row)).map(heldPost);
  const { personId, countyCode, account, name, sessionId } = session;
  return {
    personId,
    countyCode,
    account,
    name,
    sessionId,
    posts,
    postIds: posts.map((post) => post.postId),
    roles: [...new Set<Role>(posts.flatMap((post) => post.roles))],
    prefixes: union(wide.flatMap((post) => post.prefixes)),
    kinds: expandIssueKinds(rows.filter(seesKindsOnly).flatMap((row) => row.issue_kinds ?? [])),
  };
}

/** What the desk shows of the signed-in person: posts, rights and reach of today. */
export async function describeMe(app: App, session: SessionPerson): Promise<Me> {
  const actor = await actorOf(app, session);
  const county = `${session.countyCode}000000`;
  return inReach(app.db, actor, async (tx) => {
    const places = await placesByCode(tx, [county, ...actor.posts.map((post) => post.placeCode)]);
    const area = await boxOfPrefixes(tx, session.countyCode, actor.prefixes);
    return {
      personId: session.personId,
      account: session.account,
      name: session.name,
      countyCode: session.countyCode,
      countyName: places.get(county)?.name ?? session.countyCode,
      roles: [...actor.roles],
      permissions: (Object.keys(permissions) as Permission[]).filter((one) => allows(one, actor.roles)),
      posts: actor.posts.map(({ postId, kind, title, placeCode }) => ({
        postId,
        kind,
        title,
        placeCode,
        placeName: places.get(placeCode)?.name ?? placeCode,
      })),
      reach: [...actor.prefixes],
      area,
      twoFactorOn: session.twoFactorOn ?? false,
      demo: app.config.demo,
    };
  });
}

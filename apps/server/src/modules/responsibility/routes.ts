import { countyOf, fullPlaceCode, placePrefix } from '@qingshan/contract';
import {
  type Actor,
  dayOf,
  type Handlers,
  inReach,
  notFound,
  type OperationsOf,
  publicReach,
  type RequestContext,
  type SignedInContext,
  type Tx,
} from '../../platform/index.ts';
import {
  cancelTermAs,
  correctTermAs,
  endTermAs,
  handOverAs,
  savePostAs,
  saveReachAs,
  saveZoneAs,
  startTermAs,
} from './actions/as-actor.ts';
import { importPlacesAs } from './actions/import-places.ts';
import { listPeople, savePersonAs } from './actions/people.ts';
import { placePage, savePlaceAs, showPhonesAs } from './actions/place-page.ts';
import type { OpenWork } from './open-work.ts';
import { mayEditPost } from './policy.ts';
import { basemapOf } from './queries/basemap.ts';
import { locate } from './queries/locate.ts';
import { pathOf, placeByCode, placeNames, summaryOf } from './queries/places.ts';
import { findPosts, postOn } from './queries/posts.ts';
import { reachesOf } from './queries/reaches.ts';
import { responsiblePosts } from './queries/responsible.ts';
import { searchPlaces } from './queries/search.ts';
import { termsOf } from './queries/terms.ts';
import { zoneBoard } from './queries/zones.ts';

const asPublic = <T>({ app }: RequestContext, county: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inReach(app.db, publicReach(county), work);
const asActor = <T>({ app, actor }: SignedInContext, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inReach(app.db, actor, work);
const today = ({ app }: RequestContext): string => dayOf(app.clock.now());

/** An id of another county reads as one that does not exist. */
function demandOwnCounty(actor: Actor, id: string, what: string): void {
  if (countyOf(id) !== actor.countyCode) throw notFound(what);
}

const pathShown = (path: Awaited<ReturnType<typeof pathOf>>) =>
  path.map(({ code, name }) => ({ code, name }));

/** Households carry names of villagers: only those whose reach covers them see them. */
function mayName(
  { actor }: RequestContext,
  place: { readonly code: string; readonly kind: string },
): boolean {
  return (
    place.kind !== 'household' || (actor?.prefixes.some((prefix) => place.code.startsWith(prefix)) ?? false)
  );
}

/** The place itself, or the group of a household that may not be named. */
async function publicPlace(tx: Tx, context: RequestContext, code: string): Promise<string> {
  const place = await placeByCode(tx, code);
  return !place || mayName(context, place) ? code : code.replace(/H\d+$/, '');
}

function placeRoutes(work: OpenWork) {
  return {
    searchPlaces: (context, { query }) =>
      asPublic(context, countyOf(query.within ?? query.parent ?? ''), async (tx) => {
        const within = query.within && placePrefix(fullPlaceCode(query.within));
        const found = (await searchPlaces(tx, { ...query, within })).filter((place) =>
          mayName(context, place),
        );
        const names = await placeNames(
          tx,
          found.map((place) => place.code),
        );
        return {
          items: found.map((place) => ({
            ...summaryOf(place),
            pathName: names.get(place.code)?.pathName ?? place.name,
          })),
        };
      }),
    locatePlace: (context, { query }) =>
      asPublic(context, query.county ?? '', async (tx) => {
        const found = await locate(tx, query.county ?? null, query.lon, query.lat);
        const exact = found.exact;
        const code = found.code && (await publicPlace(tx, context, found.code));
        const place = code ? await placeByCode(tx, code) : null;
        return {
          place: place && summaryOf(place),
          path: code ? pathShown(await pathOf(tx, code)) : [],
          exact,
        };
      }),
    getPlace: (context, { params }) =>
      asActor(context, (tx) =>
        placePage(tx, context.actor, fullPlaceCode(params.code), today(context), work),
      ),
    getResponsible: (context, { params, query }) => {
      const asked = fullPlaceCode(params.code);
      return asPublic(context, countyOf(asked), async (tx) => {
        const code = await publicPlace(tx, context, asked);
        const place = await placeByCode(tx, code);
        if (!place) throw notFound('这个地点');
        const on = query.on ?? today(context);
        const asker = { staff: false, readsPhones: false };
        const found = await responsiblePosts(tx, countyOf(code), code, on, asker, query.about);
        return { place: summaryOf(place), path: pathShown(await pathOf(tx, code)), on, ...found };
      });
    },
    savePlace: (context, { params, body }) =>
      asActor(context, (tx) => savePlaceAs(tx, context, { ...body, code: params.code })),
    showPhones: (context, { params, body }) =>
      asActor(context, (tx) => showPhonesAs(tx, context, fullPlaceCode(params.code), body.shown)),
    importPlaces: (context) => importPlacesAs(context),
    getBasemap: (context, { query }) => asPublic(context, query.county, (tx) => basemapOf(tx, query.county)),
  } satisfies Partial<Handlers<OperationsOf<'responsibility'>>>;
}

function postRoutes(work: OpenWork) {
  return {
    listPosts: (context, { query }) =>
      asActor(context, (tx) => findPosts(tx, context.actor.countyCode, query, today(context), work.byPost)),
    getPost: (context, { params }) =>
      asActor(context, async (tx) => {
        demandOwnCounty(context.actor, params.id, '这个岗位');
        const { countyCode } = context.actor;
        const post = await postOn(tx, countyCode, params.id, today(context), work.byPost);
        if (!post) throw notFound('这个岗位');
        const terms = await termsOf(tx, countyCode, params.id, today(context));
        return { ...post.row, duties: post.duties, terms, mayEdit: mayEditPost(context.actor, post.row) };
      }),
    savePost: (context, { params, body }) =>
      asActor(context, async (tx) => {
        demandOwnCounty(context.actor, params.id, '这个岗位');
        await savePostAs(tx, context, { ...body, id: params.id });
        const post = await postOn(tx, context.actor.countyCode, params.id, today(context), work.byPost);
        if (!post) throw notFound('这个岗位');
        return post.row;
      }),
    startTerm: (context, { params, body }) =>
      asActor(context, (tx) => startTermAs(tx, context, { ...body, postId: params.id })),
    endTerm: (context, { params, body }) =>
      asActor(context, (tx) => endTermAs(tx, context, { ...body, postId: params.id })),
    cancelTerm: async (context, { params, body }) =>
      asActor(context, (tx) => cancelTermAs(tx, context, { ...body, postId: params.id })).then(
        () => undefined,
      ),
    correctTerm: (context, { params, body }) =>
      asActor(context, (tx) => correctTermAs(tx, context, { ...body, postId: params.id })),
    handOver: (context, { params, body }) =>
      asActor(context, (tx) => handOverAs(tx, context, { ...body, postId: params.id }, work)),
    listZones: (context, { query }) =>
      asActor(context, (tx) => zoneBoard(tx, context.actor, query.town, today(context))),
    saveZone: (context, { params, body }) =>
      asActor(context, (tx) => saveZoneAs(tx, context, { ...body, id: params.id })),
    listReaches: (context, { query }) =>
      asActor(context, async (tx) => ({
        items: await reachesOf(tx, context.actor, query.town, today(context)),
      })),
    saveReach: (context, { params, body }) =>
      asActor(context, (tx) => saveReachAs(tx, context, { ...body, id: params.id })),
    listPeople: (context, { query }) => asActor(context, (tx) => listPeople(tx, context, query)),
    savePerson: (context, { params, body }) =>
      asActor(context, (tx) => savePersonAs(tx, context, { ...body, id: params.id })),
  } satisfies Partial<Handlers<OperationsOf<'responsibility'>>>;
}

/** Endpoints of places, posts and people. */
export function responsibilityRoutes(work: OpenWork): Handlers<OperationsOf<'responsibility'>> {
  return { ...placeRoutes(work), ...postRoutes(work) };
}

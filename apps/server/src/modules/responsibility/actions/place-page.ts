import { allows, placePrefix, townOf } from '@qingshan/contract';
import { type Actor, notFound, Refusal, type SignedInContext, type Tx } from '../../../platform/index.ts';
import { authorOf } from '../author.ts';
import type { OpenWork } from '../open-work.ts';
import { coversPlace, mayEditPlace, seesPlace } from '../policy.ts';
import { boundaryOf } from '../queries/basemap.ts';
import { childrenOf, type PlaceRow, pathOf, placeByCode, summaryOf } from '../queries/places.ts';
import { responsiblePosts, showsPhones } from '../queries/responsible.ts';
import { zoneOf } from '../queries/zones.ts';
import { villageOf } from '../rules/place-chain.ts';
import type { PlaceInput } from '../rules/place-input.ts';
import { savePlace, saveTownSetting } from './places.ts';

async function withCounts(tx: Tx, actor: Actor, children: readonly PlaceRow[], work: OpenWork) {
  const prefixes = children
    .filter((child) => coversPlace(actor, child.code))
    .map((child) => placePrefix(child.code));
  const counts = prefixes.length > 0 ? await work.byPlace(tx, actor.countyCode, prefixes) : new Map();
  return children.map((child) => {
    const { open = 0, overdue = 0 } = counts.get(placePrefix(child.code)) ?? {};
    return { ...summaryOf(child), open, overdue };
  });
}

/** One place for its page: path, children with open work, boundary, who answers. Outside one's reach: not found. */
export async function placePage(tx: Tx, actor: Actor, code: string, on: string, work: OpenWork) {
  const place = seesPlace(actor, code) ? await placeByCode(tx, code) : null;
  if (!place) throw notFound('这个地点');
  const village = villageOf(code);
  const asker = { staff: true, readsPhones: allows('people.read', actor.roles) && coversPlace(actor, code) };
  const { posts, first } = await responsiblePosts(tx, actor.countyCode, code, on, asker);
  return {
    ...summaryOf(place),
    edition: place.edition,
    path: (await pathOf(tx, code)).map((above) => ({ code: above.code, name: above.name })),
    children: await withCounts(tx, actor, await childrenOf(tx, code), work),
    ...(await boundaryOf(tx, code)),
    responsible: posts,
    first,
    zone: village ? await zoneOf(tx, actor.countyCode, village) : null,
    showsPhones: await showsPhones(tx, actor.countyCode, townOrCounty(code)),
    mayEdit: mayEditPlace(actor, code),
  };
}

/** Saves a place below the village inside the actor's reach. */
export async function savePlaceAs(tx: Tx, { app, actor }: SignedInContext, input: PlaceInput) {
  if (!coversPlace(actor, input.code)) throw notFound('这个地点');
  if (!mayEditPlace(actor, input.code))
    throw new Refusal('not-allowed', '组、户、网格由本镇环保办或系统管理员维护');
  await savePlace(tx, authorOf(app, actor), input);
  const place = await placeByCode(tx, input.code);
  if (!place) throw notFound('这个地点');
  return summaryOf(place);
}

const townOrCounty = (code: string): string => townOf(code) ?? `${code.slice(0, 6)}000000`;

/** The town (the county for its own posts) decides whether the public sees phone numbers. */
export async function showPhonesAs(tx: Tx, { app, actor }: SignedInContext, code: string, shown: boolean) {
  const townCode = townOrCounty(code);
  if (!coversPlace(actor, townCode) || !(await placeByCode(tx, townCode))) throw notFound('这个地点');
  if (!mayEditPlace(actor, townCode))
    throw new Refusal('not-allowed', '是否公开电话由本镇环保办或系统管理员设置');
  await saveTownSetting(tx, authorOf(app, actor), { townCode, showsPhones: shown });
  return { townCode, shown };
}

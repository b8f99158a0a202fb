import { countyOf, fullPlaceCode } from '@qingshan/contract';
import { dayOf, notFound, type SignedInContext, type Tx } from '../../../platform/index.ts';
import { personById } from '../../identity/index.ts';
import { authorOf } from '../author.ts';
import type { OpenWork } from '../open-work.ts';
import { coversPlace, demandAllCovered, demandPostEdit, mayEditPlace, seesPlace } from '../policy.ts';
import { postBrief } from '../queries/posts.ts';
import { reachesOf } from '../queries/reaches.ts';
import type { TermRow } from '../queries/terms.ts';
import { villagesBound, zoneBoard, zoneById } from '../queries/zones.ts';
import { type CancelInput, type CorrectInput, cancelTerm, correctTerm } from './correct-terms.ts';
import { type PostInput, saveDuties, savePost } from './posts.ts';
import { type ReachInput, saveReach } from './reaches.ts';
import {
  type EndInput,
  endTerm,
  type HandedOver,
  type HandOverInput,
  handOver,
  startTerm,
  type TermInput,
} from './terms.ts';
import { saveZone, type ZoneInput } from './zones.ts';

/** The post must be one that the actor may change: its kind and its place. */
async function demandPost(tx: Tx, { actor }: SignedInContext, postId: string): Promise<void> {
  const post = countyOf(postId) === actor.countyCode ? await postBrief(tx, actor.countyCode, postId) : null;
  if (!post) throw notFound('这个岗位');
  demandPostEdit(actor, post);
}

/** A person of another place is not there for who gives a post; the county moves people between its towns. */
async function demandPerson(tx: Tx, { actor }: SignedInContext, personId: string): Promise<void> {
  const person = await personById(tx, actor.countyCode, personId);
  if (!person || !coversPlace(actor, person.placeCode)) throw notFound('这个人');
}

/** Zone, river reach and superior must lie inside the actor's reach; a superior may also stand above it. */
async function demandTies(tx: Tx, { actor }: SignedInContext, input: PostInput): Promise<void> {
  const county = actor.countyCode;
  if (input.zoneId) {
    const zone = await zoneById(tx, county, input.zoneId);
    if (!zone || !mayEditPlace(actor, zone.townCode)) throw notFound('这个片区');
  }
  const villages = await villagesBound(tx, county, input);
  if (input.reachId && !villages.some((code) => mayEditPlace(actor, code))) throw notFound('这个河段');
  demandAllCovered(actor, villages);
  if (!input.reportsToId) return;
  const superior = await postBrief(tx, county, input.reportsToId);
  if (!superior || !seesPlace(actor, superior.placeCode)) throw notFound('上级岗位');
}

/** Sets a post up inside the actor's reach; a zone, river reach or superior outside of it is refused. */
export async function savePostAs(
  tx: Tx,
  context: SignedInContext,
  input: PostInput & { readonly extraDuties?: readonly string[] | undefined },
): Promise<void> {
  const { actor, app } = context;
  const post = { ...input, placeCode: fullPlaceCode(input.placeCode) };
  demandPostEdit(actor, post);
  const known = await postBrief(tx, actor.countyCode, input.id);
  if (known) demandPostEdit(actor, known);
  await demandTies(tx, context, input);
  await savePost(tx, authorOf(app, actor), post);
  if (input.extraDuties)
    await saveDuties(tx, authorOf(app, actor), { postId: input.id, duties: input.extraDuties });
}

export async function startTermAs(tx: Tx, context: SignedInContext, input: TermInput): Promise<TermRow> {
  await demandPost(tx, context, input.postId);
  if (countyOf(input.id) !== context.actor.countyCode) throw notFound('这条任职记录');
  await demandPerson(tx, context, input.personId);
  return startTerm(tx, authorOf(context.app, context.actor), input);
}

export async function endTermAs(tx: Tx, context: SignedInContext, input: EndInput): Promise<TermRow> {
  await demandPost(tx, context, input.postId);
  return endTerm(tx, authorOf(context.app, context.actor), input);
}

export async function cancelTermAs(tx: Tx, context: SignedInContext, input: CancelInput): Promise<void> {
  await demandPost(tx, context, input.postId);
  await cancelTerm(tx, authorOf(context.app, context.actor), input);
}

export async function correctTermAs(tx: Tx, context: SignedInContext, input: CorrectInput): Promise<TermRow> {
  await demandPost(tx, context, input.postId);
  return correctTerm(tx, authorOf(context.app, context.actor), input);
}

export async function handOverAs(
  tx: Tx,
  context: SignedInContext,
  input: HandOverInput,
  work: OpenWork,
): Promise<HandedOver> {
  await demandPost(tx, context, input.postId);
  await demandPerson(tx, context, input.toPersonId);
  const countOpen = async (inTx: Tx, county: string, postId: string) =>
    (await work.byPost(inTx, county, [postId])).get(postId) ?? 0;
  return handOver(tx, authorOf(context.app, context.actor), input, countOpen);
}

/** Sets a reach up inside the actor's reach: every village along it, before and after. */
export async function saveReachAs(tx: Tx, context: SignedInContext, input: ReachInput) {
  const { actor, app } = context;
  if (countyOf(input.id) !== actor.countyCode) throw notFound('这个河段');
  const before = await villagesBound(tx, actor.countyCode, { reachId: input.id });
  if (before.length > 0 && !before.some((code) => coversPlace(actor, code))) throw notFound('这个河段');
  demandAllCovered(actor, [...input.villages, ...before]);
  await saveReach(tx, authorOf(app, actor), input);
  const town = input.villages[0]?.slice(0, 9);
  const reaches = await reachesOf(tx, actor, town, dayOf(app.clock.now()));
  const reach = reaches.find((one) => one.id === input.id);
  if (!reach) throw notFound('这个河段');
  return reach;
}

/** Sets a zone up inside the actor's reach: its town and every village, before and after. */
export async function saveZoneAs(tx: Tx, context: SignedInContext, input: ZoneInput) {
  const { actor, app } = context;
  if (countyOf(input.id) !== actor.countyCode) throw notFound('这个片区');
  const known = await zoneById(tx, actor.countyCode, input.id);
  if (known && !mayEditPlace(actor, known.townCode)) throw notFound('这个片区');
  const before = await villagesBound(tx, actor.countyCode, { zoneId: input.id });
  demandAllCovered(actor, [input.townCode, ...input.villages, ...before]);
  await saveZone(tx, authorOf(app, actor), input);
  const board = await zoneBoard(tx, actor, input.townCode, dayOf(app.clock.now()));
  const zone = board.zones.find((one) => one.id === input.id);
  if (!zone) throw notFound('这个片区');
  return zone;
}

import { fullPlaceCode, placePrefix } from '@qingshan/contract';
import {
  type Actor,
  dayOf,
  notFound,
  Refusal,
  record,
  type SignedInContext,
  type Tx,
} from '../../../platform/index.ts';
import { findPeople, type Person, personById, savePerson } from '../../identity/index.ts';
import { authorOf } from '../author.ts';
import { coversPlace } from '../policy.ts';
import { placesByCode } from '../queries/places.ts';
import { type HeldTerm, termsOfPersons } from '../queries/terms.ts';

/** The longest prefix that all of the reach shares; at least the county. */
function sharedPrefix({ prefixes, countyCode }: Actor): string {
  const [first = countyCode, ...others] = prefixes;
  let length = first.length;
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length--;
  return first.slice(0, Math.max(length, countyCode.length));
}

async function shown(tx: Tx, actor: Actor, people: readonly Person[], on: string) {
  const county = actor.countyCode;
  const places = await placesByCode(
    tx,
    people.map((person) => person.placeCode),
  );
  const terms = await termsOfPersons(
    tx,
    county,
    people.map((person) => person.id),
    on,
  );
  const postsOf = (personId: string) =>
    terms
      .filter((term: HeldTerm) => term.personId === personId)
      .map(({ postId, title, from, to }) => ({ postId, title, from, to }));
  return people.map((person) => ({
    id: person.id,
    name: person.name,
    phone: coversPlace(actor, person.placeCode) ? person.phone : null,
    placeCode: person.placeCode,
    placeName: places.get(person.placeCode)?.name ?? '',
    account: person.account,
    posts: postsOf(person.id),
  }));
}

/** People inside the actor's reach with the posts they hold today. */
export async function listPeople(
  tx: Tx,
  { app, actor }: SignedInContext,
  query: { q?: string | undefined; place?: string | undefined; page: number; size: number },
) {
  const wanted = query.place && placePrefix(fullPlaceCode(query.place));
  const own = sharedPrefix(actor);
  const prefix = wanted?.startsWith(own) ? wanted : own;
  if (wanted && !wanted.startsWith(own) && !own.startsWith(wanted)) return { items: [], total: 0 };
  const found = await findPeople(tx, actor.countyCode, { ...query, placePrefix: prefix });
  return { items: await shown(tx, actor, found.items, dayOf(app.clock.now())), total: found.total };
}

/** Adds or changes a person inside the actor's reach; the journal holds the id only. */
export async function savePersonAs(
  tx: Tx,
  { app, actor }: SignedInContext,
  input: { id: string; name: string; phone: string | null; placeCode: string },
) {
  if (!input.id.startsWith(actor.countyCode)) throw notFound('这个人');
  const known = await personById(tx, actor.countyCode, input.id);
  if (known && !coversPlace(actor, known.placeCode)) throw notFound('这个人');
  const places = await placesByCode(tx, [input.placeCode]);
  if (!coversPlace(actor, input.placeCode) || !places.has(input.placeCode))
    throw new Refusal('unknown-place', '没有这个地点，请从列表中选择', {
      fields: { placeCode: '没有这个地点' },
    });
  const saved = await savePerson(tx, { ...input, countyCode: actor.countyCode });
  if (saved !== 'unchanged') {
    const author = authorOf(app, actor);
    await record(tx, {
      countyCode: actor.countyCode,
      kind: 'person.save',
      subjectType: 'person',
      subjectId: input.id,
      actorPersonId: author.personId,
      actorPostId: author.postId ?? null,
      placeCode: input.placeCode,
      at: author.at,
      details: { saved },
    });
  }
  const person = await personById(tx, actor.countyCode, input.id);
  const [row] = await shown(tx, actor, person ? [person] : [], dayOf(app.clock.now()));
  if (!row) throw notFound('这个人');
  return row;
}

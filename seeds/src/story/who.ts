import type { Verb } from '@qingshan/contract';
import { chosenBy, oneOf } from '../county/ids.ts';
import type { DemoPerson } from '../county/roster.ts';
import { villageNamed } from '../county/villages.table.ts';
import type { Cast } from './cast.ts';
import type { Told } from './told.ts';

/** Short name of the village and the part below it of a place of the story. */
export function placeOf(place: string): { village: string; below: string } {
  const [village = '', below = ''] = place.split('/');
  return { village, below };
}

const townKey = (issue: Told) => villageNamed(placeOf(issue.place).village).town.key;

/** Post key of the zone head over a village. */
function zonePost(villageKey: string): string {
  const { town, zone } = villageNamed(villageKey);
  return `${town.key}-zone${town.zones.findIndex((each) => each.kind === zone) + 1}`;
}

/** Key of the post that raises a problem: who usually does for its source. */
export function raiserPost(issue: Told, key: string): string | null {
  const { village, below } = placeOf(issue.place);
  const town = townKey(issue);
  if (issue.source === 'system') return null;
  if (issue.more.by) return issue.more.by;
  if (issue.source === 'inspection') return 'inspectors';
  if (issue.source === 'town')
    return oneOf([`${town}-office`, zonePost(village), `${town}-deputy`, `${town}-office`], key);
  if (issue.source === 'public' && issue.more.channel !== 'council') return `${town}-office`;
  if (below.startsWith('W')) return `${village}-keeper${Number(below.slice(1))}`;
  return `${village}-secretary`;
}

/** Post key of who most likely puts it right: whose phone the photos come from. */
export function likelyFixer(issue: Told): string {
  const { village, below } = placeOf(issue.place);
  if (issue.more.to) return issue.more.to;
  if (below.startsWith('W')) return `${village}-keeper${Number(below.slice(1))}`;
  if (below.startsWith('P')) return `${village}-ranger${Number(below.slice(1))}`;
  return `${village}-secretary`;
}

type Chooser = (issue: Told, key: string, index: number) => string;

const office: Chooser = (issue) => `${townKey(issue)}-office`;
const discipline: Chooser = (issue) => `${townKey(issue)}-discipline`;
const deputy: Chooser = (issue) => `${townKey(issue)}-deputy`;
const inspector: Chooser = () => 'inspectors';
const zoneHead: Chooser = (issue) => zonePost(placeOf(issue.place).village);

const byInspection =
  (other: Chooser): Chooser =>
  (issue, key, index) =>
    issue.source === 'inspection' ? inspector(issue, key, index) : other(issue, key, index);

/** Who does a step that is not the owner's. The choice among several falls the same at each seeding. */
const choosers: Partial<Record<Verb, Chooser>> = {
  urge: (issue, key, index) =>
    issue.source === 'inspection' && index % 2 === 0
      ? 'inspectors'
      : ([zoneHead, deputy, office][chosenBy(key, 3)]?.(issue, key, index) ?? office(issue, key, index)),
  approveExtension: byInspection(deputy),
  refuseExtension: byInspection(deputy),
  verify: (issue, key, index) => (chosenBy(key, 4) === 0 ? discipline : office)(issue, key, index),
  sendBack: (issue, key, index) => (chosenBy(key, 2) === 0 ? discipline : office)(issue, key, index),
  inspect: inspector,
  rejectClose: inspector,
  publicize: inspector,
  close: byInspection(office),
  rate: byInspection((issue, key, index) =>
    issue.source === 'village'
      ? zoneHead(issue, key, index)
      : (chosenBy(key, 3) === 0 ? discipline : deputy)(issue, key, index),
  ),
  review: (issue, key, index) => (chosenBy(key, 3) === 0 ? discipline : office)(issue, key, index),
  reopen: byInspection((issue, key, index) =>
    (chosenBy(key, 2) === 0 ? discipline : office)(issue, key, index),
  ),
};

const OWNER_VERBS: readonly Verb[] = ['rectify', 'returnBack', 'requestExtension', 'reportBack'];

export const byOwner = (verb: Verb): boolean => OWNER_VERBS.includes(verb);

/** The person who does a step: the owner's holder, or one whose office it is. */
export function whoDoes(
  cast: Cast,
  issue: Told,
  verb: Verb,
  key: string,
  index: number,
  ownerPostId: string | null,
  now: Date,
): DemoPerson {
  if (byOwner(verb)) {
    if (!ownerPostId) throw new Error(`${issue.title}: nobody owns it`);
    return cast.holder(ownerPostId, now, ownerPostId);
  }
  const chooser = choosers[verb] ?? office;
  return cast.holderOf(chooser(issue, `${key} ${verb} ${index}`, index), now, `${issue.title} ${verb}`);
}

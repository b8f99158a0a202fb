export { type DivisionInput, saveDivisions } from './actions/divisions.ts';
export {
  type DivisionImport,
  type ImportedDivisions,
  importDivisions,
} from './actions/import-divisions.ts';
export { savePlace, saveTownSetting } from './actions/places.ts';
export { grantFirstAdministrator, type PostInput, savePost } from './actions/posts.ts';
export { type ReachInput, saveReach } from './actions/reaches.ts';
export { packagedDivisions } from './actions/read-divisions.ts';
export {
  type EndInput,
  endTerm,
  type HandOverInput,
  handOver,
  startTerm,
  type TermInput,
} from './actions/terms.ts';
export { saveZone, type ZoneInput } from './actions/zones.ts';
export { actorOf, describeMe, type SessionPerson } from './actor.ts';
export type { Author } from './author.ts';
export type { OpenWork } from './open-work.ts';
export { type Holder, holdersOf, type PostLabel, postLabels, postsOfTown } from './queries/holders.ts';
export { lineOfCommand, personsInLine } from './queries/line.ts';
export { type Located, locate } from './queries/locate.ts';
export { findOwner } from './queries/owner.ts';
export {
  childrenOf,
  type PlaceRow,
  placeExists,
  placeNames,
  placePosition,
  villagesOf,
} from './queries/places.ts';
export { responsibilityRoutes } from './routes.ts';
export type { FoundOwner } from './rules/owner.ts';
export type { PlaceInput } from './rules/place-input.ts';

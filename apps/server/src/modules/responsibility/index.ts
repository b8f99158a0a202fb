import type { Handlers, OperationsOf } from '../../platform/index.ts';

export { actorOf, describeMe, expandIssueKinds, type SessionPerson } from './actor.ts';
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
export type { OpenWork } from './routes.ts';
export type { FoundOwner } from './rules/owner.ts';

import type { OpenWork } from './routes.ts';

export const responsibilityRoutes: (work: OpenWork) => Handlers<OperationsOf<'responsibility'>> = () => {
  throw new Error('not there yet');
};

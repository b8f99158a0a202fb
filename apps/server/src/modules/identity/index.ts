export { type AccountInput, createAccount, hashPassword } from './actions/create-account.ts';
export { addUser, disableUser, enableUser, type NewUser, replaceUserPassword } from './actions/operator.ts';
export { type Identity, openIdentity } from './identity.ts';
export { identityJobs } from './jobs.ts';
export {
  erasedName,
  erasePerson,
  findPeople,
  type PeopleSearch,
  type Person,
  type PersonInput,
  personById,
  personNames,
  savePerson,
} from './people.ts';
export { type DemoLogin, type DescribeMe, identityRoutes } from './routes.ts';
export type { Session } from './session.ts';

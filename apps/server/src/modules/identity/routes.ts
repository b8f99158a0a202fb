import type { Answer, Endpoints, Me } from '@qingshan/contract';
import {
  type Actor,
  type Handlers,
  inReach,
  notFound,
  type OperationsOf,
  type RequestContext,
  type SignedInContext,
} from '../../platform/index.ts';
import { accountRow, listAccounts, listLogins } from './accounts.ts';
import { disableAccount, enableAccount, resetPassword } from './actions/account-state.ts';
import { createAccount } from './actions/create-account.ts';
import { changePassword, demandStrong } from './actions/password.ts';
import { endOtherSessions, listSessions } from './actions/sessions.ts';
import { signIn } from './actions/sign-in.ts';
import { signOut } from './actions/sign-out.ts';
import { confirmTwoFactor, startTwoFactor, stopTwoFactor } from './actions/two-factor.ts';
import { finishUnifiedSignIn, startUnifiedSignIn } from './actions/unified-sign-in.ts';
import { passSessionCookie } from './cookies.ts';
import type { Identity } from './identity.ts';
import { personById } from './people.ts';
import type { Session } from './session.ts';

export type DemoLogin = Answer<Endpoints['signInWays']>['demoLogins'][number];

/** What the composition knows and this module does not: posts, rights and reach of a session's person. */
export type DescribeMe = (session: Session) => Promise<Me>;

type Routes = Handlers<OperationsOf<'identity'>>;

async function sessionOf(identity: Identity, { request }: SignedInContext): Promise<Session> {
  const session = await identity.sessionOf(request);
  if (!session) throw new Error('an endpoint for signed-in people was reached without a session');
  return session;
}

function answerCookies({ request, reply }: RequestContext, headers: Headers): undefined {
  passSessionCookie(request, reply, headers);
}

async function openAccount(
  identity: Identity,
  actor: Actor,
  body: { personId: string; account: string; password: string },
) {
  const person = await inReach(identity.app.db, actor, (tx) =>
    personById(tx, actor.countyCode, body.personId),
  );
  if (!person || !actor.prefixes.some((prefix) => person.placeCode.startsWith(prefix)))
    throw notFound('这个人');
  demandStrong(body.password, body.account, 'password');
  await createAccount(identity, { ...body, countyCode: actor.countyCode, actorPersonId: actor.personId });
  return inReach(identity.app.db, actor, (tx) =>
    accountRow(tx, actor, body.personId, identity.app.clock.now()),
  );
}

function sessionRoutes(identity: Identity, describe: DescribeMe) {
  return {
    signIn: async (context, { body }) => {
      const { session, headers } = await signIn(identity, context.request, body);
      if (context.request.headers.cookie) await signOut(identity, context.request);
      answerCookies(context, headers);
      return describe(session);
    },
    signOut: async (context) => answerCookies(context, await signOut(identity, context.request)),
    getMe: async (context) => describe(await sessionOf(identity, context)),
    listMySessions: async (context) => ({
      items: await listSessions(identity, await sessionOf(identity, context)),
    }),
    revokeMyOtherSessions: async (context) =>
      void (await endOtherSessions(identity, context.request, await sessionOf(identity, context))),
    changePassword: async (context, { body }) =>
      answerCookies(
        context,
        await changePassword(identity, context.request, await sessionOf(identity, context), body),
      ),
    startTwoFactor: async (context, { body }) =>
      startTwoFactor(identity, context.request, await sessionOf(identity, context), body.password),
    confirmTwoFactor: async (context, { body }) =>
      answerCookies(
        context,
        await confirmTwoFactor(identity, context.request, await sessionOf(identity, context), body.code),
      ),
    stopTwoFactor: async (context, { body }) =>
      answerCookies(
        context,
        await stopTwoFactor(identity, context.request, await sessionOf(identity, context), body.password),
      ),
  } satisfies Partial<Routes>;
}

function accountRoutes(identity: Identity) {
  const { app } = identity;
  return {
    listAccounts: ({ actor }, { query }) =>
      inReach(app.db, actor, (tx) => listAccounts(tx, actor, query, app.clock.now())),
    createAccount: ({ actor }, { body }) => openAccount(identity, actor, body),
    disableAccount: (context, { params, body }) =>
      disableAccount(identity, context, params.personId, body.reason),
    enableAccount: (context, { params }) => enableAccount(identity, context, params.personId),
    resetPassword: (context, { params, body }) =>
      resetPassword(identity, context, params.personId, body.password),
    listLogins: ({ actor }, { query }) => inReach(app.db, actor, (tx) => listLogins(tx, actor, query)),
  } satisfies Partial<Routes>;
}

/** Endpoints of accounts and sessions. */
export function identityRoutes(
  identity: Identity,
  describe: DescribeMe,
  demoLogins: () => Promise<DemoLogin[]>,
): Routes {
  const { oidc } = identity.app.config;
  return {
    ...sessionRoutes(identity, describe),
    ...accountRoutes(identity),
    startUnifiedSignIn: ({ request, reply }, { params }) =>
      startUnifiedSignIn(identity, request, reply, params.provider),
    finishUnifiedSignIn: ({ request, reply }, { params }) =>
      finishUnifiedSignIn(identity, request, reply, params.provider),
    signInWays: async () => ({
      oidc: oidc ? [{ id: oidc.id, name: oidc.name, startPath: `/api/sign-in/${oidc.id}` }] : [],
      demoLogins: await demoLogins(),
    }),
  };
}

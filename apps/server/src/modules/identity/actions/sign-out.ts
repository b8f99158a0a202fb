import type { FastifyRequest } from 'fastify';
import { announceEndedSessions } from '../../../platform/index.ts';
import { authHeaders } from '../cookies.ts';
import type { Identity } from '../identity.ts';
import { callerOf, logLogin } from '../login-log.ts';
import { accountOfPerson, inCounty } from '../queries.ts';

/** Ends the session that a request carries, if any, with its open streams. @returns headers that clear its cookie */
export async function signOut(identity: Identity, request: FastifyRequest): Promise<Headers> {
  const session = await identity.sessionOf(request);
  const { headers } = await identity.auth.api.signOut({ headers: authHeaders(request), returnHeaders: true });
  if (session)
    await inCounty(identity.app, session.countyCode, async (tx) => {
      await announceEndedSessions(tx, [session.sessionId]);
      const account = await accountOfPerson(tx, session.countyCode, session.personId);
      if (account)
        await logLogin(tx, identity, account, callerOf(request), {
          outcome: 'signed-out',
          kind: 'session.end',
        });
    });
  return headers;
}

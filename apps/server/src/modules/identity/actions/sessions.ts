import type { Answer, Endpoints } from '@qingshan/contract';
import type { FastifyRequest } from 'fastify';
import type { Identity } from '../identity.ts';
import { callerOf, logLogin } from '../login-log.ts';
import { endSessions, inCounty } from '../queries.ts';
import type { Session } from '../session.ts';
import type { IdentityTables } from '../tables.ts';
import { ownAccount } from './password.ts';

type SessionRow = Answer<Endpoints['listMySessions']>['items'][number];

/** Devices on which one is signed in, latest first. */
export async function listSessions(identity: Identity, session: Session): Promise<SessionRow[]> {
  const account = await ownAccount(identity, session);
  const rows = await identity.app.db
    .withTables<IdentityTables>()
    .selectFrom('auth_session')
    .where('user_id', '=', account.userId)
    .where('expires_at', '>', new Date())
    .select(['id', 'created_at', 'expires_at', 'ip_address', 'user_agent'])
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    address: row.ip_address ?? '',
    device: row.user_agent ?? '',
    current: row.id === session.sessionId,
  }));
}

/** Signs out everywhere else, at once. */
export async function endOtherSessions(
  identity: Identity,
  request: FastifyRequest,
  session: Session,
): Promise<void> {
  const account = await ownAccount(identity, session);
  await inCounty(identity.app, session.countyCode, async (tx) => {
    const ended = await endSessions(tx, account.userId, session.sessionId);
    if (ended > 0)
      await logLogin(tx, identity, account, callerOf(request), {
        outcome: 'revoked',
        kind: 'session.revoke',
        details: { ended },
      });
  });
}

import { createHash, createHmac } from 'node:crypto';
import { newId } from '@qingshan/contract';
import { record, type Tx } from '../../platform/index.ts';
import type { Identity } from './identity.ts';
import { type KnownAccount, NO_COUNTY } from './queries.ts';
import type { IdentityTables, LoginOutcome } from './tables.ts';

const MAX_DEVICE_LENGTH = 200;

/** From where someone calls. */
export interface Caller {
  readonly address: string;
  readonly device: string;
}

export interface Login {
  readonly outcome: LoginOutcome;
  /** Kind of the journal's event; absent: the log of sign-ins alone keeps it. */
  readonly kind?: string;
  readonly actorPersonId?: string | null;
  readonly details?: Record<string, unknown>;
}

export function callerOf(request: { ip: string; headers: Record<string, unknown> }): Caller {
  const device = request.headers['user-agent'];
  return {
    address: request.ip,
    device: typeof device === 'string' ? device.slice(0, MAX_DEVICE_LENGTH) : '',
  };
}

/** What is typed as an account that does not exist may be a password: only a mark of it is kept. */
export function unknownAccountMark(normalised: string): string {
  return `?${createHash('sha256').update(normalised).digest('hex').slice(0, 12)}`;
}

/** Digest of an address for the journal; keyed, so that trying all addresses does not reveal it. */
function digestOf(identity: Identity, text: string): string {
  return createHmac('sha256', identity.secret).update(text).digest('hex').slice(0, 16);
}

/** Keeps a sign-in, its refusal or its end, with address and device; in the journal without them. */
export async function logLogin(
  tx: Tx,
  identity: Identity,
  account: KnownAccount | { mark: string },
  caller: Caller,
  login: Login,
): Promise<void> {
  const at = identity.app.clock.now();
  const known = 'mark' in account ? null : account;
  const countyCode = known?.countyCode ?? NO_COUNTY;
  await tx
    .withTables<IdentityTables>()
    .insertInto('login_log')
    .values({
      county_code: countyCode,
      id: newId(countyCode, at.getTime()),
      at,
      account: 'mark' in account ? account.mark : account.account,
      person_id: known?.personId ?? null,
      outcome: login.outcome,
      address: caller.address,
      device: caller.device,
    })
    .execute();
  if (!known || !login.kind) return;
  await record(tx, {
    countyCode,
    kind: login.kind,
    subjectType: 'account',
    subjectId: known.personId,
    actorPersonId: login.actorPersonId === undefined ? known.personId : login.actorPersonId,
    at,
    details: { addressDigest: digestOf(identity, caller.address), ...login.details },
  });
}

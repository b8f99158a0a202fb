import type { ColumnType, Generated } from 'kysely';

type Instant = ColumnType<Date, Date | string, Date | string>;

interface PersonTable {
  county_code: string;
  id: string;
  name: string;
  phone: string | null;
  place_code: string;
  erased_at: Instant | null;
}

interface UserTable {
  id: string;
  name: string;
  email: string;
  email_verified: Generated<boolean>;
  username: string;
  display_username: string;
  county_code: string;
  person_id: string;
  disabled: Generated<boolean>;
  credentials_version: Generated<number>;
  two_factor_enabled: Generated<boolean>;
  created_at: Instant;
  updated_at: Instant;
}

interface SessionTable {
  id: string;
  token: string;
  user_id: string;
  expires_at: Instant;
  ip_address: string | null;
  user_agent: string | null;
  created_at: Instant;
  updated_at: Instant;
}

interface AccountTable {
  id: string;
  account_id: string;
  provider_id: string;
  user_id: string;
  password: string | null;
  created_at: Instant;
  updated_at: Instant;
}

interface VerificationTable {
  id: string;
  expires_at: Instant;
}

interface TwoFactorTable {
  id: string;
  user_id: string;
}

interface LockTable {
  county_code: string;
  subject: string;
  attempts: ColumnType<Date[]>;
  last_at: Instant;
  locked_until: Instant | null;
}

export type LoginOutcome = 'ok' | 'wrong' | 'locked' | 'two-factor' | 'signed-out' | 'revoked';

interface LoginTable {
  county_code: string;
  id: string;
  at: Instant;
  account: string;
  person_id: string | null;
  outcome: LoginOutcome;
  address: string;
  device: string;
}

/** Tables of this module; `auth_*` are written by better-auth too (columns it alone uses are left out). */
export type IdentityTables = {
  people: PersonTable;
  auth_user: UserTable;
  auth_session: SessionTable;
  auth_account: AccountTable;
  auth_verification: VerificationTable;
  auth_two_factor: TwoFactorTable;
  sign_in_locks: LockTable;
  login_log: LoginTable;
};

-- Identity: people, accounts with sessions (better-auth), locks after wrong passwords, the log of sign-ins.

create table people (
  county_code char(6) not null,
  id text not null,
  name text not null,
  phone text,
  place_code text not null,
  -- Name and phone were erased after their retention.
  erased_at timestamptz,
  primary key (county_code, id)
);
create index people_name on people using gin (name gin_trgm_ops);
create index people_place on people (county_code, place_code text_pattern_ops, id);

-- Accounts are found before a county is known: these five are reference tables without the county key.
create table auth_user (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default true,
  image text,
  -- Account as compared (trimmed, lower case) and as typed when it was opened.
  username text not null unique,
  display_username text not null,
  county_code char(6) not null,
  person_id text not null,
  disabled boolean not null default false,
  -- Goes up when the password changes or the account is disabled: a sign-in begun before does not survive it.
  credentials_version integer not null default 1,
  two_factor_enabled boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (county_code, person_id)
);

create table auth_session (
  id text primary key,
  token text not null unique,
  user_id text not null references auth_user (id) on delete cascade,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index auth_session_user on auth_session (user_id, created_at);
create index auth_session_expiry on auth_session (expires_at);

create table auth_account (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  user_id text not null references auth_user (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider_id, account_id)
);
create index auth_account_user on auth_account (user_id);

create table auth_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index auth_verification_identifier on auth_verification (identifier);
create index auth_verification_expiry on auth_verification (expires_at);

create table auth_two_factor (
  id text primary key,
  user_id text not null unique references auth_user (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);

-- Wrong passwords by account or by address; county 000000: addresses and accounts that do not exist.
create table sign_in_locks (
  county_code char(6) not null,
  subject text not null,
  -- Attempts that were wrong or whose outcome is open, oldest first, those of the last minutes only.
  attempts timestamptz[] not null,
  last_at timestamptz not null,
  locked_until timestamptz,
  primary key (county_code, subject)
);

create table login_log (
  county_code char(6) not null,
  id text not null,
  at timestamptz not null,
  account text not null,
  person_id text,
  outcome text not null check (outcome in ('ok', 'wrong', 'locked', 'two-factor', 'signed-out', 'revoked')),
  address text not null,
  device text not null,
  primary key (county_code, id)
);
create index login_log_at on login_log (county_code, at desc);
create index login_log_account on login_log (county_code, account, at desc);

grant select, insert, update on people to qingshan_app;
grant select, insert, update on auth_user, auth_account to qingshan_app;
grant select, insert, update, delete on auth_session, auth_verification, auth_two_factor, sign_in_locks to qingshan_app;
-- The log of sign-ins is kept: no one may change it, only what is older than six months goes.
grant select, insert on login_log to qingshan_app;

alter table people enable row level security;
create policy people_county on people to qingshan_app using (county_code = app_county());
alter table sign_in_locks enable row level security;
create policy sign_in_locks_county on sign_in_locks to qingshan_app using (county_code = app_county());
alter table login_log enable row level security;
create policy login_log_county on login_log to qingshan_app using (county_code = app_county());

-- Removes sign-ins older than the given instant, never younger than six months, and locks long over.
create function prune_login_log(before timestamptz) returns bigint language sql security definer set search_path = public as $$
  delete from sign_in_locks where greatest(last_at, locked_until) < now() - interval '1 day';
  with gone as (delete from login_log where at < least(before, now() - interval '6 months') returning 1) select count(*) from gone
$$;
revoke execute on function prune_login_log(timestamptz) from public;
grant execute on function prune_login_log(timestamptz) to qingshan_app;

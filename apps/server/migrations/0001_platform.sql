-- The platform: application role, journal with seals, files, notices, running numbers.

do $$ begin
  create role qingshan_app nologin;
exception when duplicate_object or unique_violation then null;
end $$;

create extension if not exists pg_trgm;
create extension if not exists btree_gist;

grant usage on schema public to qingshan_app;

-- What row security reads; unset settings show nothing.
create function app_county() returns text language sql stable parallel safe as $$ select coalesce(current_setting('app.county', true), '') $$;
create function app_reach() returns text[] language sql stable parallel safe as $$ select coalesce(nullif(current_setting('app.reach', true), ''), '{}')::text[] $$;
create function app_kinds() returns text[] language sql stable parallel safe as $$ select coalesce(nullif(current_setting('app.kinds', true), ''), '{}')::text[] $$;
create function app_posts() returns text[] language sql stable parallel safe as $$ select coalesce(nullif(current_setting('app.posts', true), ''), '{}')::text[] $$;
create function app_person() returns text language sql stable parallel safe as $$ select coalesce(current_setting('app.person', true), '') $$;

create table journal (
  county_code char(6) not null,
  seq bigint generated always as identity,
  -- Which transaction wrote the row: batches are cut below the oldest running one.
  xid xid8 not null default pg_current_xact_id(),
  kind text not null,
  subject_type text not null,
  subject_id text not null,
  actor_person_id text,
  actor_post_id text,
  place_code text,
  at timestamptz not null,
  -- JSON as written, kept as text: it is hashed as stored.
  details text not null check (details::jsonb is not null),
  primary key (county_code, seq)
);
create index journal_subject on journal (county_code, subject_id, seq);
create index journal_xid on journal (county_code, xid, seq);
create index journal_place on journal (county_code, place_code text_pattern_ops, seq);

create table journal_batches (
  county_code char(6) not null,
  batch integer not null,
  xid_from xid8 not null,
  xid_below xid8 not null,
  row_count integer not null,
  root text not null,
  previous_chain text not null,
  chain text not null,
  algorithm text not null,
  sealed_at timestamptz not null,
  primary key (county_code, batch)
);

create table journal_leaves (
  county_code char(6) not null,
  batch integer not null,
  position integer not null,
  seq bigint not null,
  leaf bytea not null,
  primary key (county_code, batch, position),
  unique (county_code, seq)
);

create table files (
  county_code char(6) not null,
  sha256 char(64) not null,
  name text not null,
  media_type text not null,
  byte_size integer not null,
  exif text,
  taken_at timestamptz,
  lon double precision,
  lat double precision,
  uploaded_by text not null,
  uploaded_at timestamptz not null,
  primary key (county_code, sha256)
);

create table notices (
  county_code char(6) not null,
  id text not null,
  person_id text not null,
  kind text not null,
  text text not null,
  issue_id text,
  at timestamptz not null,
  read_at timestamptz,
  primary key (county_code, id)
);
create index notices_person on notices (county_code, person_id, at desc);

-- 编号 per county and year, gapless: the row is locked until the problem is stored.
create table issue_numbers (
  county_code char(6) not null,
  year integer not null,
  last integer not null,
  primary key (county_code, year)
);

-- The application may add to the journal and read it, nothing else; it cannot choose sequence or transaction.
grant select on journal, journal_batches, journal_leaves to qingshan_app;
grant insert (county_code, kind, subject_type, subject_id, actor_person_id, actor_post_id, place_code, at, details) on journal to qingshan_app;
grant insert on journal_batches, journal_leaves to qingshan_app;
grant select, insert on files to qingshan_app;
grant select, insert, update (read_at) on notices to qingshan_app;
grant select, insert, update on issue_numbers to qingshan_app;

alter table journal enable row level security;
create policy journal_add on journal for insert to qingshan_app with check (county_code = app_county());

alter table journal_batches enable row level security;
create policy journal_batches_county on journal_batches to qingshan_app using (county_code = app_county());
alter table journal_leaves enable row level security;
create policy journal_leaves_county on journal_leaves to qingshan_app using (county_code = app_county());
alter table files enable row level security;
create policy files_county on files to qingshan_app using (county_code = app_county());
alter table notices enable row level security;
create policy notices_mine on notices for select to qingshan_app using (county_code = app_county() and (person_id = app_person() or app_reach() @> array['']));
create policy notices_read on notices for update to qingshan_app using (county_code = app_county() and person_id = app_person());
create policy notices_add on notices for insert to qingshan_app with check (county_code = app_county());
alter table issue_numbers enable row level security;
create policy issue_numbers_county on issue_numbers to qingshan_app using (county_code = app_county());

-- Names of counties with a journal, for jobs that go over all of them (row security hides rows without a county set).
create function journal_counties() returns table (county_code char(6)) language sql stable security definer set search_path = public as $$
  with recursive step as (
    (select j.county_code from journal j order by j.county_code limit 1)
    union all
    select (select j.county_code from journal j where j.county_code > step.county_code order by j.county_code limit 1) from step where step.county_code is not null
  )
  select step.county_code from step where step.county_code is not null
$$;
revoke execute on function journal_counties() from public;
grant execute on function journal_counties() to qingshan_app;

-- Small facts about a county's installation, e.g. that the demo is in.
create table county_settings (
  county_code char(6) not null,
  key text not null,
  value text not null,
  primary key (county_code, key)
);
grant select, insert, update on county_settings to qingshan_app;
alter table county_settings enable row level security;
create policy county_settings_county on county_settings to qingshan_app using (county_code = app_county());

-- The ledger: problems with their state, files, reporters, fixers and acts.

create table issues (
  county_code char(6) not null,
  id text not null,
  number_year integer not null,
  number_serial integer not null,
  title text not null,
  description text not null,
  kind text not null,
  category text not null,
  severity smallint not null,
  source text not null,
  state text not null,
  is_open boolean not null,
  place_code text collate "C" not null,
  town_code char(12),
  lon double precision,
  lat double precision,
  accuracy_m real,
  position_how text,
  -- Fields of the source as JSON; never the reporter's name or phone.
  fields text not null,
  found_at timestamptz not null,
  raised_at timestamptz not null,
  raised_by text,
  raised_by_post text,
  accepted_at timestamptz,
  due_at timestamptz,
  due_estimated boolean not null default false,
  deadline_rule text,
  warned_at timestamptz,
  breached_at timestamptz,
  owner_post_id text,
  extension text,
  publicity_until date,
  closed_at timestamptz,
  closed_in_time boolean,
  score smallint,
  reopened_times integer not null default 0,
  parent_id text,
  merged_into_id text,
  -- Posts that may see the problem wherever it lies: who raised it, who holds or held it.
  party_posts text[] not null default '{}',
  version integer not null default 1,
  last_act text not null,
  content_digest text not null,
  follow_token text not null,
  imported boolean not null default false,
  import_key text,
  primary key (county_code, id),
  unique (county_code, number_year, number_serial),
  unique (county_code, follow_token),
  unique (county_code, import_key)
);
create index issues_raised on issues (county_code, raised_at desc, id desc);
create index issues_town_raised on issues (county_code, town_code, raised_at desc, id desc);
create index issues_open_due on issues (county_code, due_at, id) where is_open;
create index issues_town_open_due on issues (county_code, town_code, due_at, id) where is_open;
create index issues_place on issues (county_code, place_code, raised_at desc);
create index issues_state on issues (county_code, state, town_code);
create index issues_owner on issues (county_code, owner_post_id, is_open);
create index issues_parent on issues (county_code, parent_id) where parent_id is not null;
create index issues_merged on issues (county_code, merged_into_id) where merged_into_id is not null;
create index issues_parties on issues using gin (party_posts);
create index issues_words on issues using gin ((title || ' ' || description) gin_trgm_ops);

-- Personal data of reporters, apart from journal and problem: erased after its retention without breaking a seal.
create table issue_reporters (
  county_code char(6) not null,
  issue_id text not null,
  name text,
  phone text,
  erased_at timestamptz,
  primary key (county_code, issue_id),
  foreign key (county_code, issue_id) references issues (county_code, id)
);

create table issue_files (
  county_code char(6) not null,
  issue_id text not null,
  sha256 char(64) not null,
  phase text not null check (phase in ('before', 'after', 'attachment')),
  issue_version integer not null,
  added_by text,
  added_at timestamptz not null,
  primary key (county_code, issue_id, sha256),
  foreign key (county_code, issue_id) references issues (county_code, id),
  foreign key (county_code, sha256) references files (county_code, sha256)
);
create index issue_files_by_file on issue_files (county_code, sha256);

-- Who put a problem right, ever: none of them, nor their line of command, may verify it.
create table issue_fixers (
  county_code char(6) not null,
  issue_id text not null,
  person_id text not null,
  primary key (county_code, issue_id, person_id),
  foreign key (county_code, issue_id) references issues (county_code, id)
);

-- One row an act with the client's id: the same act sent again changes nothing.
create table issue_acts (
  county_code char(6) not null,
  act_id text not null,
  issue_id text not null,
  digest text not null,
  primary key (county_code, act_id),
  foreign key (county_code, issue_id) references issues (county_code, id)
);

grant select, insert, update on issues to qingshan_app;
grant select, insert, update on issue_reporters to qingshan_app;
grant select, insert on issue_files, issue_fixers, issue_acts to qingshan_app;

alter table issues enable row level security;
create policy issues_reach on issues to qingshan_app using (
  county_code = app_county()
  and (place_code ^@ any ((select app_reach())::text[]) or kind = any ((select app_kinds())::text[]) or party_posts && (select app_posts()))
);
alter table issue_reporters enable row level security;
create policy issue_reporters_reach on issue_reporters to qingshan_app using (county_code = app_county() and exists (select 1 from issues i where i.county_code = issue_reporters.county_code and i.id = issue_id));
alter table issue_files enable row level security;
create policy issue_files_reach on issue_files to qingshan_app using (county_code = app_county() and exists (select 1 from issues i where i.county_code = issue_files.county_code and i.id = issue_id));
alter table issue_fixers enable row level security;
create policy issue_fixers_county on issue_fixers to qingshan_app using (county_code = app_county());
alter table issue_acts enable row level security;
create policy issue_acts_county on issue_acts to qingshan_app using (county_code = app_county());

create policy journal_read on journal for select to qingshan_app using (
  county_code = app_county()
  and ((select app_reach()) @> array[''] or place_code ^@ any ((select app_reach())::text[])
    or (subject_type = 'issue' and exists (select 1 from issues i where i.county_code = journal.county_code and i.id = subject_id)))
);

-- Words cannot use their index under row security (the operator is not leakproof): this function gives ids only,
-- and the query that uses them reads the problems under row security.
create function issues_with_words(county char(6), words text[], most integer) returns setof text
language sql stable security definer set search_path = public as $$
  select id from issues where county_code = county and (title || ' ' || description) ilike all (words) order by raised_at desc limit most
$$;
revoke execute on function issues_with_words(char, text[], integer) from public;
grant execute on function issues_with_words(char, text[], integer) to qingshan_app;

-- Towns of problems to which one of the posts is party: lets lists of a town's people use the town's index.
create function towns_of_parties(county char(6), posts text[]) returns setof char(12)
language sql stable security definer set search_path = public as $$
  select distinct town_code from issues where county_code = county and party_posts && posts and town_code is not null
$$;
revoke execute on function towns_of_parties(char, text[]) from public;
grant execute on function towns_of_parties(char, text[]) to qingshan_app;

-- Problems to which one of the posts is party: a village's people see them wherever they lie.
create function issues_of_parties(county char(6), posts text[]) returns setof text
language sql stable security definer set search_path = public as $$
  select id from issues where county_code = county and party_posts && posts order by raised_at desc limit 2000
$$;
revoke execute on function issues_of_parties(char, text[]) from public;
grant execute on function issues_of_parties(char, text[]) to qingshan_app;

-- Counties with open problems, for jobs.
create function counties_with_open_issues() returns setof char(6)
language sql stable security definer set search_path = public as $$
  select distinct county_code from issues where is_open
$$;
revoke execute on function counties_with_open_issues() from public;
grant execute on function counties_with_open_issues() to qingshan_app;

-- Of some files of a problem those that another problem carried earlier: they prove nothing here.
create function files_used_before(county char(6), issue text, digests text[]) returns setof text
language sql stable security definer set search_path = public as $$
  select here.sha256::text from issue_files here
  where here.county_code = county and here.issue_id = issue and here.sha256 = any (digests)
    and exists (select 1 from issue_files f where f.county_code = county and f.sha256 = here.sha256 and f.issue_id <> issue and f.added_at < here.added_at)
$$;
revoke execute on function files_used_before(char, text, text[]) from public;
grant execute on function files_used_before(char, text, text[]) to qingshan_app;

-- Numbers of other problems that carry the same file: a reused photo is told even where the other lies out of reach.
create function file_uses(county char(6), digests text[], except_issue text) returns table (sha256 text, number_year integer, number_serial integer)
language sql stable security definer set search_path = public as $$
  select f.sha256::text, i.number_year, i.number_serial
  from issue_files f join issues i on i.county_code = f.county_code and i.id = f.issue_id
  where f.county_code = county and f.sha256 = any (digests) and f.issue_id <> except_issue
  order by i.number_year, i.number_serial limit 20
$$;
revoke execute on function file_uses(char, text[], text) from public;
grant execute on function file_uses(char, text[], text) to qingshan_app;

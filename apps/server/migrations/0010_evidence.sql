-- Extensions are counted; a picture is known again after being saved anew or made smaller.

alter table issues add column extended_times integer not null default 0;

-- Grey levels of 16 × 16 fields, and four numbers of which pictures alike share one; null: no picture, or nothing on it.
alter table files add column look bytea, add column look_quarters integer[];
create index files_look on files using gin (look_quarters);

-- Pictures that may look the same as those given: all of the same problem, and of others in the county those that
-- share a number with them. Who asks compares the looks. Step by step (`materialized`, `offset 0`): each is found by
-- its key, also before the database has statistics.
create function pictures_to_compare(county char(6), issue text, digests text[])
returns table (sha256 text, look bytea, other_look bytea, issue_id text, number_year integer, number_serial integer, added_at timestamptz)
language sql stable security definer set search_path = public as $$
  with mine as materialized (
    select m.sha256, m.look, m.look_quarters from files m
    where m.county_code = county and county = app_county_code() and m.sha256 = any (digests) and m.look is not null
  ), pairs as materialized (
    select mine.sha256 as mine_sha256, o.sha256 as other_sha256
    from mine, lateral (select f.sha256 from files f where f.county_code = county and f.look_quarters && mine.look_quarters offset 0) o
    union
    select mine.sha256, f.sha256 from mine, issue_files f where f.county_code = county and f.issue_id = issue
  )
  select mine.sha256::text, mine.look, other.look, f.issue_id, i.number_year, i.number_serial, f.added_at
  from pairs
  join mine on mine.sha256 = pairs.mine_sha256,
  lateral (select o.look from files o where o.county_code = county and o.sha256 = pairs.other_sha256 and o.look is not null offset 0) other,
  lateral (select u.issue_id, u.added_at from issue_files u where u.county_code = county and u.sha256 = pairs.other_sha256 offset 0) f,
  lateral (select n.number_year, n.number_serial from issues n where n.county_code = county and n.id = f.issue_id offset 0) i
  where pairs.other_sha256 <> pairs.mine_sha256
  limit 2000
$$;
revoke execute on function pictures_to_compare(char, text, text[]) from public;
grant execute on function pictures_to_compare(char, text, text[]) to qingshan_app;

-- Extensions are counted; a picture is known again after being saved anew or made smaller.

alter table issues add column extended_times integer not null default 0;

-- Grey levels of 16 × 16 fields, and four numbers of which pictures alike share one; null: no picture, or nothing on it.
alter table files add column look bytea, add column look_quarters integer[];
create index files_look on files using gin (look_quarters);

-- Pictures that may look the same as those given: all of the same problem, and of others in the county those that
-- share a number with them. Who asks compares the looks.
create function pictures_to_compare(county char(6), issue text, digests text[])
returns table (sha256 text, look bytea, other_look bytea, issue_id text, number_year integer, number_serial integer, added_at timestamptz)
language sql stable security definer set search_path = public as $$
  select mine.sha256::text, mine.look, other.look, f.issue_id, i.number_year, i.number_serial, f.added_at
  from files mine
  join issue_files f on f.county_code = county and f.issue_id = issue
  join files other on other.county_code = county and other.sha256 = f.sha256
  join issues i on i.county_code = county and i.id = f.issue_id
  where mine.county_code = county and county = app_county_code() and mine.sha256 = any (digests)
    and mine.look is not null and other.look is not null and other.sha256 <> mine.sha256
  union all
  select mine.sha256::text, mine.look, other.look, f.issue_id, i.number_year, i.number_serial, f.added_at
  from files mine
  join files other on other.county_code = county and other.look_quarters && mine.look_quarters and other.sha256 <> mine.sha256
  join issue_files f on f.county_code = county and f.sha256 = other.sha256 and f.issue_id <> issue
  join issues i on i.county_code = county and i.id = f.issue_id
  where mine.county_code = county and county = app_county_code() and mine.sha256 = any (digests)
  limit 2000
$$;
revoke execute on function pictures_to_compare(char, text, text[]) from public;
grant execute on function pictures_to_compare(char, text, text[]) to qingshan_app;

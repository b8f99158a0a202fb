-- Who stood in the fixer's line of command when the problem was put right: a superior taken away afterwards, or a post
-- handed over, makes nobody independent.
alter table issue_fixers add column in_line text[] not null default '{}';
grant update (in_line) on issue_fixers to qingshan_app;

-- Functions that look past row security answer for the county of the reach only, whatever county they are asked for.
create or replace function issues_with_words(county char(6), words text[], most integer) returns setof text
language plpgsql stable security definer set search_path = public as $$
begin
  return query execute
    'select id from issues where county_code = $1 and $1 = app_county_code() and text_pairs(title || '' '' || description) @> $2
       and (title || '' '' || description) ilike all ($3) limit $4'
    using county, (select coalesce(array_agg(distinct pair), '{}') from unnest(words) word, unnest(text_pairs(word)) pair),
      (select array_agg('%' || regexp_replace(word, '([\\%_])', '\\\1', 'g') || '%') from unnest(words) word), most;
end $$;

create or replace function towns_of_parties(county char(6), posts text[]) returns setof char(12)
language sql stable security definer set search_path = public as $$
  select distinct town_code from issues where county_code = county and county = app_county_code() and party_posts && posts and town_code is not null
$$;

create or replace function issues_of_parties(county char(6), posts text[]) returns setof text
language sql stable security definer set search_path = public as $$
  select id from issues where county_code = county and county = app_county_code() and party_posts && posts order by raised_at desc limit 2000
$$;

create or replace function files_used_before(county char(6), issue text, digests text[]) returns setof text
language sql stable security definer set search_path = public as $$
  select here.sha256::text from issue_files here
  where here.county_code = county and county = app_county_code() and here.issue_id = issue and here.sha256 = any (digests)
    and exists (select 1 from issue_files f where f.county_code = county and f.sha256 = here.sha256 and f.issue_id <> issue and f.added_at < here.added_at)
$$;

create or replace function file_uses(county char(6), digests text[], except_issue text) returns table (sha256 text, number_year integer, number_serial integer)
language sql stable security definer set search_path = public as $$
  select f.sha256::text, i.number_year, i.number_serial
  from issue_files f join issues i on i.county_code = f.county_code and i.id = f.issue_id
  where f.county_code = county and county = app_county_code() and f.sha256 = any (digests) and f.issue_id <> except_issue
  order by i.number_year, i.number_serial limit 20
$$;

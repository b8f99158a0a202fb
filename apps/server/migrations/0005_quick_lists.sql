-- Lists of a large ledger stay quick: row security that the planner can estimate, a word index for Chinese.

-- Of the column's own type: compared as text, the county counted as one row in two hundred, and the planner sorted
-- whole ledgers instead of following an index.
create function app_county_code() returns char(6) language sql stable parallel safe as $$ select coalesce(current_setting('app.county', true), '')::char(6) $$;

alter policy journal_add on journal with check (county_code = app_county_code());
alter policy journal_batches_county on journal_batches using (county_code = app_county_code());
alter policy journal_leaves_county on journal_leaves using (county_code = app_county_code());
alter policy files_county on files using (county_code = app_county_code());
alter policy notices_mine on notices using (county_code = app_county_code() and (person_id = app_person() or app_reach() @> array['']));
alter policy notices_read on notices using (county_code = app_county_code() and person_id = app_person());
alter policy notices_add on notices with check (county_code = app_county_code());
alter policy issue_numbers_county on issue_numbers using (county_code = app_county_code());
alter policy county_settings_county on county_settings using (county_code = app_county_code());
alter policy people_county on people using (county_code = app_county_code());
alter policy sign_in_locks_county on sign_in_locks using (county_code = app_county_code());
alter policy login_log_county on login_log using (county_code = app_county_code());
alter policy places_county on places using (county_code = app_county_code());
alter policy town_settings_county on town_settings using (county_code = app_county_code());
alter policy zones_county on zones using (county_code = app_county_code());
alter policy zone_villages_county on zone_villages using (county_code = app_county_code());
alter policy reaches_county on reaches using (county_code = app_county_code());
alter policy reach_villages_county on reach_villages using (county_code = app_county_code());
alter policy posts_county on posts using (county_code = app_county_code());
alter policy terms_county on terms using (county_code = app_county_code());
alter policy issue_reporters_reach on issue_reporters using (county_code = app_county_code() and exists (select 1 from issues i where i.county_code = issue_reporters.county_code and i.id = issue_id));
alter policy issue_files_reach on issue_files using (county_code = app_county_code() and exists (select 1 from issues i where i.county_code = issue_files.county_code and i.id = issue_id));
alter policy issue_fixers_county on issue_fixers using (county_code = app_county_code());
alter policy issue_acts_county on issue_acts using (county_code = app_county_code());
alter policy journal_read on journal using (county_code = app_county_code()
  and ((select app_reach()) @> array[''] or place_code ^@ any ((select app_reach())::text[])
    or (subject_type = 'issue' and exists (select 1 from issues i where i.county_code = journal.county_code and i.id = subject_id))));

-- `case`: who sees the whole county is through at the first question, and the planner takes it for one row in two.
alter policy issues_reach on issues using (
  county_code = app_county_code()
  and case when (select app_reach()) && array['', county_code::text] then true
    else place_code ^@ any ((select app_reach())::text[]) or kind = any ((select app_kinds())::text[]) or party_posts && (select app_posts()) end
);

drop function app_county();

-- Open problems of a kind close by.
create index issues_kind_place on issues (county_code, kind, place_code, raised_at desc) where is_open;
create index issues_kind_lat on issues (county_code, kind, lat) where is_open;
create index issues_closed on issues (county_code, closed_at) where closed_at is not null;
create index issues_kind_raised on issues (county_code, kind, raised_at desc, id desc);

-- Chinese words have mostly two characters, too short for trigrams: texts are indexed by their pairs of characters.
create function text_pairs(words text) returns text[] language sql immutable strict parallel safe as $$
  select coalesce(array_agg(distinct pair), '{}') from (
    select letter || lead(letter) over (order by place) as pair
    from unnest(string_to_array(lower(words), null)) with ordinality as letters (letter, place)
  ) pairs where pair is not null
$$;
drop index issues_words;
create index issues_pairs on issues using gin (text_pairs(title || ' ' || description));

-- Asked with every list: no pending entries to read through.
alter index issues_parties set (fastupdate = off);
select gin_clean_pending_list('issues_parties');

-- Ids of problems with all words, at most so many; in no order. Planned with the words themselves: rare ones by the
-- index, frequent ones by reading until enough are found. Ids only: whoever uses them reads under row security.
drop function issues_with_words(char, text[], integer);
create function issues_with_words(county char(6), words text[], most integer) returns setof text
language plpgsql stable security definer set search_path = public as $$
begin
  return query execute
    'select id from issues where county_code = $1 and text_pairs(title || '' '' || description) @> $2
       and (title || '' '' || description) ilike all ($3) limit $4'
    using county, (select coalesce(array_agg(distinct pair), '{}') from unnest(words) word, unnest(text_pairs(word)) pair),
      (select array_agg('%' || regexp_replace(word, '([\\%_])', '\\\1', 'g') || '%') from unnest(words) word), most;
end $$;
revoke execute on function issues_with_words(char, text[], integer) from public;
grant execute on function issues_with_words(char, text[], integer) to qingshan_app;

-- After a large import: the word index takes in what it put aside, the planner learns the new size; owner's work.
create function settle_issues() returns void language plpgsql security definer set search_path = public as $$
begin
  perform gin_clean_pending_list('issues_pairs');
  analyze issues;
  analyze journal;
end $$;
revoke execute on function settle_issues() from public;
grant execute on function settle_issues() to qingshan_app;

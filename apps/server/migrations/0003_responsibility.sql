-- Responsibility: divisions of China and places below the village, posts and terms, zones, river reaches.

-- Reference table, the same for every county: one row per code and edition.
create table divisions (
  code char(12) not null,
  edition text not null,
  level smallint not null check (level between 1 and 5),
  -- town, sub_district, township, ethnic_township, sumu …; villagers, residents …
  kind text not null,
  name text not null,
  official_name text not null,
  parent_code char(12),
  is_current boolean not null,
  lon double precision,
  lat double precision,
  -- GeoJSON Polygon or MultiPolygon, WGS84.
  boundary text,
  box box,
  primary key (code, edition),
  check (boundary is null or boundary::jsonb ? 'coordinates')
);
create unique index divisions_current on divisions (code) where is_current;
create index divisions_name on divisions using gin (name gin_trgm_ops);
create index divisions_parent on divisions (parent_code) where is_current;
create index divisions_box on divisions using gist (box) where box is not null;

-- Which edition was brought in for what part of China: rows of older editions there are no longer current.
create table division_editions (
  edition text not null,
  -- Prefix of codes.
  under text not null,
  source text not null,
  imported_at timestamptz not null,
  primary key (edition, under)
);

-- Below the village: groups, households, grids, hillside plots.
create table places (
  county_code char(6) not null,
  code text not null check (code ~ '^\d{12}(G\d{2,3}(H\d{3,4})?|W\d{2,3}|P\d{2,3})$' and left(code, 6) = county_code),
  kind text not null check (kind in ('group', 'household', 'grid', 'plot')),
  name text not null,
  village_code text not null,
  parent_code text not null,
  -- The grid that covers it, where the town has drawn one.
  grid_code text,
  lon double precision,
  lat double precision,
  boundary text check (boundary is null or boundary::jsonb ? 'coordinates'),
  box box,
  primary key (county_code, code),
  foreign key (county_code, grid_code) references places (county_code, code)
);
create index places_parent on places (county_code, parent_code);
create index places_village on places (county_code, village_code);
create index places_name on places using gin (name gin_trgm_ops);
create index places_box on places using gist (county_code, box) where box is not null;

create table town_settings (
  county_code char(6) not null,
  town_code text not null,
  shows_phones boolean not null default false,
  primary key (county_code, town_code)
);

-- Functional zones of a town, each spanning villages.
create table zones (
  county_code char(6) not null,
  id text not null,
  name text not null,
  kind text not null,
  town_code text not null,
  primary key (county_code, id)
);
create table zone_villages (
  county_code char(6) not null,
  zone_id text not null,
  village_code text not null,
  primary key (county_code, zone_id, village_code),
  foreign key (county_code, zone_id) references zones (county_code, id)
);
create index zone_villages_village on zone_villages (county_code, village_code);

create table reaches (
  county_code char(6) not null,
  id text not null,
  river text not null,
  name text not null,
  length_km double precision,
  -- GeoJSON LineString or MultiLineString, WGS84.
  line text check (line is null or line::jsonb ? 'coordinates'),
  primary key (county_code, id)
);
create table reach_villages (
  county_code char(6) not null,
  reach_id text not null,
  village_code text not null,
  primary key (county_code, reach_id, village_code),
  foreign key (county_code, reach_id) references reaches (county_code, id)
);
create index reach_villages_village on reach_villages (county_code, village_code);

create table posts (
  county_code char(6) not null,
  id text not null,
  kind text not null,
  title text not null,
  place_code text not null,
  zone_id text,
  reach_id text,
  reports_to_id text,
  single boolean not null,
  -- Kinds of problem or categories that a department answers for; null: none named.
  issue_kinds text[],
  extra_duties text[] not null default '{}',
  created_on date not null,
  primary key (county_code, id),
  unique (county_code, id, single),
  foreign key (county_code, zone_id) references zones (county_code, id),
  foreign key (county_code, reach_id) references reaches (county_code, id),
  foreign key (county_code, reports_to_id) references posts (county_code, id),
  check (zone_id is null or reach_id is null),
  check (reports_to_id <> id)
);
create index posts_place on posts (county_code, place_code text_pattern_ops);
create index posts_zone on posts (county_code, zone_id) where zone_id is not null;
create index posts_reach on posts (county_code, reach_id) where reach_id is not null;
create index posts_reports_to on posts (county_code, reports_to_id);

create table terms (
  county_code char(6) not null,
  id text not null,
  post_id text not null,
  person_id text not null,
  -- As the post says: carried here so that the database itself refuses two holders.
  single boolean not null,
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  ended_reason text,
  primary key (county_code, id),
  foreign key (county_code, post_id, single) references posts (county_code, id, single),
  foreign key (county_code, person_id) references people (county_code, id),
  constraint terms_one_holder exclude using gist (county_code with =, post_id with =, during with &&) where (single),
  constraint terms_same_person exclude using gist (county_code with =, post_id with =, person_id with =, during with &&)
);
create index terms_person on terms (county_code, person_id);

-- Reference data is written by the application's own commands; no row of it is ever deleted.
grant select, insert, update on divisions, division_editions to qingshan_app;
grant select, insert, update on places, town_settings, zones, reaches, posts to qingshan_app;
grant select, insert, delete on zone_villages, reach_villages to qingshan_app;
grant select, insert, update (during, ended_reason) on terms to qingshan_app;

-- Who answers where is known in the whole county.
alter table places enable row level security;
create policy places_county on places to qingshan_app using (county_code = app_county());
alter table town_settings enable row level security;
create policy town_settings_county on town_settings to qingshan_app using (county_code = app_county());
alter table zones enable row level security;
create policy zones_county on zones to qingshan_app using (county_code = app_county());
alter table zone_villages enable row level security;
create policy zone_villages_county on zone_villages to qingshan_app using (county_code = app_county());
alter table reaches enable row level security;
create policy reaches_county on reaches to qingshan_app using (county_code = app_county());
alter table reach_villages enable row level security;
create policy reach_villages_county on reach_villages to qingshan_app using (county_code = app_county());
alter table posts enable row level security;
create policy posts_county on posts to qingshan_app using (county_code = app_county());
alter table terms enable row level security;
create policy terms_county on terms to qingshan_app using (county_code = app_county());

-- Posts that a person holds on a day, with the villages of zone or reach: asked on every request, before any reach is known.
create function posts_held(county char(6), person text, on_day date)
returns table (post_id text, kind text, title text, place_code text, issue_kinds text[], villages text[])
language sql stable security definer set search_path = public as $$
  select p.id, p.kind, p.title, p.place_code, p.issue_kinds,
    coalesce(
      (select array_agg(v.village_code order by v.village_code) from zone_villages v where v.county_code = county and v.zone_id = p.zone_id),
      (select array_agg(v.village_code order by v.village_code) from reach_villages v where v.county_code = county and v.reach_id = p.reach_id))
  from terms t join posts p on p.county_code = county and p.id = t.post_id
  where t.county_code = county and t.person_id = person and t.during @> on_day
  order by p.id
$$;
revoke execute on function posts_held(char, text, date) from public;
grant execute on function posts_held(char, text, date) to qingshan_app;

-- After a large import: the name index takes in what it put aside, the planner learns the new size; owner's work.
create function settle_divisions() returns void language plpgsql security definer
set search_path = public set maintenance_work_mem = '128MB' as $$
begin
  perform gin_clean_pending_list('divisions_name');
  analyze divisions;
end $$;
revoke execute on function settle_divisions() from public;
grant execute on function settle_divisions() to qingshan_app;

-- A village lies in one zone. One that was put into two stays in the zone that its page has shown; the journal tells it.
with surplus as (
  delete from zone_villages v using zone_villages kept
  where kept.county_code = v.county_code and kept.village_code = v.village_code and kept.zone_id < v.zone_id
  returning v.county_code, v.zone_id, v.village_code
)
insert into journal (county_code, kind, subject_type, subject_id, place_code, at, details)
select z.county_code, 'zone.save', 'zone', z.id, z.town_code, now(), json_build_object(
  'villages', array(
    select v.village_code from zone_villages v where v.county_code = z.county_code and v.zone_id = z.id
      and v.village_code not in (select s.village_code from surplus s where s.county_code = z.county_code and s.zone_id = z.id)
    order by v.village_code),
  'leftToOtherZones', (select json_agg(s.village_code order by s.village_code) from surplus s where s.county_code = z.county_code and s.zone_id = z.id)
)::text
from zones z where (z.county_code, z.id) in (select county_code, zone_id from surplus);

alter table zone_villages add constraint zone_villages_one_zone unique (county_code, village_code);
drop index zone_villages_village;

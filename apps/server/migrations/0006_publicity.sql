-- The deadline of a problem handed down is met when the town applies for closing; public notices can be read by anyone.

-- When the town said that it is done; the time that inspectors and public notice take is not the town's.
alter table issues add column answered_at timestamptz;
update issues i set answered_at = (
  select max(j.at) from journal j where j.county_code = i.county_code and j.subject_id = i.id and j.kind = 'issue.applyClose')
where i.state in ('closeApplied', 'inspected', 'publicized');

create index issues_publicity on issues (county_code, publicity_until desc) where publicity_until is not null;

-- Insights: taking part in activities counts towards the monthly return, beside the visits. One line per person and session.
create view insights.activity_lines with (security_invoker = true) as
  select a.org_id, a.session_id, a.registration_id, a.happened_on, a.minutes, a.person_id, a.role, s.name as activity, f.community_id, f.birth_on, f.disability_type,
    exists (select from people.role_facts r where r.org_id = a.org_id and r.person_id = a.person_id and r.role = 'carer'
      and r.from_on <= a.happened_on and (r.until_on is null or r.until_on > a.happened_on)) as carer
  from activities.attendance_facts a
  join activities.series s on s.org_id = a.org_id and s.id = a.series_id
  join people.person_facts f on f.org_id = a.org_id and f.person_id = a.person_id
  where a.role <> 'volunteer';
grant select on insights.activity_lines to linli_app;

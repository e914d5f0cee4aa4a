-- Group work counts towards the monthly return like activities: one line for each member and session, from the last word of its log. Whoever leads the
-- group for the organisation is no member; nothing is typed a second time.
create view groups.attendance_facts with (security_invoker = true) as
  select l.org_id, l.session_id, k.member_id, m.group_id, l.held_on as happened_on, i.survivor_id as person_id, g.name,
    (select p.minutes from groups.sessions p where p.org_id = l.org_id and p.id = l.session_id order by p.revision desc limit 1) as minutes
  from groups.logs l
  join groups.marks k on k.org_id = l.org_id and k.session_id = l.session_id and k.revision = l.revision
  join groups.members m on m.org_id = k.org_id and m.id = k.member_id
  join groups.groups g on g.org_id = m.org_id and g.id = m.group_id
  join people.identities i on i.org_id = m.org_id and i.person_id = m.person_id
  where k.state in ('present', 'late')
    and not exists (select from groups.logs n where n.org_id = l.org_id and n.session_id = l.session_id and n.revision > l.revision)
    -- Two memberships of records since merged are one person-time.
    and not exists (select from groups.marks o join groups.members om on om.org_id = o.org_id and om.id = o.member_id
      join people.identities oi on oi.org_id = om.org_id and oi.person_id = om.person_id
      where o.org_id = k.org_id and o.session_id = k.session_id and o.revision = k.revision and o.state in ('present', 'late') and oi.survivor_id = i.survivor_id and o.member_id < k.member_id);
grant select on groups.attendance_facts to linli_app;
create index logs_by_day on groups.logs (org_id, held_on);

create or replace view insights.activity_lines with (security_invoker = true) as
  select a.org_id, a.session_id, a.registration_id, a.happened_on, a.minutes, a.person_id, a.role, s.name as activity, f.community_id, f.birth_on, f.disability_type,
    exists (select from people.role_facts r where r.org_id = a.org_id and r.person_id = a.person_id and r.role = 'carer'
      and r.from_on <= a.happened_on and (r.until_on is null or r.until_on > a.happened_on)) as carer, 'activity' as source
  from activities.attendance_facts a
  join activities.series s on s.org_id = a.org_id and s.id = a.series_id
  join people.person_facts f on f.org_id = a.org_id and f.person_id = a.person_id
  where a.role <> 'volunteer'
union all
  select g.org_id, g.session_id, g.member_id, g.happened_on, g.minutes, g.person_id, 'participant', g.name, f.community_id, f.birth_on, f.disability_type,
    exists (select from people.role_facts r where r.org_id = g.org_id and r.person_id = g.person_id and r.role = 'carer'
      and r.from_on <= g.happened_on and (r.until_on is null or r.until_on > g.happened_on)), 'group'
  from groups.attendance_facts g
  join people.person_facts f on f.org_id = g.org_id and f.person_id = g.person_id;

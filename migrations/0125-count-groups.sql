-- Published facts of groups: a line for each day somebody came, and in which part; from when somebody helps in or leads a group.
create view groups.part_facts with (security_invoker = true) as
  select k.org_id, i.survivor_id as person_id, m.group_id, l.held_on as on_day,
    coalesce((select e.part from groups.member_events e where e.org_id = k.org_id and e.member_id = k.member_id and e.kind = 'part' and e.on_day < l.held_on order by e.number desc limit 1), 'member') as part
  from groups.marks k
  join groups.logs l on l.org_id = k.org_id and l.session_id = k.session_id and l.revision = k.revision
  join groups.members m on m.org_id = k.org_id and m.id = k.member_id
  join people.identities i on i.org_id = m.org_id and i.person_id = m.person_id
  where k.state in ('present', 'late')
    and not exists (select from groups.logs n where n.org_id = l.org_id and n.session_id = l.session_id and n.revision > l.revision)
union all
  select e.org_id, i.survivor_id, m.group_id, e.on_day, e.part
  from groups.member_events e
  join groups.members m on m.org_id = e.org_id and m.id = e.member_id
  join people.identities i on i.org_id = m.org_id and i.person_id = m.person_id
  where e.kind = 'part' and e.part <> 'member';
grant select on groups.part_facts to linli_app;

-- Memberships by the record that stands for the person now.
create view groups.memberships with (security_invoker = true) as
  select m.org_id, i.survivor_id as person_id, m.id, m.group_id, m.joined_on, m.why, g.name, g.worker_account
  from groups.members m
  join groups.groups g on g.org_id = m.org_id and g.id = m.group_id
  join people.identities i on i.org_id = m.org_id and i.person_id = m.person_id;
grant select on groups.memberships to linli_app;

-- The ladder counts them: nothing is typed a second time.
create or replace view pathways.days with (security_invoker = true) as
  select c.org_id, i.survivor_id as person_id, 'helped' as step, e.on_day, 'case' as source, c.id as source_id
  from casework.cases c
  join casework.case_events e on e.org_id = c.org_id and e.case_id = c.id and e.number = 1
  join people.identities i on i.org_id = c.org_id and i.person_id = c.person_id
union all
  select p.org_id, i.survivor_id, 'helped', p.began_on, 'pair', p.pair_id
  from matching.pair_facts p join people.identities i on i.org_id = p.org_id and i.person_id = p.resident_id where p.began_on is not null
union all
  select s.org_id, s.survivor_id, 'helped', f.happened_on, 'service', s.encounter_id
  from encounters.part_facts s join encounters.encounter_facts f on f.org_id = s.org_id and f.encounter_id = s.encounter_id and f.revision = s.revision
  where s.role = 'client'
union all
  select a.org_id, a.person_id, case a.role when 'volunteer' then 'helping' else 'joined' end, a.happened_on, 'session', a.session_id
  from activities.attendance_facts a where a.role in ('participant', 'volunteer') and a.person_id is not null
union all
  select p.org_id, i.survivor_id, 'helping', p.began_on, 'pair', p.pair_id
  from matching.pair_facts p join people.identities i on i.org_id = p.org_id and i.person_id = p.helper_id where p.began_on is not null
union all
  select h.org_id, i.survivor_id, 'helping', h.happened_on, 'hours', h.entry_id
  from hours.hour_facts h join people.identities i on i.org_id = h.org_id and i.person_id = h.person_id
union all
  select e.org_id, i.survivor_id, e.step, e.from_on, 'episode', e.id
  from pathways.episodes e join people.identities i on i.org_id = e.org_id and i.person_id = e.person_id
  where not exists (select from pathways.episode_ends x where x.org_id = e.org_id and x.episode_id = e.id and x.kind = 'withdrawn')
union all
  select g.org_id, g.person_id, case g.part when 'lead' then 'leading' when 'helper' then 'helping' else 'joined' end, g.on_day, 'group', g.group_id
  from groups.part_facts g;

-- The monthly return counts service records beside friends' meetings: a line per client or carer served, and a line per volunteer
-- who gave time, described by whom the service was first for. No line holds both, so neither is counted twice.
create or replace view insights.service_lines with (security_invoker = true) as
  select v.org_id, v.visit_id, v.happened_on, v.minutes, v.mode, v.pair_id, i.survivor_id as resident_id, h.survivor_id as helper_id,
    f.community_id, f.birth_on, f.disability_type,
    exists (select from people.role_facts r where r.org_id = v.org_id and r.person_id = i.survivor_id and r.role = 'carer'
      and r.from_on <= v.happened_on and (r.until_on is null or r.until_on > v.happened_on)) as carer
  from visits.visit_facts v
  join people.identities i on i.org_id = v.org_id and i.person_id = v.resident_id
  join people.identities h on h.org_id = v.org_id and h.person_id = v.helper_id
  join people.person_facts f on f.org_id = v.org_id and f.person_id = i.survivor_id
union all
  select e.org_id, e.encounter_id, e.happened_on, e.minutes, e.mode, null, i.survivor_id, null,
    f.community_id, f.birth_on, f.disability_type, p.role = 'carer'
  from encounters.encounter_facts e
  join encounters.participants p on p.org_id = e.org_id and p.encounter_id = e.encounter_id and p.revision = e.revision and p.role in ('client', 'carer')
  join people.identities i on i.org_id = p.org_id and i.person_id = p.person_id
  join people.person_facts f on f.org_id = p.org_id and f.person_id = i.survivor_id
union all
  select e.org_id, e.encounter_id, e.happened_on, e.minutes, e.mode, null, null, i.survivor_id,
    f.community_id, f.birth_on, f.disability_type, served.role = 'carer'
  from encounters.encounter_facts e
  join encounters.participants p on p.org_id = e.org_id and p.encounter_id = e.encounter_id and p.revision = e.revision and p.role = 'volunteer'
  join people.identities i on i.org_id = p.org_id and i.person_id = p.person_id
  cross join lateral (select s.person_id, s.role from encounters.participants s
    where s.org_id = e.org_id and s.encounter_id = e.encounter_id and s.revision = e.revision and s.role in ('client', 'carer') order by s.position limit 1) served
  join people.identities si on si.org_id = e.org_id and si.person_id = served.person_id
  join people.person_facts f on f.org_id = e.org_id and f.person_id = si.survivor_id;

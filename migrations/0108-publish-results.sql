-- Results (成效) are counted from what is written down anyway. What was not published before is published here: no name, no words.
create view people.care_facts with (security_invoker = true) as
  select r.org_id, coalesce(c.merged_into, c.id) as carer_id, coalesce(p.merged_into, p.id) as person_id, m.from_on, m.until_on
  from people.relationships r
  join people.relationship_marks m on m.org_id = r.org_id and m.relationship_id = r.id and m.kind = 'carer'
  join people.persons c on c.org_id = r.org_id and c.id = r.other_id
  join people.persons p on p.org_id = r.org_id and p.id = r.person_id;
comment on view people.care_facts is 'Who cares (照顾) for whom, from a day to a day (exclusive), by the records that stand for them now. Carers known by name only are not in it.';
grant select on people.care_facts to linli_app;

create view casework.programme_facts with (security_invoker = true) as select org_id, id as programme_id, name from casework.programmes;
grant select on casework.programme_facts to linli_app;

-- Goals of every settled version; the version with the highest number settled by a day is the one in force on it.
create view planning.goal_facts with (security_invoker = true) as
  select g.org_id, g.plan_id, p.case_id, i.survivor_id, g.version, v.settled_on, p.ended_on, g.goal_id, g.baseline_level, g.weight
  from planning.goals g
  join planning.versions v on v.org_id = g.org_id and v.plan_id = g.plan_id and v.number = g.version and v.settled_on is not null
  join planning.plans p on p.org_id = g.org_id and p.id = g.plan_id
  join people.identities i on i.org_id = p.org_id and i.person_id = p.person_id;
grant select on planning.goal_facts to linli_app;

create view planning.rating_facts with (security_invoker = true) as select org_id, plan_id, goal_id, number, level, on_day from planning.ratings;
grant select on planning.rating_facts to linli_app;

-- Whom results are counted of: whoever does not let their data be kept is not among them.
create view insights.result_persons with (security_invoker = true) as
  select f.org_id, f.person_id, f.birth_on, f.disability_type
  from people.person_facts f join people.persons p on p.org_id = f.org_id and p.id = f.person_id where p.withheld_on is null;
grant select on insights.result_persons to linli_app;

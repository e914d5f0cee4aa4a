-- People: who lives together, and who is guardian or carer or may (not) be contacted, as dated rows. Migrations only move forward (decision 0004).
create table people.households (
  org_id       uuid not null,
  id           uuid not null default gen_random_uuid(),
  recorded_at  timestamptz not null default clock_timestamp(),
  primary key (org_id, id)
);
comment on table people.households is 'Who lives together (户): its members are dated rows, it has nothing of its own.';
call platform.guard_table('people.households', 'select, insert');

create table people.household_members (
  org_id           uuid not null,
  id               uuid not null default gen_random_uuid(),
  household_id     uuid not null,
  person_id        uuid,
  relationship_id  uuid,
  from_on          date,
  until_on         date,
  recorded_by      uuid not null,
  recorded_by_name text not null,
  recorded_at      timestamptz not null default clock_timestamp(),
  primary key (org_id, id),
  constraint household_members_household foreign key (org_id, household_id) references people.households (org_id, id),
  constraint household_members_person foreign key (org_id, person_id) references people.persons (org_id, id),
  constraint household_members_relationship foreign key (org_id, relationship_id) references people.relationships (org_id, id) on delete cascade,
  constraint household_members_one_of_both check ((person_id is null) <> (relationship_id is null)),
  constraint household_members_in_order check (until_on is null or from_on is null or until_on >= from_on)
);
comment on column people.household_members.relationship_id is 'For a relative known by name only; once they have a record of their own, the relationship leads to it.';
comment on column people.household_members.until_on is 'First day on which they no longer live there.';
create index household_members_of_household on people.household_members (org_id, household_id);
create index household_members_of_person on people.household_members (org_id, person_id) where person_id is not null;
create index household_members_of_relationship on people.household_members (org_id, relationship_id) where relationship_id is not null;
call platform.guard_table('people.household_members', 'select, insert, update');

create table people.relationship_marks (
  org_id           uuid not null,
  id               uuid not null default gen_random_uuid(),
  relationship_id  uuid not null,
  kind             text not null constraint relationship_marks_kind_known check (kind in ('guardian', 'carer', 'may_contact', 'must_not_contact')),
  from_on          date,
  until_on         date,
  primary key (org_id, id),
  constraint relationship_marks_relationship foreign key (org_id, relationship_id) references people.relationships (org_id, id) on delete cascade,
  constraint relationship_marks_in_order check (until_on is null or from_on is null or until_on >= from_on)
);
comment on table people.relationship_marks is 'What the other of a relationship is or may be from a day to a day: guardian (监护人), carer (照顾者), to be contacted or never to be contacted about the person.';
comment on column people.relationship_marks.until_on is 'First day on which it no longer holds; null while it does.';
create unique index relationship_marks_once on people.relationship_marks (org_id, relationship_id, kind) where until_on is null;
create index relationship_marks_of_relationship on people.relationship_marks (org_id, relationship_id);
call platform.guard_table('people.relationship_marks');

-- What stood on the relationship itself becomes rows of its own.
alter table people.relationships no force row level security;
alter table people.relationship_marks no force row level security;
insert into people.relationship_marks (org_id, relationship_id, kind, from_on, until_on)
select r.org_id, r.id, m.kind, r.from_on, r.until_on from people.relationships r
cross join lateral (values ('guardian', r.is_guardian), ('carer', r.is_carer), ('may_contact', r.contact_rule = 'may'), ('must_not_contact', r.contact_rule = 'must_not')) m (kind, holds)
where m.holds;
alter table people.relationships force row level security;
alter table people.relationship_marks force row level security;
alter table people.relationships drop column is_guardian, drop column is_carer, drop column contact_rule;

-- Cases: with where the person lives now and whether their data may be kept, for lists to filter by.
create or replace view casework.case_facts with (security_invoker = true) as
  select c.org_id, c.id as case_id, c.reference, c.person_id, i.survivor_id, c.population, c.programme_id, c.origin_kind, c.origin_id, s.version, s.episode, s.stage, s.standing,
    s.worker_id, s.team_id, s.opened_on, s.closed_on, s.closing_reason, s.since_on, s.review_on, s.paused_until,
    s.pending_kind, s.pending_step, s.pending_worker, s.pending_team, s.pending_by, s.pending_on,
    p.community_id, p.withheld_on
  from casework.cases c
  join casework.case_states s on s.org_id = c.org_id and s.case_id = c.id
  join people.identities i on i.org_id = c.org_id and i.person_id = c.person_id
  join people.persons p on p.org_id = c.org_id and p.id = i.survivor_id;

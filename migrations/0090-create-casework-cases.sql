-- Casework: cases from intake to closure (MZ/T 094-2017). Migrations only move forward (decision 0004).

-- Who works together; membership is dated, so that access of a past day can be told.
create table casework.teams (
  org_id     uuid not null,
  id         uuid not null default gen_random_uuid(),
  name       text not null constraint teams_name_length check (length(name) between 1 and 40),
  closed_on  date,
  primary key (org_id, id)
);
create unique index teams_by_name on casework.teams (org_id, name) where closed_on is null;
call platform.guard_table('casework.teams', 'select, insert, update');

create table casework.team_members (
  org_id      uuid not null,
  id          uuid not null default gen_random_uuid(),
  team_id     uuid not null,
  account_id  uuid not null,
  from_on     date not null,
  until_on    date,
  primary key (org_id, id),
  constraint team_members_team foreign key (org_id, team_id) references casework.teams (org_id, id),
  constraint team_members_in_order check (until_on is null or until_on >= from_on)
);
comment on column casework.team_members.until_on is 'First day on which the account no longer belongs to the team.';
create unique index team_members_once on casework.team_members (org_id, account_id, team_id) where until_on is null;
create index team_members_of_team on casework.team_members (org_id, team_id);
call platform.guard_table('casework.team_members', 'select, insert, update');

create table casework.programmes (
  org_id     uuid not null,
  id         uuid not null default gen_random_uuid(),
  name       text not null constraint programmes_name_length check (length(name) between 1 and 80),
  closed_on  date,
  primary key (org_id, id)
);
comment on table casework.programmes is 'What cases are worked under, e.g. a project of a funder; a case may have none.';
create unique index programmes_by_name on casework.programmes (org_id, name) where closed_on is null;
call platform.guard_table('casework.programmes', 'select, insert, update');

-- The organisation's own rules for its cases. A change is a new version.
create table casework.case_policies (
  org_id       uuid not null,
  version      integer not null constraint case_policies_version_positive check (version > 0),
  from_on      date not null,
  approvals    text[] not null constraint case_policies_approvals_known check (approvals <@ array['accept', 'plan', 'close', 'transfer', 'reopen']),
  review_days  jsonb not null,
  note         text not null default '' constraint case_policies_note_length check (length(note) <= 500),
  by           uuid not null,
  by_name      text not null,
  at           timestamptz not null default clock_timestamp(),
  primary key (org_id, version)
);
comment on column casework.case_policies.approvals is 'Steps that a supervisor has to approve; see src/casework/model/cases/policy.ts';
comment on column casework.case_policies.review_days is 'Stage to whole days a case may stand in it without a review.';
call platform.guard_table('casework.case_policies', 'select, insert');

-- What never changes about a case. One person may have several, also at once.
create table casework.cases (
  org_id           uuid not null,
  id               uuid not null default gen_random_uuid(),
  reference        text not null,
  person_id        uuid not null,
  population       text not null constraint cases_population_known check (population in ('disabled_youth', 'disabled_adult', 'carer', 'elder', 'child', 'resident')),
  programme_id     uuid,
  origin_kind      text not null constraint cases_origin_known check (origin_kind in ('person', 'enquiry', 'register', 'organization', 'snowball', 'visit')),
  origin_id        uuid,
  origin_words     text not null default '' constraint cases_origin_words_length check (length(origin_words) <= 300),
  opened_by        uuid not null,
  opened_by_name   text not null,
  opened_at        timestamptz not null default clock_timestamp(),
  primary key (org_id, id),
  constraint cases_reference_unique unique (org_id, reference),
  constraint cases_person foreign key (org_id, person_id) references people.persons (org_id, id),
  constraint cases_programme foreign key (org_id, programme_id) references casework.programmes (org_id, id)
);
comment on column casework.cases.reference is 'Year and number within it (个案编号), e.g. 2026-0012.';
comment on column casework.cases.origin_kind is 'How they came: by themselves or a colleague, a public enquiry, the register, another organisation, a neighbour''s referral, a visit.';
comment on column casework.cases.origin_id is 'The enquiry, referral or visit they came from, where there is a record.';
create index cases_of_person on casework.cases (org_id, person_id);
create index cases_by_origin on casework.cases (org_id, origin_kind, origin_id) where origin_id is not null;
call platform.guard_table('casework.cases', 'select, insert');

-- What happened with a case, numbered per case: two changes at once clash on the number, so neither overwrites the other.
create table casework.case_events (
  org_id     uuid not null,
  case_id    uuid not null,
  number     integer not null constraint case_events_number_positive check (number > 0),
  kind       text not null constraint case_events_kind_known check (kind in ('opened', 'advanced', 'went_back', 'paused', 'resumed', 'closed', 'reopened', 'reviewed',
    'approval_asked', 'approval_withdrawn', 'approved', 'sent_back', 'transfer_asked', 'transfer_withdrawn', 'transfer_accepted', 'transfer_refused')),
  step       text constraint case_events_step_known check (step in ('accept', 'plan', 'close', 'transfer', 'reopen')),
  stage      text constraint case_events_stage_known check (stage in ('intake', 'assessment', 'planning', 'intervention', 'evaluation', 'closing')),
  reason     text constraint case_events_reason_form check (reason ~ '^[a-z_]{1,40}$'),
  words      text not null default '' constraint case_events_words_length check (length(words) <= 4000),
  worker_id  uuid,
  team_id    uuid,
  until_on   date,
  on_day     date not null,
  by         uuid not null,
  by_name    text not null,
  by_role    text not null,
  at         timestamptz not null default clock_timestamp(),
  primary key (org_id, case_id, number),
  constraint case_events_case foreign key (org_id, case_id) references casework.cases (org_id, id),
  constraint case_events_team foreign key (org_id, team_id) references casework.teams (org_id, id),
  constraint case_events_step_whole check ((kind = 'approval_asked') = (step is not null))
);
comment on table casework.case_events is 'Append-only. How a case stands is computed from them: src/casework/model/cases/case-state.ts';
comment on column casework.case_events.step is 'The step a supervisor is asked to approve; stage, reason, worker and team then say what it would do.';
call platform.guard_table('casework.case_events', 'select, insert');

-- How every case stands after its last event, so that lists have indexes to go by. Computed, never typed: a copy of case_events.
create table casework.case_states (
  org_id          uuid not null,
  case_id         uuid not null,
  version         integer not null,
  episode         smallint not null,
  stage           text not null,
  standing        text not null constraint case_states_standing_known check (standing in ('open', 'paused', 'closed')),
  worker_id       uuid not null,
  team_id         uuid,
  opened_on       date not null,
  closed_on       date,
  closing_reason  text,
  since_on        date not null,
  review_on       date,
  paused_until    date,
  pending_kind    text constraint case_states_pending_known check (pending_kind in ('approval', 'transfer')),
  pending_step    text,
  pending_worker  uuid,
  pending_team    uuid,
  pending_by      uuid,
  pending_on      date,
  primary key (org_id, case_id),
  constraint case_states_case foreign key (org_id, case_id) references casework.cases (org_id, id)
);
comment on column casework.case_states.since_on is 'The later of the last change of stage and the last review: from here the review term counts.';
comment on column casework.case_states.review_on is 'When a review is due at the latest; null once closed.';
create index case_states_of_worker on casework.case_states (org_id, worker_id, review_on, case_id) where standing <> 'closed';
create index case_states_of_team on casework.case_states (org_id, team_id, review_on, case_id) where standing <> 'closed';
create index case_states_by_review on casework.case_states (org_id, review_on, case_id) where standing <> 'closed';
create index case_states_by_opening on casework.case_states (org_id, opened_on desc, case_id desc);
create index case_states_waiting on casework.case_states (org_id, pending_kind, pending_on) where pending_kind is not null;
call platform.guard_table('casework.case_states', 'select, insert, update');

-- Every case as it stands, with the record that stands for the person now: no name, no words.
create view casework.case_facts with (security_invoker = true) as
  select c.org_id, c.id as case_id, c.reference, c.person_id, i.survivor_id, c.population, c.programme_id, c.origin_kind, c.origin_id, s.version, s.episode, s.stage, s.standing,
    s.worker_id, s.team_id, s.opened_on, s.closed_on, s.closing_reason, s.since_on, s.review_on, s.paused_until,
    s.pending_kind, s.pending_step, s.pending_worker, s.pending_team, s.pending_by, s.pending_on
  from casework.cases c
  join casework.case_states s on s.org_id = c.org_id and s.case_id = c.id
  join people.identities i on i.org_id = c.org_id and i.person_id = c.person_id;
grant select on casework.case_facts to linli_app;

-- Organisations that are there already: social workers have cases, supervisors answer for all of them.
alter table identity.roles no force row level security;
update identity.roles set capabilities = array_append(capabilities, 'cases.work'), version = version + 1
where key in ('supervisor', 'worker') and not 'cases.work' = any(capabilities);
update identity.roles set capabilities = array_append(capabilities, 'cases.supervise'), version = version + 1
where key = 'supervisor' and not 'cases.supervise' = any(capabilities);
alter table identity.roles force row level security;

-- Volunteering: programmes, their policies, and what is known of each volunteer. Migrations only move forward (decision 0004).
create schema volunteering;
grant usage on schema volunteering to linli_app;

create table volunteering.programmes (
  org_id         uuid not null,
  id             uuid not null default gen_random_uuid(),
  slug           text not null constraint programmes_slug_form check (slug ~ '^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$'),
  name           text not null constraint programmes_name_length check (length(name) between 1 and 80),
  summary        text not null default '' constraint programmes_summary_length check (length(summary) <= 2000),
  next_steps     text not null default '' constraint programmes_next_steps_length check (length(next_steps) <= 2000),
  contact        text not null default '' constraint programmes_contact_length check (length(contact) <= 200),
  sign_up_from   date not null,
  sign_up_until  date,
  created_at     timestamptz not null default clock_timestamp(),
  version        integer not null default 1,
  primary key (org_id, id),
  constraint programmes_slug_unique unique (org_id, slug),
  constraint programmes_end_after_start check (sign_up_until is null or sign_up_until >= sign_up_from)
);
comment on column volunteering.programmes.slug is 'Stands in the address of the public sign-up page.';
comment on column volunteering.programmes.sign_up_until is 'Last day the public page takes sign-ups; null: no end.';
comment on column volunteering.programmes.next_steps is 'Told on the thanks page: what happens next, and when.';
call platform.guard_table('volunteering.programmes', 'select, insert, update');

-- Policies are never edited: a change is a new version with its own first day.
create table volunteering.policy_versions (
  org_id                uuid not null,
  programme_id          uuid not null,
  version               smallint not null constraint policy_versions_positive check (version > 0),
  effective_on          date not null,
  grandfathering        text not null constraint policy_versions_grandfathering_known check (grandfathering in ('none', 'grace', 'keep')),
  grace_days            smallint constraint policy_versions_grace_in_range check (grace_days between 1 and 3650),
  age_bands             jsonb not null,
  unknown_age           text not null constraint policy_versions_unknown_age_known check (unknown_age in ('ask', 'adult')),
  note                  text not null default '',
  created_by            uuid not null,
  created_at            timestamptz not null default clock_timestamp(),
  primary key (org_id, programme_id, version),
  constraint policy_versions_one_a_day unique (org_id, programme_id, effective_on),
  constraint policy_versions_grace_named check ((grandfathering = 'grace') = (grace_days is not null)),
  constraint policy_versions_of_programme foreign key (org_id, programme_id) references volunteering.programmes (org_id, id)
);
comment on column volunteering.policy_versions.age_bands is 'AgeBand[] of src/volunteering/model/pathway/age-bands.ts, each with source and verified.';
call platform.guard_table('volunteering.policy_versions', 'select, insert');

create table volunteering.requirements (
  org_id         uuid not null,
  programme_id   uuid not null,
  version        smallint not null,
  key            text not null constraint requirements_key_form check (key ~ '^[a-z][a-z0-9_]{1,39}$'),
  position       smallint not null,
  kind           text not null constraint requirements_kind_known check (kind in
                   ('application', 'interview', 'training', 'screening', 'agreement', 'consent', 'insurance', 'appraisal', 'guardian_consent')),
  stage          text not null constraint requirements_stage_known check (stage in ('approval', 'placement', 'service')),
  name           text not null default '' constraint requirements_name_length check (length(name) <= 60),
  needed         smallint not null default 1 constraint requirements_needed_in_range check (needed between 1 and 50),
  valid_days     smallint constraint requirements_valid_days_in_range check (valid_days between 1 and 7300),
  exemptable     boolean not null default false,
  binds_at_once  boolean not null default false,
  primary key (org_id, programme_id, version, key),
  constraint requirements_of_version foreign key (org_id, programme_id, version) references volunteering.policy_versions (org_id, programme_id, version)
);
comment on column volunteering.requirements.name is 'As the programme calls it; empty: the usual name of its kind.';
comment on column volunteering.requirements.valid_days is 'Days the evidence holds after the day it was given; null: it does not expire.';
call platform.guard_table('volunteering.requirements', 'select, insert');

-- One person's way through one programme. Their status is computed from the facts, never stored; who they are, how to reach
-- them, what they like and what they speak stands with the person.
create table volunteering.volunteers (
  org_id             uuid not null,
  id                 uuid not null default gen_random_uuid(),
  programme_id       uuid not null,
  person_id          uuid not null,
  signed_up_at       timestamptz not null,
  affiliation        text not null default '',
  subject            text not null default '',
  area               text not null default '',
  motivation         text not null default '',
  hours_text         text not null default '',
  skills             text[] not null default '{}',
  capacity           smallint not null default 1 constraint volunteers_capacity_in_range check (capacity between 0 and 20),
  import_id          uuid,
  version            integer not null default 1,
  primary key (org_id, id),
  constraint volunteers_once_a_programme unique (org_id, programme_id, person_id),
  constraint volunteers_person foreign key (org_id, person_id) references people.persons (org_id, id),
  constraint volunteers_of_programme foreign key (org_id, programme_id) references volunteering.programmes (org_id, id)
);
comment on column volunteering.volunteers.hours_text is 'Availability in their own words; weekly_hours holds what was read from it or set since.';
comment on column volunteering.volunteers.capacity is 'How many people they are willing to befriend at a time.';
create index volunteers_by_sign_up on volunteering.volunteers (org_id, programme_id, signed_up_at desc, id desc);
create index volunteers_by_person on volunteering.volunteers (org_id, person_id);
create index volunteers_by_import on volunteering.volunteers (org_id, import_id) where import_id is not null;
call platform.guard_table('volunteering.volunteers');

create table volunteering.weekly_hours (
  org_id        uuid not null,
  volunteer_id  uuid not null,
  weekday       smallint not null constraint weekly_hours_weekday_known check (weekday between 1 and 7),
  from_time     time not null,
  to_time       time not null,
  primary key (org_id, volunteer_id, weekday, from_time),
  constraint weekly_hours_in_order check (from_time < to_time),
  constraint weekly_hours_of_volunteer foreign key (org_id, volunteer_id) references volunteering.volunteers (org_id, id) on delete cascade
);
call platform.guard_table('volunteering.weekly_hours', 'select, insert, delete');

-- Evidence, exemptions, leaving and coming back. Never changed: a correction supersedes. Only undoing an import removes rows.
create table volunteering.facts (
  org_id         uuid not null,
  id             uuid not null default gen_random_uuid(),
  volunteer_id   uuid not null,
  kind           text not null constraint facts_kind_known check (kind in ('evidence', 'exemption', 'removed', 'reinstated', 'void')),
  happened_on    date not null,
  requirement    text constraint facts_requirement_named check ((requirement is not null) = (kind in ('evidence', 'exemption'))),
  result         text constraint facts_result_known check (result in ('met', 'pending', 'refused', 'withdrawn')),
  quantity       smallint constraint facts_quantity_in_range check (quantity between 1 and 50),
  reference      text,
  last_valid_on  date,
  placement      text constraint facts_placement_known check (placement in ('service_team', 'reserve')),
  until_on       date constraint facts_until_for_exemptions check ((until_on is not null) = (kind = 'exemption')),
  reason         text not null default '' constraint facts_reason_length check (length(reason) <= 1000),
  supersedes     uuid,
  recorded_by    uuid not null,
  recorded_by_name text not null,
  recorded_at    timestamptz not null default clock_timestamp(),
  import_id      uuid,
  primary key (org_id, id),
  constraint facts_of_volunteer foreign key (org_id, volunteer_id) references volunteering.volunteers (org_id, id) on delete cascade,
  constraint facts_correct_a_fact foreign key (org_id, supersedes) references volunteering.facts (org_id, id) on delete cascade,
  constraint facts_evidence_whole check ((kind = 'evidence') = (result is not null and quantity is not null)),
  constraint facts_exemption_in_order check (until_on is null or until_on >= happened_on),
  constraint facts_void_names_one check (kind <> 'void' or supersedes is not null),
  constraint facts_say_why check (kind not in ('exemption', 'removed', 'void') or reason <> '')
);
comment on column volunteering.facts.happened_on is 'The day it holds from, in the organisation''s time zone.';
comment on column volunteering.facts.reference is 'What was attended or signed, e.g. session:<id>; the same reference counts once.';
comment on column volunteering.facts.last_valid_on is 'Where the paper itself says so; else the policy''s valid_days count.';
create index facts_by_volunteer on volunteering.facts (org_id, volunteer_id, happened_on, recorded_at);
create unique index facts_superseded_once on volunteering.facts (org_id, supersedes) where supersedes is not null;
call platform.guard_table('volunteering.facts', 'select, insert, delete');

-- What somebody sent, word for word, by the public form or a row of a sheet.
create table volunteering.sign_ups (
  org_id        uuid not null,
  id            uuid not null default gen_random_uuid(),
  volunteer_id  uuid not null,
  channel       text not null constraint sign_ups_channel_known check (channel in ('public', 'import', 'staff')),
  sent_at       timestamptz not null,
  answers       jsonb not null,
  import_id     uuid,
  import_row    integer,
  primary key (org_id, id),
  constraint sign_ups_of_volunteer foreign key (org_id, volunteer_id) references volunteering.volunteers (org_id, id) on delete cascade
);
create index sign_ups_by_volunteer on volunteering.sign_ups (org_id, volunteer_id, sent_at);
call platform.guard_table('volunteering.sign_ups', 'select, insert, delete');

-- A sheet on its way in: the file, its columns, and the instants of what became of it. State is computed from the instants.
create table volunteering.imports (
  org_id        uuid not null,
  id            uuid not null default gen_random_uuid(),
  programme_id  uuid not null,
  file_name     text not null constraint imports_file_name_length check (length(file_name) between 1 and 200),
  content       bytea,
  sheet         text not null,
  header_row    integer,
  columns       jsonb not null,
  sheet_on      date not null,
  uploaded_by   uuid not null,
  uploaded_at   timestamptz not null,
  accepted_at   timestamptz,
  accepted_by   uuid,
  undone_at     timestamptz,
  undone_by     uuid,
  result        jsonb,
  version       integer not null default 1,
  primary key (org_id, id),
  constraint imports_of_programme foreign key (org_id, programme_id) references volunteering.programmes (org_id, id)
);
comment on column volunteering.imports.sheet_on is 'The day the sheet speaks for: evidence without a day of its own counts from it.';
comment on column volunteering.imports.content is 'The file as uploaded; emptied when it is undone.';
create index imports_recent on volunteering.imports (org_id, programme_id, uploaded_at desc, id desc);
call platform.guard_table('volunteering.imports');

create table volunteering.training_sessions (
  org_id        uuid not null,
  id            uuid not null default gen_random_uuid(),
  programme_id  uuid not null,
  requirement   text not null,
  title         text not null constraint training_sessions_title_length check (length(title) between 1 and 120),
  held_on       date not null,
  from_time     time,
  minutes       smallint constraint training_sessions_minutes_in_range check (minutes between 1 and 1440),
  place         text not null default '',
  trainer       text not null default '',
  created_by    uuid not null,
  created_at    timestamptz not null default clock_timestamp(),
  cancelled_at  timestamptz,
  version       integer not null default 1,
  primary key (org_id, id),
  constraint training_sessions_of_programme foreign key (org_id, programme_id) references volunteering.programmes (org_id, id)
);
create index training_sessions_recent on volunteering.training_sessions (org_id, programme_id, held_on desc, id desc);
call platform.guard_table('volunteering.training_sessions', 'select, insert, update');

-- The latest row of a volunteer at a session counts; presence also stands as evidence in facts.
create table volunteering.training_attendance (
  org_id        uuid not null,
  session_id    uuid not null,
  volunteer_id  uuid not null,
  seq           smallint not null,
  state         text not null constraint training_attendance_state_known check (state in ('present', 'late', 'absent', 'excused')),
  recorded_by   uuid not null,
  recorded_at   timestamptz not null default clock_timestamp(),
  primary key (org_id, session_id, volunteer_id, seq),
  constraint training_attendance_of_session foreign key (org_id, session_id) references volunteering.training_sessions (org_id, id),
  constraint training_attendance_of_volunteer foreign key (org_id, volunteer_id) references volunteering.volunteers (org_id, id) on delete cascade
);
call platform.guard_table('volunteering.training_attendance', 'select, insert, delete');

create table volunteering.agreement_templates (
  org_id        uuid not null,
  id            uuid not null default gen_random_uuid(),
  programme_id  uuid not null,
  requirement   text not null,
  version       smallint not null constraint agreement_templates_version_positive check (version > 0),
  title         text not null constraint agreement_templates_title_length check (length(title) between 1 and 120),
  body          text not null constraint agreement_templates_body_length check (length(body) between 1 and 20000),
  text_hash     bytea not null constraint agreement_templates_hash_length check (length(text_hash) = 32),
  created_by    uuid not null,
  created_at    timestamptz not null default clock_timestamp(),
  primary key (org_id, id),
  constraint agreement_templates_version_unique unique (org_id, programme_id, requirement, version),
  constraint agreement_templates_of_programme foreign key (org_id, programme_id) references volunteering.programmes (org_id, id)
);
comment on column volunteering.agreement_templates.text_hash is 'SHA-256 of title, a line feed and body in UTF-8: proves which words were signed.';
call platform.guard_table('volunteering.agreement_templates', 'select, insert');

create table volunteering.agreements (
  org_id             uuid not null,
  id                 uuid not null default gen_random_uuid(),
  volunteer_id       uuid not null,
  template_id        uuid not null,
  text_hash          bytea not null constraint agreements_hash_length check (length(text_hash) = 32),
  signer_name        text not null constraint agreements_signer_length check (length(signer_name) between 1 and 80),
  signer_capacity    text not null constraint agreements_capacity_known check (signer_capacity in ('volunteer', 'guardian')),
  guardian_relation  text not null default '',
  manner             text not null constraint agreements_manner_known check (manner in ('on_screen', 'on_paper')),
  answer             text not null constraint agreements_answer_known check (answer in ('signed', 'refused')),
  signed_on          date not null,
  countersigned_by   uuid not null,
  countersigned_by_name text not null,
  recorded_at        timestamptz not null default clock_timestamp(),
  primary key (org_id, id),
  constraint agreements_of_volunteer foreign key (org_id, volunteer_id) references volunteering.volunteers (org_id, id) on delete cascade,
  constraint agreements_of_template foreign key (org_id, template_id) references volunteering.agreement_templates (org_id, id)
);
create index agreements_by_volunteer on volunteering.agreements (org_id, volunteer_id, signed_on);
call platform.guard_table('volunteering.agreements', 'select, insert, delete');

-- Published for insights: one line per volunteer and standing fact, without names or contacts.
create view volunteering.volunteer_facts with (security_invoker = true) as
  select v.org_id, v.programme_id, v.id as volunteer_id, v.person_id, v.signed_up_at, f.id as fact_id, f.kind, f.happened_on, f.requirement, f.result, f.quantity, f.placement, f.last_valid_on, f.until_on
  from volunteering.volunteers v
  join volunteering.facts f on f.org_id = v.org_id and f.volunteer_id = v.id
  where f.kind <> 'void' and not exists (select from volunteering.facts c where c.org_id = f.org_id and c.supersedes = f.id);
grant select on volunteering.volunteer_facts to linli_app;

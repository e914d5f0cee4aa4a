-- Supported employment (支持性就业): what somebody wants and can, places near home, a job begun, supported and kept.
create schema employment;
grant usage on schema employment to linli_app;

-- What was found out together, version by version; the highest number holds.
create table employment.profiles (
  org_id        uuid not null,
  person_id     uuid not null,
  number        integer not null constraint profiles_from_one check (number > 0),
  wishes        text not null constraint profiles_wishes_length check (length(wishes) between 1 and 2000),
  strengths     text not null default '' constraint profiles_strengths_length check (length(strengths) <= 2000),
  support       text not null default '' constraint profiles_support_length check (length(support) <= 2000),
  tasks         text[] not null default '{}',
  access        text[] not null default '{}',
  avoids        text[] not null default '{}',
  least_hours   smallint constraint profiles_least_hours_in_range check (least_hours between 1 and 60),
  most_hours    smallint constraint profiles_most_hours_in_range check (most_hours between 1 and 60),
  on_day        date not null,
  by_name       text not null,
  at            timestamptz not null,
  primary key (org_id, person_id, number),
  constraint profiles_person foreign key (org_id, person_id) references people.persons (org_id, id),
  constraint profiles_hours_in_order check (least_hours is null or most_hours is null or least_hours <= most_hours)
);
comment on column employment.profiles.least_hours is 'Hours a week; null is not known, never none.';
call platform.guard_table('employment.profiles', 'select, insert');

create table employment.discoveries (
  org_id      uuid not null,
  person_id   uuid not null,
  number      integer not null constraint discoveries_from_one check (number > 0),
  place_words text not null default '' constraint discoveries_place_length check (length(place_words) <= 200),
  words       text not null constraint discoveries_words_length check (length(words) between 1 and 4000),
  on_day      date not null,
  by_name     text not null,
  at          timestamptz not null,
  primary key (org_id, person_id, number),
  constraint discoveries_person foreign key (org_id, person_id) references people.persons (org_id, id)
);
comment on table employment.discoveries is 'What was seen when trying something out, and their own words. Told to nobody outside.';
call platform.guard_table('employment.discoveries', 'select, insert');

create table employment.places (
  org_id        uuid not null,
  id            uuid not null,
  name          text not null constraint places_name_length check (length(name) between 1 and 120),
  kind          text not null constraint places_kind_known check (kind in ('shop', 'company', 'organisation', 'workshop', 'public_body', 'household')),
  community_id  uuid,
  address       text not null default '' constraint places_address_length check (length(address) <= 300),
  contact_name  text not null default '' constraint places_contact_length check (length(contact_name) <= 80),
  contact_phone text not null default '' constraint places_phone_length check (length(contact_phone) <= 40),
  access        text[] not null default '{}',
  words         text not null default '' constraint places_words_length check (length(words) <= 1000),
  closed_on     date,
  version       integer not null default 1,
  created_at    timestamptz not null,
  primary key (org_id, id)
);
create index places_by_name on employment.places (org_id, name, id);
call platform.guard_table('employment.places', 'select, insert, update');

create table employment.openings (
  org_id       uuid not null,
  id           uuid not null,
  place_id     uuid not null,
  title        text not null constraint openings_title_length check (length(title) between 1 and 80),
  tasks        text[] not null default '{}',
  conditions   text[] not null default '{}',
  hours        smallint constraint openings_hours_in_range check (hours between 1 and 60),
  schedule     text not null default '' constraint openings_schedule_length check (length(schedule) <= 200),
  seats        smallint not null constraint openings_seats_in_range check (seats between 1 and 50),
  from_on      date not null,
  until_on     date,
  by_name      text not null,
  primary key (org_id, id),
  constraint openings_place foreign key (org_id, place_id) references employment.places (org_id, id)
);
comment on column employment.openings.until_on is 'First day it is offered no longer.';
create index openings_of_place on employment.openings (org_id, place_id, from_on desc);
call platform.guard_table('employment.openings', 'select, insert, update');

create table employment.jobs (
  org_id        uuid not null,
  id            uuid not null,
  person_id     uuid not null,
  case_id       uuid,
  place_id      uuid not null,
  opening_id    uuid,
  title         text not null constraint jobs_title_length check (length(title) between 1 and 80),
  begun_on      date not null,
  coach_id      uuid not null,
  paused_on     date,
  ended_on      date,
  follow_on     date,
  by_name       text not null,
  at            timestamptz not null,
  primary key (org_id, id),
  constraint jobs_person foreign key (org_id, person_id) references people.persons (org_id, id),
  constraint jobs_case foreign key (org_id, case_id) references casework.cases (org_id, id),
  constraint jobs_place foreign key (org_id, place_id) references employment.places (org_id, id),
  constraint jobs_opening foreign key (org_id, opening_id) references employment.openings (org_id, id)
);
comment on column employment.jobs.paused_on is 'With ended_on (the last day worked) and follow_on computed from the entries, and kept for lists to go by.';
create index jobs_recent on employment.jobs (org_id, begun_on desc, id desc);
create index jobs_of_person on employment.jobs (org_id, person_id, begun_on);
create index jobs_of_case on employment.jobs (org_id, case_id) where case_id is not null;
create index jobs_of_opening on employment.jobs (org_id, opening_id) where opening_id is not null and ended_on is null;
create index jobs_of_place on employment.jobs (org_id, place_id, begun_on);
create index jobs_to_follow on employment.jobs (org_id, follow_on, id) where follow_on is not null;
call platform.guard_table('employment.jobs', 'select, insert, update');

-- What happened in a job, in order. Minutes are the coach's; a mistake is taken back by a row of its own.
create table employment.entries (
  org_id       uuid not null,
  job_id       uuid not null,
  number       integer not null constraint entries_from_one check (number > 0),
  kind         text not null constraint entries_kind_known check (kind in ('supported', 'followed', 'paused', 'resumed', 'ended', 'planned', 'taken_back')),
  on_day       date not null,
  minutes      smallint constraint entries_minutes_in_range check (minutes between 1 and 720),
  mode         text constraint entries_mode_known check (mode in ('on_site', 'phone', 'meeting')),
  reason       text constraint entries_reason_known check (reason in ('contract_over', 'better_job', 'own_wish', 'health', 'family', 'dismissed', 'closed_down', 'moved', 'other')),
  weeks        smallint[],
  of_number    integer,
  next_on      date,
  words        text not null default '' constraint entries_words_length check (length(words) <= 2000),
  by_account   uuid not null,
  by_name      text not null,
  at           timestamptz not null,
  primary key (org_id, job_id, number),
  constraint entries_job foreign key (org_id, job_id) references employment.jobs (org_id, id),
  constraint entries_minutes_where_supported check ((kind = 'supported') = (minutes is not null) and (kind = 'supported') = (mode is not null)),
  constraint entries_weeks_where_planned check ((kind = 'planned') = (weeks is not null)),
  constraint entries_reason_where_ended check ((kind = 'ended') = (reason is not null)),
  constraint entries_of_where_taken_back check ((kind = 'taken_back') = (of_number is not null))
);
comment on column employment.entries.on_day is 'Of `ended`: the last day worked; of `paused`: the first day away; of `resumed`: the first day back.';
comment on column employment.entries.weeks is 'Minutes on the spot planned for each week since the job began; the newest plan holds.';
call platform.guard_table('employment.entries', 'select, insert');

-- Organisations that are there already: whoever works on cases may support employment.
alter table identity.roles no force row level security;
update identity.roles set capabilities = array_append(capabilities, 'employment.work'), version = version + 1
where key in ('supervisor', 'worker') and not 'employment.work' = any(capabilities);
alter table identity.roles force row level security;

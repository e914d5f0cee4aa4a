-- Recruitment (招募): whom a programme looks for and how many, who waits, how talks went, and how a no was said.
alter table volunteering.programmes
  add column looked_for     text not null default '' constraint programmes_looked_for_length check (length(looked_for) <= 1000),
  add column time_words     text not null default '' constraint programmes_time_words_length check (length(time_words) <= 300),
  add column places         smallint constraint programmes_places_in_range check (places between 1 and 2000),
  add column when_full      text not null default 'wait' constraint programmes_when_full_known check (when_full in ('wait', 'close')),
  add column waiting_order  text not null default 'arrival' constraint programmes_waiting_order_known check (waiting_order in ('arrival', 'most_time'));
comment on column volunteering.programmes.places is 'How many may be on their way or serving at once; null: no limit.';
comment on column volunteering.programmes.when_full is 'What the public page does once every place is taken: a waiting list, or closed.';
comment on column volunteering.programmes.waiting_order is 'Who goes first when a place becomes free: as they came, or who offers most time in a week, then as they came.';

-- A meeting agreed with an applicant. Called off by a row; moved by calling it off and agreeing another.
create table volunteering.interviews (
  org_id       uuid not null,
  id           uuid not null,
  volunteer_id uuid not null,
  on_day       date not null,
  from_time    time not null,
  place        text not null constraint interviews_place_length check (length(place) between 1 and 120),
  by_account   uuid not null,
  by_name      text not null,
  at           timestamptz not null,
  primary key (org_id, id),
  constraint interviews_of_volunteer foreign key (org_id, volunteer_id) references volunteering.volunteers (org_id, id) on delete cascade
);
create index interviews_by_volunteer on volunteering.interviews (org_id, volunteer_id, on_day);
create index interviews_by_day on volunteering.interviews (org_id, on_day, from_time, id);
call platform.guard_table('volunteering.interviews', 'select, insert');

create table volunteering.interviewers (
  org_id        uuid not null,
  interview_id  uuid not null,
  account_id    uuid not null,
  name          text not null,
  primary key (org_id, interview_id, account_id),
  constraint interviewers_of_interview foreign key (org_id, interview_id) references volunteering.interviews (org_id, id) on delete cascade
);
comment on table volunteering.interviewers is 'One or two colleagues; they and whoever decides read the notes, each only after their own is written.';
call platform.guard_table('volunteering.interviewers', 'select, insert');

create table volunteering.interviews_off (
  org_id        uuid not null,
  interview_id  uuid not null,
  reason        text not null constraint interviews_off_known check (reason in ('applicant', 'us', 'did_not_come')),
  by_account    uuid not null,
  by_name       text not null,
  at            timestamptz not null,
  primary key (org_id, interview_id),
  constraint interviews_off_of_interview foreign key (org_id, interview_id) references volunteering.interviews (org_id, id) on delete cascade
);
call platform.guard_table('volunteering.interviews_off', 'select, insert');

create table volunteering.interview_notes (
  org_id        uuid not null,
  interview_id  uuid not null,
  account_id    uuid not null,
  number        integer not null constraint interview_notes_from_one check (number > 0),
  impression    text not null constraint interview_notes_impression_known check (impression in ('suits', 'unsure', 'not_yet')),
  words         text not null constraint interview_notes_length check (length(words) between 1 and 4000),
  by_name       text not null,
  at            timestamptz not null,
  primary key (org_id, interview_id, account_id, number),
  constraint interview_notes_by_interviewer foreign key (org_id, interview_id, account_id) references volunteering.interviewers (org_id, interview_id, account_id) on delete cascade
);
comment on column volunteering.interview_notes.number is 'A later note of the same interviewer is the one that counts; the earlier stays readable.';
call platform.guard_table('volunteering.interview_notes', 'select, insert');

-- A no said kindly (婉拒): what the applicant is told. That it was a no, and what may be reopened, are rows of volunteering.facts.
create table volunteering.refusals (
  org_id           uuid not null,
  fact_id          uuid not null,
  volunteer_id     uuid not null,
  reasons          text[] not null constraint refusals_reasons_known check (reasons <@ array['full', 'hours', 'age', 'requirement', 'skills', 'distance'] and cardinality(reasons) > 0),
  offers           text[] not null constraint refusals_offers_known check (offers <@ array['reserve', 'other_programme', 'activities', 'later']),
  other_programme  uuid,
  words            text not null default '' constraint refusals_words_length check (length(words) <= 1000),
  at               timestamptz not null,
  primary key (org_id, fact_id),
  constraint refusals_of_fact foreign key (org_id, fact_id) references volunteering.facts (org_id, id) on delete cascade,
  constraint refusals_other_named check ((other_programme is not null) = ('other_programme' = any (offers))),
  constraint refusals_other_programme foreign key (org_id, other_programme) references volunteering.programmes (org_id, id)
);
create index refusals_by_volunteer on volunteering.refusals (org_id, volunteer_id, at);
call platform.guard_table('volunteering.refusals', 'select, insert');

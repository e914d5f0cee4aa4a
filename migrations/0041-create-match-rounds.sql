-- Matching: what residents wish for in a friend, and the rounds in which friends are found.
create table matching.wishes (
  org_id             uuid not null,
  programme_id       uuid not null,
  person_id          uuid not null,
  wants              smallint not null default 1 constraint wishes_wants_in_range check (wants between 1 and 2),
  sex_asked          text constraint wishes_sex_known check (sex_asked in ('female', 'male')),
  languages_asked    text[] not null default '{}',
  skills_sought      text[] not null default '{}',
  words              text not null default '' constraint wishes_words_length check (length(words) <= 1000),
  meeting_place      text not null default '' constraint wishes_meeting_place_length check (length(meeting_place) <= 200),
  safety_note        text not null default '' constraint wishes_safety_note_length check (length(safety_note) <= 1000),
  rhythm_days        smallint not null default 7 constraint wishes_rhythm_in_range check (rhythm_days between 1 and 90),
  waiting_since_on   date not null,
  withdrawn_on       date,
  version            integer not null default 1,
  primary key (org_id, programme_id, person_id),
  constraint wishes_programme foreign key (org_id, programme_id) references volunteering.programmes (org_id, id),
  constraint wishes_person foreign key (org_id, person_id) references people.persons (org_id, id)
);
comment on column matching.wishes.words is 'What the resident would like to do with a friend, in their own words.';
call platform.guard_table('matching.wishes', 'select, insert, update');

create table matching.wish_hours (
  org_id        uuid not null,
  programme_id  uuid not null,
  person_id     uuid not null,
  weekday       smallint not null constraint wish_hours_weekday_known check (weekday between 1 and 7),
  from_time     time not null,
  to_time       time not null,
  primary key (org_id, programme_id, person_id, weekday, from_time),
  constraint wish_hours_in_order check (from_time < to_time),
  constraint wish_hours_of_wish foreign key (org_id, programme_id, person_id) references matching.wishes (org_id, programme_id, person_id)
);
call platform.guard_table('matching.wish_hours', 'select, insert, delete');

-- Two who must not be paired (不宜结对). Lifted by a later row, never by deleting.
create table matching.exclusions (
  org_id       uuid not null,
  id           uuid not null default gen_random_uuid(),
  resident_id  uuid not null,
  helper_id    uuid not null,
  reason       text not null constraint exclusions_reason_length check (length(reason) between 1 and 500),
  by_account   uuid not null,
  by_name      text not null,
  at           timestamptz not null,
  lifted_at    timestamptz,
  primary key (org_id, id),
  constraint exclusions_resident foreign key (org_id, resident_id) references people.persons (org_id, id),
  constraint exclusions_helper foreign key (org_id, helper_id) references people.persons (org_id, id)
);
create index exclusions_standing on matching.exclusions (org_id, resident_id) where lifted_at is null;
call platform.guard_table('matching.exclusions', 'select, insert, update');

create table matching.rounds (
  org_id        uuid not null,
  id            uuid not null default gen_random_uuid(),
  programme_id  uuid not null,
  number        integer not null,
  start_on      date not null,
  rules         jsonb not null,
  with_reserve  boolean not null default false,
  created_by    uuid not null,
  created_at    timestamptz not null,
  closed_at     timestamptz,
  version       integer not null default 1,
  primary key (org_id, id),
  constraint rounds_numbered unique (org_id, programme_id, number),
  constraint rounds_programme foreign key (org_id, programme_id) references volunteering.programmes (org_id, id)
);
comment on column matching.rounds.rules is 'MatchRules of src/matching/model/candidates/rules.ts: the version that was used stays with the round.';
create index rounds_recent on matching.rounds (org_id, created_at desc, id desc);
call platform.guard_table('matching.rounds', 'select, insert, update');

-- Who is in: chosen when the round begins, changed by hand afterwards.
create table matching.round_members (
  org_id     uuid not null,
  round_id   uuid not null,
  side       text not null constraint round_members_side_known check (side in ('resident', 'helper')),
  person_id  uuid not null,
  primary key (org_id, round_id, side, person_id),
  constraint round_members_of_round foreign key (org_id, round_id) references matching.rounds (org_id, id),
  constraint round_members_person foreign key (org_id, person_id) references people.persons (org_id, id)
);
call platform.guard_table('matching.round_members', 'select, insert, delete');

-- One answer of the solver; running again adds another, and the latest is shown.
create table matching.runs (
  org_id     uuid not null,
  round_id   uuid not null,
  number     integer not null,
  job_id     uuid not null,
  rules      jsonb not null,
  proposals  jsonb not null,
  unmatched  jsonb not null,
  pairs      integer not null,
  cost       bigint not null,
  proven     boolean not null,
  solved_at  timestamptz not null,
  primary key (org_id, round_id, number),
  constraint runs_of_round foreign key (org_id, round_id) references matching.rounds (org_id, id),
  constraint runs_only_proven check (proven)
);
comment on column matching.runs.proposals is 'Proposal[] of src/matching/model/round.ts: persons by id, reasons as keys and values, no name.';
call platform.guard_table('matching.runs', 'select, insert');

-- What the organiser decided about two people in a round; the latest row of a kind counts.
create table matching.decisions (
  org_id       uuid not null,
  round_id     uuid not null,
  seq          integer not null,
  resident_id  uuid not null,
  helper_id    uuid not null,
  kind         text not null constraint decisions_kind_known check (kind in ('lock', 'unlock', 'forbid', 'allow', 'accept', 'override')),
  reason       text not null default '' constraint decisions_reason_length check (length(reason) <= 500),
  by_account   uuid not null,
  by_name      text not null,
  at           timestamptz not null,
  primary key (org_id, round_id, seq),
  constraint decisions_of_round foreign key (org_id, round_id) references matching.rounds (org_id, id),
  constraint decisions_say_why check (kind not in ('forbid', 'override') or reason <> '')
);
call platform.guard_table('matching.decisions', 'select, insert');

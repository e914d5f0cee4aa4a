-- Outreach: who should be reached, by whom, and what came of it. Migrations only move forward (decision 0004).
create schema outreach;
grant usage on schema outreach to linli_app;

create table outreach.segments (
  org_id           uuid not null,
  id               uuid not null default gen_random_uuid(),
  name             text not null constraint segments_name_length check (length(name) between 1 and 80),
  criteria         jsonb not null,
  created_by       uuid not null,
  created_by_name  text not null,
  created_at       timestamptz not null default clock_timestamp(),
  changed_at       timestamptz not null default clock_timestamp(),
  retired_on       date,
  version          integer not null default 1,
  primary key (org_id, id)
);
comment on column outreach.segments.criteria is 'A question to the register, asked anew each time; see src/outreach/model/segment/criteria.ts';
comment on column outreach.segments.retired_on is 'Day from which it is no longer offered; rounds made from it keep their own copy.';
create unique index segments_name_current on outreach.segments (org_id, name) where retired_on is null;
call platform.guard_table('outreach.segments', 'select, insert, update');

create table outreach.rounds (
  org_id           uuid not null,
  id               uuid not null default gen_random_uuid(),
  name             text not null constraint rounds_name_length check (length(name) between 1 and 80),
  segment_id       uuid,
  segment_name     text not null default '',
  criteria         jsonb not null,
  ages_on          date not null,
  mode             text not null constraint rounds_mode_known check (mode in ('phone', 'visit', 'snowball')),
  opens_on         date not null,
  due_on           date not null,
  left_out         jsonb not null default '{}',
  created_by       uuid not null,
  created_by_name  text not null,
  created_at       timestamptz not null default clock_timestamp(),
  closed_on        date,
  closed_reason    text,
  version          integer not null default 1,
  primary key (org_id, id),
  constraint rounds_segment foreign key (org_id, segment_id) references outreach.segments (org_id, id),
  constraint rounds_due_after_opening check (due_on >= opens_on),
  constraint rounds_closed_whole check ((closed_on is null) = (closed_reason is null))
);
comment on column outreach.rounds.criteria is 'The segment as it was asked when the round was made.';
comment on column outreach.rounds.ages_on is 'The day ages were counted on.';
comment on column outreach.rounds.left_out is 'How many of the segment did not join, by reason: refused, refused_for_now, no_contact, in_other_round.';
create index rounds_recent on outreach.rounds (org_id, opens_on desc, id desc);
call platform.guard_table('outreach.rounds', 'select, insert, update');

-- One person in one round. From attempt_count on, the columns are worked out from the attempts, in the transaction of each.
create table outreach.members (
  org_id         uuid not null,
  round_id       uuid not null,
  person_id      uuid not null,
  joined_as      text not null constraint members_joined_as_known check (joined_as in ('segment', 'referral', 'hand')),
  joined_at      timestamptz not null default clock_timestamp(),
  community_id   uuid,
  lane_id        uuid,
  worker_id      uuid,
  worker_name    text,
  attempt_count  smallint not null default 0,
  last_on        date,
  last_outcome   text,
  reached_on     date,
  next_due_on    date,
  ended_on       date,
  ended_as       text constraint members_ended_as_known check (ended_as in ('reached', 'refused', 'moved', 'deceased', 'not_reached', 'round_closed')),
  version        integer not null default 1,
  primary key (org_id, round_id, person_id),
  constraint members_round foreign key (org_id, round_id) references outreach.rounds (org_id, id),
  constraint members_person foreign key (org_id, person_id) references people.persons (org_id, id),
  constraint members_community foreign key (org_id, community_id) references places.units (org_id, id),
  constraint members_lane foreign key (org_id, lane_id) references places.units (org_id, id),
  constraint members_worker_whole check ((worker_id is null) = (worker_name is null)),
  constraint members_ended_whole check ((ended_on is null) = (ended_as is null)),
  constraint members_due_or_ended check ((next_due_on is null) = (ended_on is not null))
);
comment on column outreach.members.community_id is 'Where the person lived when they joined.';
comment on column outreach.members.worker_id is 'The account who answers for reaching the person; the history lies in outreach.assignments.';
create index members_due on outreach.members (org_id, worker_id, next_due_on, round_id, person_id) where next_due_on is not null;
create index members_due_any on outreach.members (org_id, next_due_on, round_id, person_id) where next_due_on is not null;
create index members_of_person on outreach.members (org_id, person_id);
create index members_in_round on outreach.members (org_id, round_id, community_id, lane_id, person_id);
call platform.guard_table('outreach.members', 'select, insert, update');

create table outreach.assignments (
  org_id            uuid not null,
  id                uuid not null default gen_random_uuid(),
  round_id          uuid not null,
  person_id         uuid not null,
  worker_id         uuid not null,
  worker_name       text not null,
  how               text not null constraint assignments_how_known check (how in ('community', 'evenly', 'hand', 'referral')),
  assigned_by       uuid not null,
  assigned_by_name  text not null,
  assigned_at       timestamptz not null default clock_timestamp(),
  primary key (org_id, id),
  constraint assignments_member foreign key (org_id, round_id, person_id) references outreach.members (org_id, round_id, person_id)
);
create index assignments_of_member on outreach.assignments (org_id, round_id, person_id, assigned_at);
call platform.guard_table('outreach.assignments', 'select, insert');

create table outreach.attempts (
  org_id       uuid not null,
  id           uuid not null default gen_random_uuid(),
  round_id     uuid not null,
  person_id    uuid not null,
  number       smallint not null constraint attempts_number_positive check (number > 0),
  mode         text not null constraint attempts_mode_known check (mode in ('phone', 'visit', 'snowball')),
  on_day       date not null,
  at_time      time,
  outcome      text not null constraint attempts_outcome_known check (outcome in ('reached', 'appointment', 'no_answer', 'busy', 'wrong_number', 'not_at_home', 'in_hospital',
                 'needs_interpreter', 'moved', 'refused_for_now', 'refused_for_good', 'deceased')),
  talked_to    text constraint attempts_talked_to_known check (talked_to in ('client', 'carer', 'other')),
  minutes      smallint constraint attempts_minutes_in_range check (minutes between 1 and 600),
  note         text not null default '' constraint attempts_note_length check (length(note) <= 2000),
  next_due_on  date,
  corrects     smallint,
  by           uuid not null,
  by_name      text not null,
  recorded_at  timestamptz not null default clock_timestamp(),
  primary key (org_id, id),
  constraint attempts_member foreign key (org_id, round_id, person_id) references outreach.members (org_id, round_id, person_id),
  constraint attempts_number_once unique (org_id, round_id, person_id, number),
  constraint attempts_corrects_earlier check (corrects < number)
);
comment on table outreach.attempts is 'Append-only: a correction is an attempt that names the one it stands in for.';
comment on column outreach.attempts.on_day is 'The day it happened, in the organisation''s time zone.';
create index attempts_reached on outreach.attempts (org_id, on_day, person_id) where outcome = 'reached';
call platform.guard_table('outreach.attempts', 'select, insert');

create table outreach.refusals (
  org_id            uuid not null,
  id                uuid not null default gen_random_uuid(),
  person_id         uuid not null,
  scope             text not null constraint refusals_scope_known check (scope in ('for_now', 'for_good')),
  said_on           date not null,
  until_on          date,
  said_by           text not null constraint refusals_said_by_known check (said_by in ('client', 'carer', 'other')),
  words             text not null default '' constraint refusals_words_length check (length(words) <= 2000),
  attempt_id        uuid,
  recorded_by       uuid not null,
  recorded_by_name  text not null,
  recorded_at       timestamptz not null default clock_timestamp(),
  lifted_on         date,
  lifted_reason     text,
  lifted_by         uuid,
  lifted_by_name    text,
  primary key (org_id, id),
  constraint refusals_person foreign key (org_id, person_id) references people.persons (org_id, id),
  constraint refusals_attempt foreign key (org_id, attempt_id) references outreach.attempts (org_id, id),
  constraint refusals_scope_and_end check ((scope = 'for_good') = (until_on is null)),
  constraint refusals_lifted_whole check ((lifted_on is null) = (lifted_reason is null) and (lifted_on is null) = (lifted_by is null) and (lifted_on is null) = (lifted_by_name is null))
);
comment on table outreach.refusals is 'Who does not want to be asked. Changing one''s mind lifts the row; it stays.';
comment on column outreach.refusals.until_on is 'First day on which somebody who refused for now may be asked again.';
create unique index refusals_for_good_once on outreach.refusals (org_id, person_id) where scope = 'for_good' and lifted_on is null;
create index refusals_of_person on outreach.refusals (org_id, person_id, said_on desc);
call platform.guard_table('outreach.refusals', 'select, insert, update');

-- Snowball: somebody met in a round named somebody else.
create table outreach.referrals (
  org_id            uuid not null,
  id                uuid not null default gen_random_uuid(),
  round_id          uuid not null,
  from_person_id    uuid not null,
  to_person_id      uuid not null,
  told_on           date not null,
  how_known         text not null default '' constraint referrals_how_known_length check (length(how_known) <= 400),
  may_be_named      boolean not null,
  recorded_by       uuid not null,
  recorded_by_name  text not null,
  recorded_at       timestamptz not null default clock_timestamp(),
  primary key (org_id, id),
  constraint referrals_round foreign key (org_id, round_id) references outreach.rounds (org_id, id),
  constraint referrals_from foreign key (org_id, from_person_id) references people.persons (org_id, id),
  constraint referrals_to foreign key (org_id, to_person_id) references people.persons (org_id, id),
  constraint referrals_once unique (org_id, from_person_id, to_person_id),
  constraint referrals_two_people check (from_person_id <> to_person_id)
);
comment on column outreach.referrals.may_be_named is 'Whether the one who was named may be told by whom.';
create index referrals_to on outreach.referrals (org_id, to_person_id);
create index referrals_in_round on outreach.referrals (org_id, round_id, told_on);
call platform.guard_table('outreach.referrals', 'select, insert');

create table outreach.interviews (
  org_id            uuid not null,
  id                uuid not null default gen_random_uuid(),
  round_id          uuid not null,
  person_id         uuid not null,
  attempt_id        uuid not null,
  held_on           date not null,
  mode              text not null constraint interviews_mode_known check (mode in ('phone', 'visit', 'snowball')),
  present           text[] not null,
  understanding     text not null constraint interviews_understanding_known check (understanding in ('alone', 'with_support', 'guardian')),
  carer_id          uuid,
  summary           text not null default '' constraint interviews_summary_length check (length(summary) <= 4000),
  recorded_by       uuid not null,
  recorded_by_name  text not null,
  recorded_at       timestamptz not null default clock_timestamp(),
  primary key (org_id, id),
  constraint interviews_member foreign key (org_id, round_id, person_id) references outreach.members (org_id, round_id, person_id),
  constraint interviews_attempt foreign key (org_id, attempt_id) references outreach.attempts (org_id, id),
  constraint interviews_carer foreign key (org_id, carer_id) references people.persons (org_id, id)
);
comment on column outreach.interviews.understanding is 'How the resident decides: alone, with somebody''s support, or a guardian decides for them.';
create index interviews_of_person on outreach.interviews (org_id, person_id, held_on desc);
call platform.guard_table('outreach.interviews', 'select, insert');

-- What a worker has filled in so far; gone once the interview is kept.
create table outreach.interview_drafts (
  org_id      uuid not null,
  round_id    uuid not null,
  person_id   uuid not null,
  account_id  uuid not null,
  sealed      bytea not null,
  version     integer not null default 1,
  saved_at    timestamptz not null default clock_timestamp(),
  primary key (org_id, round_id, person_id, account_id),
  constraint interview_drafts_member foreign key (org_id, round_id, person_id) references outreach.members (org_id, round_id, person_id)
);
comment on column outreach.interview_drafts.sealed is 'Sealed for the cell outreach.interview_drafts | sealed | round/person/account; see src/platform/secrets/org-keys.ts';
call platform.guard_table('outreach.interview_drafts');

-- Published facts for counting.
create view outreach.member_facts with (security_invoker = true) as
  select m.org_id, m.round_id, r.name as round_name, m.person_id, i.survivor_id, m.joined_as, m.community_id, m.lane_id, m.attempt_count, m.reached_on, m.ended_on, m.ended_as, r.opens_on, r.closed_on
  from outreach.members m
  join outreach.rounds r on r.org_id = m.org_id and r.id = m.round_id
  join people.identities i on i.org_id = m.org_id and i.person_id = m.person_id;
grant select on outreach.member_facts to linli_app;

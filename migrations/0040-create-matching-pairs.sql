-- Matching: pairs (社区老友结对) and what happened to them. A pair's state is computed from its events, never stored.
create schema matching;
grant usage on schema matching to linli_app;

create table matching.pairs (
  org_id        uuid not null,
  id            uuid not null default gen_random_uuid(),
  programme_id  uuid not null,
  resident_id   uuid not null,
  helper_id     uuid not null,
  round_id      uuid,
  replaces_id   uuid,
  rhythm_days   smallint not null default 7 constraint pairs_rhythm_in_range check (rhythm_days between 1 and 90),
  meeting_place text not null default '' constraint pairs_meeting_place_length check (length(meeting_place) <= 200),
  safety_note   text not null default '' constraint pairs_safety_note_length check (length(safety_note) <= 1000),
  created_at    timestamptz not null default clock_timestamp(),
  version       integer not null default 1,
  primary key (org_id, id),
  constraint pairs_of_two check (resident_id <> helper_id),
  constraint pairs_programme foreign key (org_id, programme_id) references volunteering.programmes (org_id, id),
  constraint pairs_resident foreign key (org_id, resident_id) references people.persons (org_id, id),
  constraint pairs_helper foreign key (org_id, helper_id) references people.persons (org_id, id),
  constraint pairs_replaces foreign key (org_id, replaces_id) references matching.pairs (org_id, id),
  constraint pairs_replaced_once unique (org_id, replaces_id)
);
comment on column matching.pairs.helper_id is 'The volunteer as a person (people.persons), not the row of their pathway.';
comment on column matching.pairs.rhythm_days is 'Agreed days between two meetings; silence beyond it is raised the same day.';
comment on column matching.pairs.safety_note is 'What the friend must know to be safe, e.g. a wheelchair; nothing else of the file.';
create index pairs_by_resident on matching.pairs (org_id, resident_id);
create index pairs_by_helper on matching.pairs (org_id, helper_id);
create index pairs_recent on matching.pairs (org_id, created_at desc, id desc);
call platform.guard_table('matching.pairs', 'select, insert, update');

create table matching.pair_events (
  org_id      uuid not null,
  pair_id     uuid not null,
  seq         smallint not null constraint pair_events_seq_positive check (seq > 0),
  kind        text not null constraint pair_events_kind_known check (kind in
                ('proposed', 'asked', 'answered', 'introduced', 'trial_started', 'activated', 'paused', 'resumed', 'ended')),
  happened_on date not null,
  side        text constraint pair_events_side_known check (side in ('resident', 'helper')),
  answer      text constraint pair_events_answer_known check (answer in ('accepted', 'declined')),
  until_on    date,
  reason      text,
  words       text not null default '' constraint pair_events_words_length check (length(words) <= 2000),
  recorded_by uuid not null,
  recorded_by_name text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (org_id, pair_id, seq),
  constraint pair_events_of_pair foreign key (org_id, pair_id) references matching.pairs (org_id, id),
  constraint pair_events_side_named check ((side is not null) = (kind in ('asked', 'answered'))),
  constraint pair_events_answer_given check ((answer is not null) = (kind = 'answered')),
  constraint pair_events_end_says_why check (kind <> 'ended' or reason is not null)
);
comment on column matching.pair_events.reason is 'One of END_REASONS in src/matching/model/pair.ts for an end; free words for a pause.';
call platform.guard_table('matching.pair_events', 'select, insert');

-- When each pair was at work, for insights: from its trial or activation to its end.
create view matching.pair_facts with (security_invoker = true) as
  select p.org_id, p.id as pair_id, p.programme_id, p.resident_id, p.helper_id, p.created_at,
    min(e.happened_on) filter (where e.kind = 'introduced') as introduced_on,
    min(e.happened_on) filter (where e.kind in ('trial_started', 'activated')) as began_on,
    max(e.happened_on) filter (where e.kind = 'ended') as ended_on,
    max(e.reason) filter (where e.kind = 'ended') as end_reason
  from matching.pairs p join matching.pair_events e on e.org_id = p.org_id and e.pair_id = p.id
  group by p.org_id, p.id;
grant select on matching.pair_facts to linli_app;

-- Casework: needs that can be counted. Migrations only move forward (decision 0004).
create schema casework;
grant usage on schema casework to linli_app;

create table casework.needs (
  org_id            uuid not null,
  id                uuid not null default gen_random_uuid(),
  person_id         uuid not null,
  population        text not null constraint needs_population_known check (population in ('disabled_youth', 'disabled_adult', 'carer', 'elder', 'child', 'resident')),
  code              text not null constraint needs_code_form check (code ~ '^[a-z]+\.[a-z]+$'),
  pack_version      smallint not null,
  source            text not null constraint needs_source_known check (source in ('client', 'carer', 'worker', 'survey')),
  words             text not null default '' constraint needs_words_length check (length(words) <= 2000),
  heard_on          date not null,
  community_id      uuid,
  lane_id           uuid,
  origin_kind       text constraint needs_origin_known check (origin_kind in ('interview')),
  origin_id         uuid,
  recorded_by       uuid not null,
  recorded_by_name  text not null,
  recorded_at       timestamptz not null default clock_timestamp(),
  primary key (org_id, id),
  constraint needs_person foreign key (org_id, person_id) references people.persons (org_id, id),
  constraint needs_community foreign key (org_id, community_id) references places.units (org_id, id),
  constraint needs_lane foreign key (org_id, lane_id) references places.units (org_id, id),
  constraint needs_origin_whole check ((origin_kind is null) = (origin_id is null))
);
comment on column casework.needs.population is 'The situation of life the need belongs to: somebody may have one need as carer and another as elder.';
comment on column casework.needs.code is 'Topic and need of the pack named by pack_version; see src/casework/model/need-packs.ts';
comment on column casework.needs.words is 'As the person said it, when it was first heard.';
comment on column casework.needs.community_id is 'Where the person lived when the need was heard: a need stays where it was heard.';
comment on column casework.needs.origin_id is 'What it was heard in, e.g. an outreach interview.';
create index needs_of_person on casework.needs (org_id, person_id, heard_on desc, id);
create index needs_by_code on casework.needs (org_id, code, population, community_id);
create index needs_recent on casework.needs (org_id, heard_on desc, id desc);
call platform.guard_table('casework.needs', 'select, insert');

-- What became of a need. Each row holds the whole state after it; the last one is how the need stands.
create table casework.need_events (
  org_id    uuid not null,
  need_id   uuid not null,
  number    integer not null constraint need_events_number_positive check (number > 0),
  status    text not null constraint need_events_status_known check (status in ('noted', 'answering', 'met', 'unmet', 'withdrawn')),
  priority  text not null constraint need_events_priority_known check (priority in ('urgent', 'soon', 'later')),
  on_day    date not null,
  words     text not null default '' constraint need_events_words_length check (length(words) <= 2000),
  note      text not null default '' constraint need_events_note_length check (length(note) <= 1000),
  by        uuid not null,
  by_name   text not null,
  at        timestamptz not null default clock_timestamp(),
  primary key (org_id, need_id, number),
  constraint need_events_need foreign key (org_id, need_id) references casework.needs (org_id, id)
);
comment on table casework.need_events is 'Append-only. Two changes at once clash on the number, so neither overwrites the other.';
comment on column casework.need_events.words is 'What the person said when the same need was heard again.';
call platform.guard_table('casework.need_events', 'select, insert');

-- Every need as it stands, with the record that stands for the person now: no name, no words.
create view casework.need_facts with (security_invoker = true) as
  select n.org_id, n.id as need_id, n.person_id, i.survivor_id, n.population, n.code, split_part(n.code, '.', 1) as topic, n.pack_version, n.source,
    n.heard_on, n.community_id, n.lane_id, e.status, e.priority, e.on_day as status_on, e.number as version
  from casework.needs n
  join people.identities i on i.org_id = n.org_id and i.person_id = n.person_id
  cross join lateral (
    select v.status, v.priority, v.on_day, v.number from casework.need_events v
    where v.org_id = n.org_id and v.need_id = n.id order by v.number desc limit 1) e;
grant select on casework.need_facts to linli_app;

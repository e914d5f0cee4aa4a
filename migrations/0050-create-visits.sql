-- Visits: what two friends did together, entered once; hours, person-times and the monthly return are counted from it.
create schema visits;
grant usage on schema visits to linli_app;

create table visits.visits (
  org_id         uuid not null,
  id             uuid not null default gen_random_uuid(),
  pair_id        uuid not null,
  resident_id    uuid not null,
  helper_id      uuid not null,
  happened_on    date not null,
  minutes        smallint not null constraint visits_minutes_in_range check (minutes between 5 and 720),
  mode           text not null constraint visits_mode_known check (mode in ('home', 'outside', 'activity', 'phone', 'online')),
  mood           text not null constraint visits_mood_known check (mood in ('good', 'fair', 'poor')),
  words          text not null default '' constraint visits_words_length check (length(words) <= 4000),
  logged_by      uuid not null,
  logged_by_name text not null,
  logged_at      timestamptz not null,
  device_key     text,
  supersedes     uuid,
  primary key (org_id, id),
  constraint visits_pair foreign key (org_id, pair_id) references matching.pairs (org_id, id),
  constraint visits_resident foreign key (org_id, resident_id) references people.persons (org_id, id),
  constraint visits_helper foreign key (org_id, helper_id) references people.persons (org_id, id),
  constraint visits_corrects foreign key (org_id, supersedes) references visits.visits (org_id, id),
  constraint visits_corrected_once unique (org_id, supersedes),
  constraint visits_sent_once unique (org_id, device_key)
);
comment on table visits.visits is 'A correction is a new row that supersedes the old one; nothing is overwritten.';
comment on column visits.visits.device_key is 'Number given on the phone, so that a visit kept without a network and sent twice counts once.';
create index visits_of_pair on visits.visits (org_id, pair_id, happened_on desc, id desc);
create index visits_recent on visits.visits (org_id, happened_on desc, id desc);
call platform.guard_table('visits.visits', 'select, insert');

create table visits.withdrawals (
  org_id    uuid not null,
  visit_id  uuid not null,
  reason    text not null constraint withdrawals_reason_length check (length(reason) between 1 and 500),
  by_account uuid not null,
  by_name   text not null,
  at        timestamptz not null,
  primary key (org_id, visit_id),
  constraint withdrawals_of_visit foreign key (org_id, visit_id) references visits.visits (org_id, id)
);
comment on table visits.withdrawals is 'A visit logged by mistake: taken back with a reason, still to be seen.';
call platform.guard_table('visits.withdrawals', 'select, insert');

create table visits.concerns (
  org_id         uuid not null,
  id             uuid not null default gen_random_uuid(),
  pair_id        uuid not null,
  visit_id       uuid,
  about_id       uuid not null,
  severity       text not null constraint concerns_severity_known check (severity in ('talk', 'worry', 'danger')),
  words          text not null constraint concerns_words_length check (length(words) between 1 and 4000),
  raised_by      uuid not null,
  raised_by_name text not null,
  raised_at      timestamptz not null,
  primary key (org_id, id),
  constraint concerns_of_pair foreign key (org_id, pair_id) references matching.pairs (org_id, id),
  constraint concerns_in_visit foreign key (org_id, visit_id) references visits.visits (org_id, id),
  constraint concerns_about foreign key (org_id, about_id) references people.persons (org_id, id)
);
create index concerns_recent on visits.concerns (org_id, raised_at desc, id desc);
call platform.guard_table('visits.concerns', 'select, insert');

create table visits.concern_steps (
  org_id      uuid not null,
  concern_id  uuid not null,
  seq         smallint not null,
  kind        text not null constraint concern_steps_kind_known check (kind in ('seen', 'acted', 'closed', 'reopened')),
  note        text not null default '' constraint concern_steps_note_length check (length(note) <= 4000),
  by_account  uuid not null,
  by_name     text not null,
  at          timestamptz not null,
  primary key (org_id, concern_id, seq),
  constraint concern_steps_of_concern foreign key (org_id, concern_id) references visits.concerns (org_id, id)
);
call platform.guard_table('visits.concern_steps', 'select, insert');

-- What counts: neither corrected nor taken back. One row is one session; its two friends are two person-times.
create view visits.visit_facts with (security_invoker = true) as
  select v.org_id, v.id as visit_id, v.pair_id, v.resident_id, v.helper_id, v.happened_on, v.minutes, v.mode, v.mood
  from visits.visits v
  where not exists (select from visits.visits c where c.org_id = v.org_id and c.supersedes = v.id)
    and not exists (select from visits.withdrawals w where w.org_id = v.org_id and w.visit_id = v.id);
grant select on visits.visit_facts to linli_app;

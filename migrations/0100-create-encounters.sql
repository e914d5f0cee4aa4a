-- Encounters: one service entered once (服务记录); timelines, person-times and the monthly return are counted from it.
create schema encounters;
grant usage on schema encounters to linli_app;

create table encounters.revisions (
  org_id        uuid not null,
  encounter_id  uuid not null,
  revision      smallint not null constraint revisions_from_one check (revision >= 1),
  send_key      text not null constraint revisions_send_key_length check (length(send_key) between 8 and 80),
  happened_on   date not null,
  minutes       smallint not null constraint revisions_minutes_in_range check (minutes between 1 and 720),
  mode          text not null constraint revisions_mode_known check (mode in ('home', 'phone', 'office', 'video', 'outing', 'group')),
  community_id  uuid,
  place_words   text not null default '' constraint revisions_place_length check (length(place_words) <= 200),
  topics        text[] not null default '{}',
  seen          text not null default '' constraint revisions_seen_length check (length(seen) <= 4000),
  next_words    text not null default '' constraint revisions_next_length check (length(next_words) <= 500),
  next_on       date,
  why           text not null default '' constraint revisions_why_length check (length(why) <= 500),
  by_account    uuid not null,
  by_name       text not null,
  at            timestamptz not null,
  primary key (org_id, encounter_id, revision),
  constraint revisions_sent_once unique (org_id, send_key),
  constraint revisions_say_why check (revision = 1 or why <> ''),
  constraint revisions_next_has_words check (next_on is null or next_words <> ''),
  constraint revisions_community foreign key (org_id, community_id) references places.units (org_id, id)
);
comment on table encounters.revisions is 'A correction is the next revision; the highest one stands. Nothing is overwritten.';
comment on column encounters.revisions.send_key is 'Given where it was typed, so that what is sent twice counts once.';
create index revisions_recent on encounters.revisions (org_id, happened_on desc, encounter_id desc);
create index revisions_next on encounters.revisions (org_id, next_on) where next_on is not null;
call platform.guard_table('encounters.revisions', 'select, insert');

-- Who took part: a person of the register, or a colleague by account.
create table encounters.participants (
  org_id        uuid not null,
  encounter_id  uuid not null,
  revision      smallint not null,
  position      smallint not null,
  role          text not null constraint participants_role_known check (role in ('client', 'carer', 'volunteer', 'worker')),
  person_id     uuid,
  account_id    uuid,
  account_name  text not null default '',
  happened_on   date not null,
  primary key (org_id, encounter_id, revision, position),
  constraint participants_one_of_both check ((person_id is null) <> (account_id is null)),
  constraint participants_colleague_works check (account_id is null or role = 'worker'),
  constraint participants_person_once unique (org_id, encounter_id, revision, person_id),
  constraint participants_of_revision foreign key (org_id, encounter_id, revision) references encounters.revisions (org_id, encounter_id, revision),
  constraint participants_person foreign key (org_id, person_id) references people.persons (org_id, id)
);
create index participants_of_person on encounters.participants (org_id, person_id, happened_on desc, encounter_id desc) where person_id is not null;
call platform.guard_table('encounters.participants', 'select, insert');

-- Which needs a service answers.
create table encounters.answers (
  org_id        uuid not null,
  encounter_id  uuid not null,
  revision      smallint not null,
  need_id       uuid not null,
  primary key (org_id, encounter_id, revision, need_id),
  constraint answers_of_revision foreign key (org_id, encounter_id, revision) references encounters.revisions (org_id, encounter_id, revision),
  constraint answers_need foreign key (org_id, need_id) references casework.needs (org_id, id)
);
create index answers_of_need on encounters.answers (org_id, need_id);
call platform.guard_table('encounters.answers', 'select, insert');

create table encounters.withdrawals (
  org_id        uuid not null,
  encounter_id  uuid not null,
  revision      smallint not null,
  reason        text not null constraint withdrawals_reason_length check (length(reason) between 1 and 500),
  by_account    uuid not null,
  by_name       text not null,
  at            timestamptz not null,
  primary key (org_id, encounter_id),
  constraint withdrawals_of_revision foreign key (org_id, encounter_id, revision) references encounters.revisions (org_id, encounter_id, revision)
);
comment on table encounters.withdrawals is 'A service entered by mistake: taken back with a reason, still to be seen.';
call platform.guard_table('encounters.withdrawals', 'select, insert');

-- What counts: neither corrected nor taken back. One row is one session (件).
create view encounters.encounter_facts with (security_invoker = true) as
  select r.org_id, r.encounter_id, r.revision, r.happened_on, r.minutes, r.mode, r.community_id, r.topics, r.next_on
  from encounters.revisions r
  where not exists (select from encounters.revisions n where n.org_id = r.org_id and n.encounter_id = r.encounter_id and n.revision = r.revision + 1)
    and not exists (select from encounters.withdrawals w where w.org_id = r.org_id and w.encounter_id = r.encounter_id);
grant select on encounters.encounter_facts to linli_app;

-- Each person of the register who took part, by the record that stands for them now; what counts is told by encounter_facts.
create view encounters.part_facts with (security_invoker = true) as
  select p.org_id, p.encounter_id, p.revision, p.role, p.person_id, i.survivor_id, p.happened_on
  from encounters.participants p
  join people.identities i on i.org_id = p.org_id and i.person_id = p.person_id;
grant select on encounters.part_facts to linli_app;

-- Organisations that are there already: whoever opens files as a worker or supervisor writes and reads service records.
alter table identity.roles no force row level security;
update identity.roles set capabilities = capabilities || array['encounters.read', 'encounters.write'], version = version + 1
where key in ('supervisor', 'worker') and not 'encounters.read' = any(capabilities);
alter table identity.roles force row level security;

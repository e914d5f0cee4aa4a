-- Hours (服务时长) and certificates of them (志愿服务记录证明). Rows are only ever added; a correction supersedes.
create schema hours;
grant usage on schema hours to linli_app;

-- One number per volunteer, so that no paper needs the number of an identity card.
create table hours.volunteer_numbers (
  org_id     uuid not null,
  person_id  uuid not null,
  serial     integer not null constraint volunteer_numbers_serial_positive check (serial > 0),
  number     text not null,
  given_at   timestamptz not null default clock_timestamp(),
  primary key (org_id, person_id),
  constraint volunteer_numbers_serial_once unique (org_id, serial),
  constraint volunteer_numbers_once unique (org_id, number),
  constraint volunteer_numbers_person foreign key (org_id, person_id) references people.persons (org_id, id)
);
call platform.guard_table('hours.volunteer_numbers', 'select, insert');

create table hours.entries (
  org_id           uuid not null,
  id               uuid not null default gen_random_uuid(),
  person_id        uuid not null,
  source_kind      text not null constraint entries_source_known check (source_kind in ('visit', 'activity', 'hand')),
  source_id        uuid not null,
  happened_on      date not null,
  minutes          smallint constraint entries_minutes_in_range check (minutes between 0 and 1440),
  travel_minutes   smallint not null default 0 constraint entries_travel_in_range check (travel_minutes between 0 and 720),
  title            text not null constraint entries_title_length check (length(title) between 1 and 120),
  place            text not null default '' constraint entries_place_length check (length(place) <= 200),
  recipient        text not null default '' constraint entries_recipient_length check (length(recipient) <= 120),
  content          text not null default '' constraint entries_content_length check (length(content) <= 500),
  manager_name     text not null default '' constraint entries_manager_length check (length(manager_name) <= 80),
  supersedes       uuid,
  reason           text not null default '' constraint entries_reason_length check (length(reason) <= 500),
  recorded_by      uuid not null,
  recorded_by_name text not null,
  recorded_at      timestamptz not null,
  primary key (org_id, id),
  constraint entries_person foreign key (org_id, person_id) references people.persons (org_id, id),
  constraint entries_correct_an_entry foreign key (org_id, supersedes) references hours.entries (org_id, id),
  constraint entries_corrected_once unique (org_id, supersedes)
);
comment on table hours.entries is 'The service part of a volunteer''s record (民政部令67): what, when, where, for whom, how long, who answers for it, who wrote it down.';
comment on column hours.entries.minutes is 'Time of service, travel excluded; null while nobody has checked out, and then it never counts.';
comment on column hours.entries.recipient is 'Who was served, in general words; never a resident''s name.';
create unique index entries_of_source_once on hours.entries (org_id, source_kind, source_id, person_id) where supersedes is null;
create index entries_recent on hours.entries (org_id, happened_on desc, id desc);
create index entries_of_person on hours.entries (org_id, person_id, happened_on desc, id desc);
call platform.guard_table('hours.entries', 'select, insert');

create table hours.decisions (
  org_id      uuid not null,
  entry_id    uuid not null,
  seq         smallint not null,
  kind        text not null constraint decisions_kind_known check (kind in ('confirmed', 'refused', 'withdrawn', 'reopened')),
  words       text not null default '' constraint decisions_words_length check (length(words) <= 500),
  by_account  uuid not null,
  by_name     text not null,
  at          timestamptz not null,
  primary key (org_id, entry_id, seq),
  constraint decisions_say_why check (kind = 'confirmed' or words <> ''),
  constraint decisions_of_entry foreign key (org_id, entry_id) references hours.entries (org_id, id)
);
comment on table hours.decisions is 'The latest row of an entry counts; without one it waits to be confirmed.';
call platform.guard_table('hours.decisions', 'select, insert');

create table hours.correction_requests (
  org_id      uuid not null,
  id          uuid not null default gen_random_uuid(),
  entry_id    uuid not null,
  words       text not null constraint correction_requests_words_length check (length(words) between 1 and 500),
  asked_by    uuid not null,
  asked_at    timestamptz not null,
  primary key (org_id, id),
  constraint correction_requests_of_entry foreign key (org_id, entry_id) references hours.entries (org_id, id)
);
create index correction_requests_by_entry on hours.correction_requests (org_id, entry_id);
call platform.guard_table('hours.correction_requests', 'select, insert');

create table hours.correction_answers (
  org_id      uuid not null,
  request_id  uuid not null,
  kind        text not null constraint correction_answers_kind_known check (kind in ('corrected', 'declined')),
  words       text not null constraint correction_answers_words_length check (length(words) between 1 and 500),
  by_account  uuid not null,
  by_name     text not null,
  at          timestamptz not null,
  primary key (org_id, request_id),
  constraint correction_answers_of_request foreign key (org_id, request_id) references hours.correction_requests (org_id, id)
);
call platform.guard_table('hours.correction_answers', 'select, insert');

-- Awards and thanks, and evaluations: two of the five groups of a volunteer's record.
create table hours.honours (
  org_id       uuid not null,
  id           uuid not null default gen_random_uuid(),
  person_id    uuid not null,
  kind         text not null constraint honours_kind_known check (kind in ('award', 'thanks', 'evaluation')),
  title        text not null constraint honours_title_length check (length(title) between 1 and 120),
  given_by     text not null default '' constraint honours_giver_length check (length(given_by) <= 120),
  given_on     date not null,
  recorded_by  uuid not null,
  recorded_by_name text not null,
  recorded_at  timestamptz not null,
  primary key (org_id, id),
  constraint honours_person foreign key (org_id, person_id) references people.persons (org_id, id)
);
create index honours_of_person on hours.honours (org_id, person_id, given_on desc);
call platform.guard_table('hours.honours', 'select, insert');

create table hours.honour_withdrawals (
  org_id     uuid not null,
  honour_id  uuid not null,
  reason     text not null constraint honour_withdrawals_reason_length check (length(reason) between 1 and 500),
  by_account uuid not null,
  at         timestamptz not null,
  primary key (org_id, honour_id),
  constraint honour_withdrawals_of_honour foreign key (org_id, honour_id) references hours.honours (org_id, id)
);
call platform.guard_table('hours.honour_withdrawals', 'select, insert');

-- Applying (申请), and what became of it: 受理 or declined, then issued (开具) and put on show (公示).
create table hours.applications (
  org_id       uuid not null,
  id           uuid not null default gen_random_uuid(),
  person_id    uuid not null,
  from_on      date not null,
  until_on     date not null,
  purpose      text not null default '' constraint applications_purpose_length check (length(purpose) <= 200),
  applied_by   uuid not null,
  applied_by_name text not null,
  applied_at   timestamptz not null,
  primary key (org_id, id),
  constraint applications_in_order check (from_on <= until_on),
  constraint applications_person foreign key (org_id, person_id) references people.persons (org_id, id)
);
create index applications_recent on hours.applications (org_id, applied_at desc, id desc);
create index applications_of_person on hours.applications (org_id, person_id);
call platform.guard_table('hours.applications', 'select, insert');

create table hours.application_steps (
  org_id          uuid not null,
  application_id  uuid not null,
  seq             smallint not null,
  kind            text not null constraint application_steps_kind_known check (kind in ('accepted', 'declined', 'taken_back', 'issued')),
  words           text not null default '' constraint application_steps_words_length check (length(words) <= 500),
  by_account      uuid not null,
  by_name         text not null,
  at              timestamptz not null,
  primary key (org_id, application_id, seq),
  constraint application_steps_say_why check (kind <> 'declined' or words <> ''),
  constraint application_steps_of_application foreign key (org_id, application_id) references hours.applications (org_id, id)
);
call platform.guard_table('hours.application_steps', 'select, insert');

-- Public halves of the keys certificates were signed with; the other half is derived and stored nowhere (decision 0005).
create table hours.signing_keys (
  org_id      uuid not null,
  key_id      text not null,
  public_key  text not null,
  first_used_at timestamptz not null default clock_timestamp(),
  primary key (org_id, key_id)
);
call platform.guard_table('hours.signing_keys', 'select, insert');

create table hours.certificates (
  org_id          uuid not null,
  id              uuid not null default gen_random_uuid(),
  application_id  uuid not null,
  person_id       uuid not null,
  year            smallint not null,
  serial          integer not null constraint certificates_serial_positive check (serial > 0),
  number          text not null,
  from_on         date not null,
  until_on        date not null,
  minutes         integer not null constraint certificates_minutes_positive check (minutes > 0),
  issued_on       date not null,
  shown_until_on  date not null,
  document        text not null,
  key_id          text not null,
  issued_by       uuid not null,
  issued_by_name  text not null,
  issued_at       timestamptz not null,
  primary key (org_id, id),
  constraint certificates_number_once unique (org_id, number),
  constraint certificates_serial_once unique (org_id, year, serial),
  constraint certificates_of_application_once unique (org_id, application_id),
  constraint certificates_of_application foreign key (org_id, application_id) references hours.applications (org_id, id),
  constraint certificates_key foreign key (org_id, key_id) references hours.signing_keys (org_id, key_id),
  constraint certificates_person foreign key (org_id, person_id) references people.persons (org_id, id)
);
comment on column hours.certificates.document is 'The signed text as issued, byte for byte: a snapshot that later corrections do not touch.';
comment on column hours.certificates.shown_until_on is 'Last day it is put on show to members (公示); objections are heard until then.';
create index certificates_recent on hours.certificates (org_id, issued_at desc, id desc);
create index certificates_of_person on hours.certificates (org_id, person_id, issued_at desc);
create index certificates_on_show on hours.certificates (org_id, shown_until_on);
call platform.guard_table('hours.certificates', 'select, insert');

-- Which entries a certificate was counted from, so that its figure opens to its rows.
create table hours.certificate_entries (
  org_id          uuid not null,
  certificate_id  uuid not null,
  entry_id        uuid not null,
  primary key (org_id, certificate_id, entry_id),
  constraint certificate_entries_of_certificate foreign key (org_id, certificate_id) references hours.certificates (org_id, id),
  constraint certificate_entries_entry foreign key (org_id, entry_id) references hours.entries (org_id, id)
);
create index certificate_entries_by_entry on hours.certificate_entries (org_id, entry_id);
call platform.guard_table('hours.certificate_entries', 'select, insert');

create table hours.objections (
  org_id          uuid not null,
  id              uuid not null default gen_random_uuid(),
  certificate_id  uuid not null,
  words           text not null constraint objections_words_length check (length(words) between 1 and 500),
  by_account      uuid not null,
  by_name         text not null,
  at              timestamptz not null,
  primary key (org_id, id),
  constraint objections_of_certificate foreign key (org_id, certificate_id) references hours.certificates (org_id, id)
);
create index objections_by_certificate on hours.objections (org_id, certificate_id);
call platform.guard_table('hours.objections', 'select, insert');

create table hours.revocations (
  org_id          uuid not null,
  certificate_id  uuid not null,
  reason          text not null constraint revocations_reason_known check (reason in ('hours_wrong', 'person_wrong', 'replaced', 'wish', 'other')),
  words           text not null constraint revocations_words_length check (length(words) between 1 and 500),
  revoked_on      date not null,
  by_account      uuid not null,
  by_name         text not null,
  at              timestamptz not null,
  primary key (org_id, certificate_id),
  constraint revocations_of_certificate foreign key (org_id, certificate_id) references hours.certificates (org_id, id)
);
comment on column hours.revocations.words is 'For the organisation itself; the public page says the reason''s kind only.';
call platform.guard_table('hours.revocations', 'select, insert');

-- Every entry that no later one supersedes, with the latest decision about it.
create view hours.standing_entries with (security_invoker = true) as
  select e.*, coalesce(d.seq, 0) as decision_seq, d.kind as decision, d.words as decision_words, d.by_name as decided_by_name, d.at as decided_at
  from hours.entries e
  left join lateral (select seq, kind, words, by_name, at from hours.decisions d where d.org_id = e.org_id and d.entry_id = e.id order by d.seq desc limit 1) d on true
  where not exists (select from hours.entries c where c.org_id = e.org_id and c.supersedes = e.id);
grant select on hours.standing_entries to linli_app;

-- Published for insights: what counts, without names.
create view hours.hour_facts with (security_invoker = true) as
  select org_id, id as entry_id, person_id, source_kind, source_id, happened_on, minutes
  from hours.standing_entries where decision = 'confirmed' and minutes is not null;
grant select on hours.hour_facts to linli_app;

-- Organisations that are there already get what their roles now may.
alter table identity.roles no force row level security;
update identity.roles set capabilities = capabilities || array['hours.read', 'hours.confirm', 'certificates.issue'], version = version + 1
where key in ('supervisor', 'coordinator') and not 'hours.read' = any(capabilities);
update identity.roles set capabilities = array_append(capabilities, 'hours.own'), version = version + 1 where key = 'volunteer' and not 'hours.own' = any(capabilities);
alter table identity.roles force row level security;

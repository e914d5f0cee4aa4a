-- Assessment: instruments as they were used, item by item, and what came of it.
create schema assessment;
grant usage on schema assessment to linli_app;

create table assessment.records (
  org_id              uuid not null,
  id                  uuid not null default gen_random_uuid(),
  person_id           uuid not null,
  instrument_id       text not null,
  instrument_version  smallint not null,
  assessed_on         date not null,
  place               text not null default '' constraint records_place_length check (length(place) <= 100),
  present             text[] not null,
  assessors           jsonb not null,
  answers             jsonb not null,
  facts               jsonb not null,
  note                text not null default '' constraint records_note_length check (length(note) <= 2000),
  total               smallint,
  band                text,
  level               smallint constraint records_level_known check (level between 0 and 4),
  next_due_on         date,
  corrects            uuid,
  recorded_by         uuid not null,
  recorded_by_name    text not null,
  recorded_at         timestamptz not null default clock_timestamp(),
  primary key (org_id, id),
  constraint records_person foreign key (org_id, person_id) references people.persons (org_id, id),
  constraint records_corrected foreign key (org_id, corrects) references assessment.records (org_id, id),
  constraint records_corrected_once unique (org_id, corrects),
  constraint records_due_after check (next_due_on > assessed_on)
);
comment on table assessment.records is 'Append-only. A correction is a row that names the one it takes the place of; two at once clash.';
comment on column assessment.records.answers is 'Score by item; "na" where it does not apply. A blank item is not there: it is not scored.';
comment on column assessment.records.total is 'What the scorer of this version made of the answers, kept so that it can be counted; null when not scorable.';
create index records_of_person on assessment.records (org_id, person_id, assessed_on desc, id);
create index records_recent on assessment.records (org_id, assessed_on desc, id desc);
create index records_due on assessment.records (org_id, next_due_on, id) where next_due_on is not null;
call platform.guard_table('assessment.records', 'select, insert');

create table assessment.withdrawals (
  org_id      uuid not null,
  record_id   uuid not null,
  reason      text not null constraint withdrawals_reason_length check (length(reason) between 2 and 500),
  by_account  uuid not null,
  by_name     text not null,
  at          timestamptz not null default clock_timestamp(),
  primary key (org_id, record_id),
  constraint withdrawals_record foreign key (org_id, record_id) references assessment.records (org_id, id)
);
call platform.guard_table('assessment.withdrawals', 'select, insert');

-- Texts of items an organisation has a licence for. The newest one not taken back is shown.
create table assessment.item_texts (
  org_id              uuid not null,
  id                  uuid not null default gen_random_uuid(),
  instrument_id       text not null,
  instrument_version  smallint not null,
  licence             text not null constraint item_texts_licence_length check (length(licence) between 2 and 300),
  texts               jsonb not null,
  by_account          uuid not null,
  by_name             text not null,
  at                  timestamptz not null default clock_timestamp(),
  primary key (org_id, id)
);
comment on column assessment.item_texts.licence is 'By which permission the organisation uses the text, in its own words.';
create index item_texts_of_instrument on assessment.item_texts (org_id, instrument_id, instrument_version, at desc);
call platform.guard_table('assessment.item_texts', 'select, insert');

create table assessment.item_text_undos (
  org_id      uuid not null,
  import_id   uuid not null,
  by_account  uuid not null,
  by_name     text not null,
  at          timestamptz not null default clock_timestamp(),
  primary key (org_id, import_id),
  constraint item_text_undos_import foreign key (org_id, import_id) references assessment.item_texts (org_id, id)
);
call platform.guard_table('assessment.item_text_undos', 'select, insert');

-- Records that count: neither corrected nor withdrawn, with the record that stands for the person now. No name, no words.
create view assessment.record_facts with (security_invoker = true) as
  select r.org_id, r.id as record_id, r.person_id, i.survivor_id, r.instrument_id, r.instrument_version, r.assessed_on, r.total, r.band, r.level, r.next_due_on
  from assessment.records r
  join people.identities i on i.org_id = r.org_id and i.person_id = r.person_id
  where not exists (select from assessment.records c where c.org_id = r.org_id and c.corrects = r.id)
    and not exists (select from assessment.withdrawals w where w.org_id = r.org_id and w.record_id = r.id);
grant select on assessment.record_facts to linli_app;

-- Organisations that are there already: whoever keeps files assesses; the supervisor brings in licensed texts.
alter table identity.roles no force row level security;
update identity.roles set capabilities = array_append(capabilities, 'assessments.work'), version = version + 1
where key in ('supervisor', 'worker') and not 'assessments.work' = any(capabilities);
update identity.roles set capabilities = array_append(capabilities, 'instruments.manage'), version = version + 1
where key in ('supervisor') and not 'instruments.manage' = any(capabilities);
alter table identity.roles force row level security;

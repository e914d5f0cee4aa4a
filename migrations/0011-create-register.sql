-- Register import: the file as it came, its rows as read, what was decided about them, and what became of each.
create schema register;
grant usage on schema register to linli_app;

create table register.imports (
  org_id             uuid not null,
  id                 uuid not null default gen_random_uuid(),
  file_name          text not null constraint imports_file_name_length check (length(file_name) between 1 and 200),
  sha256             text not null constraint imports_sha256_form check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes              bigint not null,
  uploaded_by        uuid not null,
  uploaded_by_name   text not null,
  uploaded_at        timestamptz not null default clock_timestamp(),
  job_id             uuid,
  mapping            jsonb,
  mapping_from       text not null default 'proposed' constraint imports_mapping_from_known check (mapping_from in ('proposed', 'remembered', 'chosen')),
  fingerprint        text,
  checked_at         timestamptz,
  check_failure      jsonb,
  figures            jsonb,
  preview            bytea,
  accepted_at        timestamptz,
  accepted_by        uuid,
  accepted_by_name   text,
  next_position      integer not null default 0,
  created_count      integer not null default 0,
  completed_count    integer not null default 0,
  joined_count       integer not null default 0,
  applied_at         timestamptz,
  undo_asked_at      timestamptz,
  undo_asked_by      uuid,
  undone_at          timestamptz,
  removed_count      integer not null default 0,
  restored_count     integer not null default 0,
  kept_count         integer not null default 0,
  version            integer not null default 1,
  primary key (org_id, id)
);
comment on column register.imports.job_id is 'The job asked for last: checking, applying or undoing.';
comment on column register.imports.mapping is 'What column holds what, where the proposal was not taken; see src/register/model/fields.ts';
comment on column register.imports.check_failure is 'Reason and parameters of the refusal when the file could not be read.';
comment on column register.imports.figures is 'Counts only. What names somebody is in preview.';
comment on column register.imports.preview is 'Layout, columns with samples, faults and proposals as JSON, sealed for the cell register.imports | preview | id.';
comment on column register.imports.next_position is 'Checkpoint of applying: every person whose first row stands before it has been dealt with.';
create index imports_recent on register.imports (org_id, uploaded_at desc, id desc);
create index imports_same_file on register.imports (org_id, sha256);
call platform.guard_table('register.imports');

-- The file itself, in pieces, so that a backup holds it and bad rows can be given back as they came.
create table register.import_parts (
  org_id     uuid not null,
  import_id  uuid not null,
  seq        integer not null,
  sealed     bytea not null,
  primary key (org_id, import_id, seq),
  constraint import_parts_import foreign key (org_id, import_id) references register.imports (org_id, id) on delete cascade
);
comment on column register.import_parts.sealed is 'At most 512 KB of the file in base64, sealed for the cell register.import_parts | sealed | import/seq.';
call platform.guard_table('register.import_parts', 'select, insert, delete');

-- Rows about people, as read. Nothing of them is in the people's records before somebody accepts the preview.
create table register.rows (
  org_id          uuid not null,
  import_id       uuid not null,
  position        integer not null,
  first_position  integer not null,
  sheet           smallint not null,
  row_number      integer not null,
  verdict         text not null constraint rows_verdict_known check (verdict in ('in', 'repeat', 'back')),
  faults          text[] not null default '{}',
  warned          boolean not null,
  sealed          bytea not null,
  recovery        text,
  confirmed       boolean not null default false,
  match_id        uuid,
  match_certain   boolean,
  match_reasons   text[],
  decision        text constraint rows_decision_known check (decision in ('complete', 'create')),
  primary key (org_id, import_id, position),
  constraint rows_import foreign key (org_id, import_id) references register.imports (org_id, id) on delete cascade,
  constraint rows_repeat_points_back check ((verdict = 'repeat') = (first_position <> position))
);
comment on column register.rows.position is 'The row''s place among all rows about people, from 0, over all sheets.';
comment on column register.rows.first_position is 'Where the same person stands for the first time; its own position otherwise.';
comment on column register.rows.faults is 'Kinds only; see src/register/model/faults.ts';
comment on column register.rows.sealed is 'The row as JSON, sealed for the cell register.rows | sealed | import/position.';
comment on column register.rows.recovery is 'Why another identity number is proposed; confirmed says whether a person agreed.';
comment on column register.rows.match_id is 'Who seems to be the same person among those here already, at the time of checking.';
create index rows_repeating on register.rows (org_id, import_id, first_position) where verdict = 'repeat';
create index rows_back on register.rows (org_id, import_id, position) where verdict = 'back';
create index rows_warned on register.rows (org_id, import_id, position) where warned;
create index rows_recoverable on register.rows (org_id, import_id, position) where recovery is not null;
create index rows_matched on register.rows (org_id, import_id, match_certain, position) where match_id is not null;
call platform.guard_table('register.rows');

-- What became of a row. The key makes a row that comes twice impossible.
create table register.outcomes (
  org_id     uuid not null,
  import_id  uuid not null,
  position   integer not null,
  person_id  uuid not null,
  outcome    text not null constraint outcomes_outcome_known check (outcome in ('created', 'completed', 'joined')),
  primary key (org_id, import_id, position),
  constraint outcomes_import foreign key (org_id, import_id) references register.imports (org_id, id) on delete cascade
);
comment on column register.outcomes.person_id is 'No foreign key: undoing removes the person, what was done stays on record.';
create index outcomes_created on register.outcomes (org_id, import_id, person_id) where outcome = 'created';
call platform.guard_table('register.outcomes', 'select, insert, delete');

-- What the columns of a kind of file mean, as somebody corrected it: proposed again when the same headers come.
create table register.saved_mappings (
  org_id       uuid not null,
  fingerprint  text not null constraint saved_mappings_fingerprint_form check (fingerprint ~ '^[0-9a-f]{64}$'),
  name         text not null constraint saved_mappings_name_length check (length(name) between 1 and 200),
  mapping      jsonb not null,
  saved_by     uuid not null,
  saved_at     timestamptz not null default clock_timestamp(),
  primary key (org_id, fingerprint)
);
call platform.guard_table('register.saved_mappings');

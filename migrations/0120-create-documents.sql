-- Documents: the templates of standard forms as an organisation changed them, and every document made of them.
create schema documents;
grant usage on schema documents to linli_app;

create table documents.templates (
  org_id      uuid not null,
  form        text not null constraint templates_form_form check (form ~ '^[a-z_]{3,40}$'),
  version     integer not null constraint templates_from_one check (version > 0),
  text        text constraint templates_text_length check (length(text) between 1 and 20000),
  note        text not null default '' constraint templates_note_length check (length(note) <= 500),
  by_account  uuid not null,
  by_name     text not null,
  at          timestamptz not null default clock_timestamp(),
  primary key (org_id, form, version)
);
comment on table documents.templates is 'Append-only: a change is the next version; no text means back to the shipped one. Two at once clash on the number.';
call platform.guard_table('documents.templates', 'select, insert');

create table documents.made (
  org_id            uuid not null,
  id                uuid not null default gen_random_uuid(),
  case_id           uuid not null,
  person_id         uuid not null,
  form              text not null constraint made_form_form check (form ~ '^[a-z_]{3,40}$'),
  format            text not null constraint made_format_known check (format in ('pdf', 'docx')),
  template_version  integer not null,
  template_hash     text not null constraint made_template_hash_form check (template_hash ~ '^[0-9a-f]{64}$'),
  content_hash      text not null constraint made_content_hash_form check (content_hash ~ '^[0-9a-f]{64}$'),
  by_account        uuid not null,
  by_name           text not null,
  at                timestamptz not null default clock_timestamp(),
  primary key (org_id, id),
  constraint made_person foreign key (org_id, person_id) references people.persons (org_id, id)
);
comment on table documents.made is 'Append-only. The document itself is not kept: it is made anew from the facts, under the rights and consents of that moment.';
comment on column documents.made.template_version is '0 for the shipped template; its words are known by template_hash.';
create index made_by_case on documents.made (org_id, case_id, at desc);
call platform.guard_table('documents.made', 'select, insert');

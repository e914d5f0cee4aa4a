-- Agreements: an easy-read text beside the wording, and the paper somebody signed.
alter table volunteering.agreement_templates add column easy_body text not null default '' constraint agreement_templates_easy_length check (length(easy_body) <= 8000);
comment on column volunteering.agreement_templates.text_hash is 'SHA-256, in UTF-8, of title, a line feed and body; with an easy-read text, of that, two line feeds and the easy-read text: proves which words were shown.';

create table volunteering.agreement_scans (
  org_id        uuid not null,
  agreement_id  uuid not null,
  content_hash  bytea not null constraint agreement_scans_hash_length check (length(content_hash) = 32),
  media_type    text not null constraint agreement_scans_type_known check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
  content       bytea not null constraint agreement_scans_size check (length(content) <= 5242880),
  added_by      uuid not null,
  added_by_name text not null,
  added_at      timestamptz not null,
  primary key (org_id, agreement_id, content_hash),
  constraint agreement_scans_of_agreement foreign key (org_id, agreement_id) references volunteering.agreements (org_id, id) on delete cascade
);
comment on column volunteering.agreement_scans.content_hash is 'SHA-256 of the file: the paper kept is the paper that was uploaded.';
call platform.guard_table('volunteering.agreement_scans', 'select, insert');

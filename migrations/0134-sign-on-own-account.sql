-- A volunteer signs on their own account; the organisation signs afterwards, by a row of its own. Only what both signed counts.
alter table volunteering.agreements
  alter column countersigned_by drop not null,
  alter column countersigned_by_name set default '',
  add column signed_by_account uuid,
  add constraint agreements_someone_signs check (countersigned_by is not null or signed_by_account is not null);
comment on column volunteering.agreements.signed_by_account is 'Signed by the volunteer on this account of theirs; null: in the presence of the colleague who countersigned.';
comment on column volunteering.agreements.countersigned_by is 'Who signed for the organisation at once; null: see volunteering.countersigns.';

create table volunteering.countersigns (
  org_id        uuid not null,
  agreement_id  uuid not null,
  by_account    uuid not null,
  by_name       text not null,
  at            timestamptz not null,
  primary key (org_id, agreement_id),
  constraint countersigns_of_agreement foreign key (org_id, agreement_id) references volunteering.agreements (org_id, id) on delete cascade
);
call platform.guard_table('volunteering.countersigns', 'select, insert');

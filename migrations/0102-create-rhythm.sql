-- Rhythm: how often somebody is to be seen, as a supervisor or worker judged it; and the case a service belongs to.
create table encounters.tiers (
  org_id      uuid not null,
  person_id   uuid not null,
  seq         integer not null constraint tiers_seq_positive check (seq > 0),
  tier        text not null constraint tiers_known check (tier in ('high', 'middle', 'low', 'none')),
  reason      text not null constraint tiers_reason_length check (length(reason) between 1 and 500),
  by_account  uuid not null,
  by_name     text not null,
  on_day      date not null,
  at          timestamptz not null,
  primary key (org_id, person_id, seq),
  constraint tiers_person foreign key (org_id, person_id) references people.persons (org_id, id)
);
comment on table encounters.tiers is 'Append-only: the last row of a person counts; none takes them off the list, with a reason like every other.';
comment on column encounters.tiers.tier is 'Days per tier are data with a version: src/encounters/model/rhythm/rhythm-pack.ts';
call platform.guard_table('encounters.tiers', 'select, insert');

alter table encounters.revisions add column case_id uuid;
alter table encounters.revisions add constraint revisions_case foreign key (org_id, case_id) references casework.cases (org_id, id);
comment on column encounters.revisions.case_id is 'The one open case of the first client the recorder may write to; null where there is none or more than one.';
create index revisions_of_case on encounters.revisions (org_id, case_id, happened_on desc) where case_id is not null;
create index revisions_of_account on encounters.revisions (org_id, by_account, happened_on desc, encounter_id desc);

-- People: who and what holds somebody up, and how strong the tie is. Migrations only move forward (decision 0004).
create table people.supports (
  org_id           uuid not null,
  id               uuid not null default gen_random_uuid(),
  person_id        uuid not null,
  kind             text not null constraint supports_kind_known check (kind in ('relative', 'friend', 'neighbour', 'volunteer', 'service', 'organisation', 'school', 'work')),
  relationship_id  uuid,
  name             text constraint supports_name_length check (length(name) between 1 and 40),
  tie              text not null constraint supports_tie_known check (tie in ('strong', 'ordinary', 'weak', 'strained', 'broken')),
  note             text not null default '' constraint supports_note_length check (length(note) <= 300),
  from_on          date not null,
  until_on         date,
  recorded_by      uuid not null,
  recorded_by_name text not null,
  recorded_at      timestamptz not null default clock_timestamp(),
  primary key (org_id, id),
  constraint supports_person foreign key (org_id, person_id) references people.persons (org_id, id),
  constraint supports_relationship foreign key (org_id, relationship_id) references people.relationships (org_id, id) on delete cascade,
  constraint supports_one_of_both check ((relationship_id is null) <> (name is null)),
  constraint supports_in_order check (until_on is null or until_on >= from_on)
);
comment on table people.supports is 'One support (支持) of one person from a day to a day; another strength is a new row.';
comment on column people.supports.tie is 'How strong: strong, ordinary, weak; strained (紧张) or broken (中断).';
create index supports_of_person on people.supports (org_id, person_id);
create index supports_of_relationship on people.supports (org_id, relationship_id) where relationship_id is not null;
call platform.guard_table('people.supports', 'select, insert, update');

-- A consent that acts: whoever does not want to be contacted has no number in any list from the same transaction on, and a withdrawal leaves duties.
alter table people.persons add column no_contact_on date;
comment on column people.persons.no_contact_on is 'Since when contact is refused or withdrawn; follows from the trail of consents, as withheld_on does';
update people.persons p set no_contact_on = c.from_on
  from (select distinct on (c.org_id, coalesce(m.merged_into, m.id)) c.org_id, coalesce(m.merged_into, m.id) as person_id, c.state, c.from_on
    from people.consents c join people.persons m on m.org_id = c.org_id and m.id = c.person_id
    where c.purpose = 'contact' order by c.org_id, coalesce(m.merged_into, m.id), c.from_on desc, c.recorded_at desc) c
  where p.org_id = c.org_id and p.id = c.person_id and c.state in ('refused', 'withdrawn');
create index persons_no_contact on people.persons (org_id, no_contact_on) where no_contact_on is not null;

create table people.obligations (
  org_id      uuid not null,
  id          uuid not null default gen_random_uuid(),
  consent_id  uuid not null,
  person_id   uuid not null,
  purpose     text not null constraint obligations_purpose_known check (purpose in ('contact', 'keep_data', 'share', 'photograph', 'be_matched')),
  duty        text not null constraint obligations_duty_form check (duty ~ '^[a-z_]{3,40}$'),
  kind        text not null constraint obligations_kind_known check (kind in ('stop', 'tell', 'delete')),
  owner_id    uuid not null,
  owner_name  text not null,
  due_on      date not null,
  made_at     timestamptz not null default clock_timestamp(),
  primary key (org_id, id),
  constraint obligations_once unique (org_id, consent_id, duty),
  constraint obligations_consent foreign key (org_id, consent_id) references people.consents (org_id, id),
  constraint obligations_person foreign key (org_id, person_id) references people.persons (org_id, id)
);
comment on table people.obligations is 'What a withdrawal asks of us beyond what the system cuts by itself: what is to be stopped, told or deleted, by whom, by when. Never changed; settled by rows.';
create index obligations_of_person on people.obligations (org_id, person_id, purpose);
create index obligations_due on people.obligations (org_id, due_on, id);
call platform.guard_table('people.obligations', 'select, insert');

create table people.obligation_answers (
  org_id         uuid not null,
  id             uuid not null default gen_random_uuid(),
  obligation_id  uuid not null,
  answer         text not null constraint obligation_answers_known check (answer in ('done', 'not_needed', 'handed_over', 'reopened')),
  owner_id       uuid,
  owner_name     text,
  words          text not null constraint obligation_answers_words check (length(words) between 1 and 1000),
  done_on        date not null,
  by_account     uuid not null,
  by_name        text not null,
  at             timestamptz not null default clock_timestamp(),
  primary key (org_id, id),
  constraint obligation_answers_of foreign key (org_id, obligation_id) references people.obligations (org_id, id),
  constraint obligation_answers_owner check ((answer = 'handed_over') = (owner_id is not null and owner_name is not null))
);
comment on table people.obligation_answers is 'Append-only: done, not needed and why, handed to a colleague, or open again.';
create index obligation_answers_by_obligation on people.obligation_answers (org_id, obligation_id, at);
call platform.guard_table('people.obligation_answers', 'select, insert');

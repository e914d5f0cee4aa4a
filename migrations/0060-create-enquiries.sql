-- Enquiries: the public asks for help, for themselves or for another, with or without naming them (K13).
create schema enquiries;
grant usage on schema enquiries to linli_app;

create table enquiries.enquiries (
  org_id          uuid not null,
  id              uuid not null default gen_random_uuid(),
  reference       text not null constraint enquiries_reference_form check (reference ~ '^[0-9]{6}-[0-9]{4}$'),
  received_at     timestamptz not null,
  channel         text not null constraint enquiries_channel_known check (channel in ('web', 'phone', 'visit', 'letter')),
  for_whom        text not null constraint enquiries_for_whom_known check (for_whom in ('self', 'other')),
  asker_name      text,
  asker_contact   text,
  asker_relation  text,
  subject_name    text,
  community       text,
  words           text not null constraint enquiries_words_length check (length(words) between 1 and 4000),
  urgent          boolean not null default false,
  due_on          date not null,
  recorded_by     uuid,
  version         integer not null default 1,
  primary key (org_id, id),
  constraint enquiries_reference_unique unique (org_id, reference)
);
comment on column enquiries.enquiries.subject_name is 'Absent when whoever asks does not want to name the person.';
comment on column enquiries.enquiries.recorded_by is 'The worker who wrote down a call or a visit; absent when the public wrote it.';
create index enquiries_by_due on enquiries.enquiries (org_id, due_on, id);
create index enquiries_by_receipt on enquiries.enquiries (org_id, received_at desc, id desc);
call platform.guard_table('enquiries.enquiries', 'select, insert, update');

create table enquiries.events (
  org_id      uuid not null,
  enquiry_id  uuid not null,
  seq         integer not null,
  kind        text not null constraint events_kind_known check (kind in ('taken', 'contacted', 'not_reached', 'linked', 'closed', 'reopened')),
  at          timestamptz not null,
  by_account  uuid not null,
  by_name     text not null,
  note        text,
  person_id   uuid,
  reason      text constraint events_reason_known check (reason in ('answered', 'referred', 'file_opened', 'withdrawn', 'not_for_us', 'duplicate')),
  primary key (org_id, enquiry_id, seq),
  constraint events_enquiry foreign key (org_id, enquiry_id) references enquiries.enquiries (org_id, id),
  constraint events_closed_has_reason check ((kind = 'closed') = (reason is not null))
);
comment on table enquiries.events is 'What was done about an enquiry, in order; its status is computed from these rows and never stored.';
call platform.guard_table('enquiries.events', 'select, insert');

create view enquiries.enquiry_facts with (security_invoker = true) as
  select e.org_id, e.id, e.received_at, e.channel, e.for_whom, e.community, e.due_on,
    (select min(v.at) from enquiries.events v where v.org_id = e.org_id and v.enquiry_id = e.id and v.kind in ('contacted', 'closed')) as first_answer_at
  from enquiries.enquiries e;
grant select on enquiries.enquiry_facts to linli_app;

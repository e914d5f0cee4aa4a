-- Messages to a segment (群发通知): what was written, to whom it was to go, what became of each, and who wants no more of them.
create schema messaging;
grant usage on schema messaging to linli_app;

create table messaging.messages (
  org_id          uuid not null,
  id              uuid not null,
  kind            text not null constraint messages_kind_known check (kind in ('activities', 'services', 'greetings')),
  audience        jsonb not null,
  audience_words  text not null constraint messages_audience_words_length check (length(audience_words) between 1 and 200),
  words           text not null constraint messages_words_length check (length(words) between 1 and 300),
  easy_words      text not null default '' constraint messages_easy_words_length check (length(easy_words) <= 300),
  by_account      uuid not null,
  by_name         text not null,
  at              timestamptz not null,
  primary key (org_id, id)
);
comment on column messaging.messages.audience is 'Whom it is for, as chosen: asked anew until it is let go, then copied into messaging.recipients.';
create index messages_recent on messaging.messages (org_id, at desc, id desc);
call platform.guard_table('messaging.messages', 'select, insert');

-- Let go, with the instant before which it can be stopped; or stopped. The number is given once: of two who press at the same moment one is first.
create table messaging.message_events (
  org_id      uuid not null,
  message_id  uuid not null,
  number      smallint not null constraint message_events_one_or_two check (number in (1, 2)),
  kind        text not null constraint message_events_kind_known check (kind in ('released', 'stopped')),
  leaves_at   timestamptz,
  by_account  uuid not null,
  by_name     text not null,
  at          timestamptz not null,
  primary key (org_id, message_id, number),
  constraint message_events_of_message foreign key (org_id, message_id) references messaging.messages (org_id, id),
  constraint message_events_leaving check ((leaves_at is not null) = (kind = 'released'))
);
create index message_events_of_account on messaging.message_events (org_id, by_account, at);
call platform.guard_table('messaging.message_events', 'select, insert');

-- Everybody of the audience on the day it was let go: to be reached, or left out and why.
create table messaging.recipients (
  org_id      uuid not null,
  id          uuid not null,
  message_id  uuid not null,
  rank        integer not null constraint recipients_rank_from_one check (rank > 0),
  person_id   uuid not null,
  reached_by  text not null constraint recipients_reached_by_known check (reached_by in ('app', 'text', 'none')),
  reason      text constraint recipients_reason_known check (reason in ('withheld', 'deceased', 'no_contact', 'asked_for_rest', 'opted_out', 'no_guardian', 'must_not_contact', 'no_address')),
  guardian    boolean not null default false,
  primary key (org_id, id),
  constraint recipients_once unique (org_id, message_id, rank),
  constraint recipients_of_message foreign key (org_id, message_id) references messaging.messages (org_id, id),
  constraint recipients_person foreign key (org_id, person_id) references people.persons (org_id, id),
  constraint recipients_reason_where_none check ((reason is not null) = (reached_by = 'none'))
);
comment on column messaging.recipients.guardian is 'True when the guardian of somebody under age is written to instead of them.';
create index recipients_of_person on messaging.recipients (org_id, person_id);
call platform.guard_table('messaging.recipients', 'select, insert');

-- One telephone or account gets one message once: whoever comes second is joined to the first.
create table messaging.addresses (
  org_id        uuid not null,
  message_id    uuid not null,
  address_key   bytea not null,
  recipient_id  uuid not null,
  primary key (org_id, message_id, address_key),
  constraint addresses_of_recipient foreign key (org_id, recipient_id) references messaging.recipients (org_id, id)
);
comment on column messaging.addresses.address_key is 'Keyed hash of the number or account; neither can be read from it.';
call platform.guard_table('messaging.addresses', 'select, insert');

-- What came of each attempt; the latest stands.
create table messaging.attempts (
  org_id        uuid not null,
  recipient_id  uuid not null,
  number        integer not null constraint attempts_from_one check (number > 0),
  outcome       text not null constraint attempts_outcome_known check (outcome in ('sent', 'joined', 'failed', 'not_sent')),
  channel       text constraint attempts_channel_known check (channel in ('app', 'sms', 'wecom')),
  reason        text,
  joined_to     uuid,
  at            timestamptz not null,
  primary key (org_id, recipient_id, number),
  constraint attempts_of_recipient foreign key (org_id, recipient_id) references messaging.recipients (org_id, id)
);
comment on column messaging.attempts.joined_to is 'The recipient who got the message at the same telephone or account.';
create index attempts_joined on messaging.attempts (org_id, joined_to) where joined_to is not null;
call platform.guard_table('messaging.attempts', 'select, insert');

-- Wants no more of a kind, or wants them again; the latest row stands.
create table messaging.opt_outs (
  org_id      uuid not null,
  id          uuid not null,
  person_id   uuid not null,
  kind        text not null constraint opt_outs_kind_known check (kind in ('all', 'activities', 'services', 'greetings')),
  choice      text not null constraint opt_outs_choice_known check (choice in ('out', 'in')),
  said_to     text not null constraint opt_outs_said_to_known check (said_to in ('desk', 'link')),
  by_account  uuid not null,
  by_name     text not null,
  at          timestamptz not null default clock_timestamp(),
  primary key (org_id, id),
  constraint opt_outs_person foreign key (org_id, person_id) references people.persons (org_id, id)
);
create index opt_outs_of_person on messaging.opt_outs (org_id, person_id, kind, at desc);
call platform.guard_table('messaging.opt_outs', 'select, insert');

-- Where a message stands.
create view messaging.standing_messages with (security_invoker = true) as
  select m.org_id, m.id, m.kind, m.audience, m.audience_words, m.words, m.easy_words, m.by_account, m.by_name, m.at, r.leaves_at, s.at as stopped_at
  from messaging.messages m
  left join messaging.message_events r on r.org_id = m.org_id and r.message_id = m.id and r.kind = 'released'
  left join messaging.message_events s on s.org_id = m.org_id and s.message_id = m.id and s.kind = 'stopped';
grant select on messaging.standing_messages to linli_app;

-- Where it stands for each; nothing is stored of it.
create view messaging.standing_recipients with (security_invoker = true) as
  select r.org_id, r.id, r.message_id, r.rank, r.person_id, r.reached_by, r.guardian, coalesce(r.reason, a.reason) as reason, a.channel, a.at as attempted_at,
    case when r.reason is not null then 'left_out' when a.outcome is not null then a.outcome
      when exists (select from messaging.message_events e where e.org_id = r.org_id and e.message_id = r.message_id and e.kind = 'stopped') then 'stopped' else 'queued' end as state,
    coalesce(a.number, 0) as attempts
  from messaging.recipients r
  left join lateral (select outcome, channel, reason, at, number from messaging.attempts a where a.org_id = r.org_id and a.recipient_id = r.id order by number desc limit 1) a on true;
grant select on messaging.standing_recipients to linli_app;

-- What somebody wants now, by the record that stands for them.
create view messaging.standing_opt_outs with (security_invoker = true) as
  select distinct on (o.org_id, i.survivor_id, o.kind) o.org_id, i.survivor_id as person_id, o.kind, o.choice, o.at
  from messaging.opt_outs o join people.identities i on i.org_id = o.org_id and i.person_id = o.person_id
  order by o.org_id, i.survivor_id, o.kind, o.at desc, o.id desc;
grant select on messaging.standing_opt_outs to linli_app;

-- Organisations that are there already: who answers for people writes to them.
alter table identity.roles no force row level security;
update identity.roles set capabilities = array_append(capabilities, 'messages.send'), version = version + 1 where key in ('supervisor', 'worker', 'coordinator') and not 'messages.send' = any(capabilities);
alter table identity.roles force row level security;

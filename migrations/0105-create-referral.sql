-- Referral (转介): a matter handed to another organisation, and its way back. Each side holds a copy of its own.
create schema referral;
grant usage on schema referral to linli_app;

create table referral.referrals (
  org_id           uuid not null,
  id               uuid not null,
  side             text not null constraint referrals_side_known check (side in ('out', 'in')),
  person_id        uuid,
  case_id          uuid,
  other_org        uuid,
  other_name       text not null constraint referrals_other_name_length check (length(other_name) between 1 and 120),
  called           text constraint referrals_called_length check (length(called) <= 80),
  topic            text not null constraint referrals_topic_known check (topic in ('social_work', 'disability', 'employment', 'elder_care', 'carer_relief', 'health', 'children', 'legal', 'other')),
  shared_until     date,
  state            text not null constraint referrals_state_known check (state in ('waiting', 'accepted', 'refused', 'withdrawn', 'consent_ended', 'completed')),
  due_on           date,
  worker_id        uuid,
  sent_by_name     text not null,
  sent_at          timestamptz not null,
  primary key (org_id, id),
  constraint referrals_person foreign key (org_id, person_id) references people.persons (org_id, id),
  constraint referrals_case foreign key (org_id, case_id) references casework.cases (org_id, id),
  constraint referrals_sent_of_somebody check (side = 'in' or person_id is not null),
  constraint referrals_sent_has_worker check (side = 'in' or worker_id is not null),
  constraint referrals_open_is_due check (state not in ('waiting', 'accepted') or due_on is not null)
);
comment on table referral.referrals is 'The same id on both sides. state, due_on and worker_id are computed from the events and kept for lists to go by.';
comment on column referral.referrals.other_org is 'Null where the other does not work with this installation.';
comment on column referral.referrals.called is 'What the person is called; taken from the receiver''s copy when they may no longer read the packet.';
comment on column referral.referrals.shared_until is 'First day on which the consent to share no longer holds.';
create index referrals_recent on referral.referrals (org_id, side, sent_at desc, id desc);
create index referrals_due on referral.referrals (org_id, due_on, id) where due_on is not null;
create index referrals_of_person on referral.referrals (org_id, person_id) where person_id is not null;
create index referrals_of_case on referral.referrals (org_id, case_id) where case_id is not null;
call platform.guard_table('referral.referrals', 'select, insert, update');

-- What left: exactly this, and nothing is read across. The receiver's copy is deleted when it may no longer be opened.
create table referral.packets (
  org_id       uuid not null,
  referral_id  uuid not null,
  packet       jsonb not null,
  primary key (org_id, referral_id),
  constraint packets_referral foreign key (org_id, referral_id) references referral.referrals (org_id, id)
);
call platform.guard_table('referral.packets', 'select, insert');

create table referral.events (
  org_id       uuid not null,
  referral_id  uuid not null,
  number       integer not null constraint events_from_one check (number > 0),
  kind         text not null constraint events_kind_known check (kind in ('sent', 'opened', 'accepted', 'refused', 'completed', 'withdrawn', 'extended', 'consent_ended', 'handed_over', 'asked_after', 'settled', 'taken_in')),
  by_side      text not null constraint events_side_known check (by_side in ('out', 'in')),
  on_day       date not null,
  reason       text constraint events_reason_length check (length(reason) <= 40),
  words        text not null default '' constraint events_words_length check (length(words) <= 2000),
  due_on       date,
  worker_id    uuid,
  worker_name  text,
  case_id      uuid,
  by_account   uuid,
  by_name      text not null,
  at           timestamptz not null,
  primary key (org_id, referral_id, number),
  constraint events_referral foreign key (org_id, referral_id) references referral.referrals (org_id, id)
);
comment on table referral.events is 'Append-only. What one side does that the other must know stands on both, with by_side saying whose act it was.';
call platform.guard_table('referral.events', 'select, insert');

-- The only way across: the newest act of one's own side, copied to the other. It returns nothing.
create function referral.tell(referral uuid, event integer) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  org uuid := nullif(current_setting('app.org', true), '')::uuid;
  own referral.referrals;
  said referral.events;
  paper jsonb;
  org_name text;
begin
  select r.* into own from referral.referrals r where r.org_id = org and r.id = referral;
  select e.* into said from referral.events e where e.org_id = org and e.referral_id = referral and e.number = event;
  if own.other_org is null or own.other_org = org or said.by_side is distinct from own.side
    or not said.kind = any(case own.side when 'out' then array['sent', 'extended', 'withdrawn'] else array['opened', 'accepted', 'refused', 'completed'] end) then
    raise exception 'This is not told to another organisation.';
  end if;
  select p.packet into paper from referral.packets p where p.org_id = org and p.referral_id = referral;
  select o.name into org_name from identity.organizations o where o.id = org;
  perform set_config('app.org', own.other_org::text, true);
  if said.kind = 'sent' then
    insert into referral.referrals (org_id, id, side, other_org, other_name, called, topic, shared_until, state, due_on, sent_by_name, sent_at)
    values (own.other_org, own.id, 'in', org, org_name, own.called, own.topic, own.shared_until, own.state, own.due_on, own.sent_by_name, own.sent_at);
    insert into referral.packets (org_id, referral_id, packet) values (own.other_org, own.id, paper);
  else
    update referral.referrals r set state = own.state,
      due_on = case when own.state in ('waiting', 'accepted') then own.due_on when own.state = 'refused' then said.on_day end
    where r.org_id = own.other_org and r.id = own.id and r.other_org = org and r.side <> own.side;
    if not found then raise exception 'The other organisation has no such referral.'; end if;
  end if;
  insert into referral.events (org_id, referral_id, number, kind, by_side, on_day, reason, words, due_on, by_name, at)
  select own.other_org, own.id, 1 + coalesce(max(e.number), 0), said.kind, said.by_side, said.on_day, said.reason, said.words, said.due_on, said.by_name, said.at
  from referral.events e where e.org_id = own.other_org and e.referral_id = own.id;
  if said.kind in ('withdrawn', 'refused') then perform referral.close_packet(case own.side when 'in' then org else own.other_org end, own.id); end if;
  perform set_config('app.org', org::text, true);
end $$;

-- The receiver's copy of what left goes, and the name with it.
create function referral.close_packet(receiver uuid, referral uuid) returns void language plpgsql set search_path = pg_catalog as $$
declare
  before text := current_setting('app.org', true);
begin
  perform set_config('app.org', receiver::text, true);
  delete from referral.packets p where p.org_id = receiver and p.referral_id = referral;
  update referral.referrals r set called = null where r.org_id = receiver and r.id = referral and r.side = 'in';
  perform set_config('app.org', before, true);
end $$;
revoke all on function referral.close_packet(uuid, uuid) from public;
revoke all on function referral.tell(uuid, integer) from public;
grant execute on function referral.tell(uuid, integer) to linli_app;

-- A person who no longer agrees to sharing (or to their data being kept) closes every packet of theirs, in the same transaction, whoever wrote it down.
create function referral.end_sharing() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  one record;
  is_open boolean;
begin
  if exists (select from people.persons p join people.persons s on s.org_id = p.org_id and coalesce(s.merged_into, s.id) = coalesce(p.merged_into, p.id)
    join people.consents c on c.org_id = s.org_id and c.person_id = s.id
    where p.org_id = new.org_id and p.id = new.person_id and c.purpose = new.purpose and c.from_on > new.from_on and c.state = 'given') then
    return null;
  end if;
  for one in select r.id, r.other_org from people.persons p
    join people.persons s on s.org_id = p.org_id and coalesce(s.merged_into, s.id) = coalesce(p.merged_into, p.id)
    join referral.referrals r on r.org_id = s.org_id and r.person_id = s.id and r.side = 'out'
    where p.org_id = new.org_id and p.id = new.person_id order by r.id
  loop
    perform pg_advisory_xact_lock(hashtextextended('referral|' || one.id, 0));
    update referral.referrals r set state = 'consent_ended', due_on = new.from_on where r.org_id = new.org_id and r.id = one.id and r.state in ('waiting', 'accepted');
    is_open := found;
    if is_open then perform referral.note_end(new.org_id, one.id, new.from_on); end if;
    if one.other_org is not null then
      perform referral.close_packet(one.other_org, one.id);
      perform set_config('app.org', one.other_org::text, true);
      if is_open then
        update referral.referrals r set state = 'consent_ended', due_on = null where r.org_id = one.other_org and r.id = one.id;
        perform referral.note_end(one.other_org, one.id, new.from_on);
      end if;
      perform set_config('app.org', new.org_id::text, true);
    end if;
  end loop;
  return null;
end $$;

create function referral.note_end(org uuid, referral uuid, since date) returns void language sql set search_path = pg_catalog as $$
  insert into referral.events (org_id, referral_id, number, kind, by_side, on_day, by_name, at)
  select org, referral, 1 + coalesce(max(e.number), 0), 'consent_ended', 'out', since, '', clock_timestamp() from referral.events e where e.org_id = org and e.referral_id = referral $$;
revoke all on function referral.note_end(uuid, uuid, date) from public;
revoke all on function referral.end_sharing() from public;
create trigger consents_end_sharing after insert on people.consents for each row
  when (new.purpose in ('share', 'keep_data') and new.state in ('refused', 'withdrawn')) execute function referral.end_sharing();

-- Organisations that are there already: who works on cases may refer; the supervisor sees to all of them.
alter table identity.roles no force row level security;
update identity.roles set capabilities = array_append(capabilities, 'referrals.work'), version = version + 1
where key in ('supervisor', 'worker') and not 'referrals.work' = any(capabilities);
update identity.roles set capabilities = array_append(capabilities, 'referrals.manage'), version = version + 1
where key = 'supervisor' and not 'referrals.manage' = any(capabilities);
alter table identity.roles force row level security;

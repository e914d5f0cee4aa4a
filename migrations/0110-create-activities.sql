-- Activities: series by a recurrence rule, their sessions, who signed up, who came (活动、场次、报名、签到).
create schema activities;
grant usage on schema activities to linli_app;

create table activities.series (
  org_id           uuid not null,
  id               uuid not null default gen_random_uuid(),
  name             text not null constraint series_name_length check (length(name) between 1 and 80),
  summary          text not null default '' constraint series_summary_length check (length(summary) <= 2000),
  kind             text not null constraint series_kind_known check (kind in ('sport', 'art', 'talk', 'outing', 'meal', 'class', 'other')),
  starts_on        date not null,
  rule             text not null default '' constraint series_rule_length check (length(rule) <= 300),
  from_minute      smallint not null,
  until_minute     smallint not null,
  place_id         uuid,
  place_words      text not null default '' constraint series_place_length check (length(place_words) <= 120),
  participants     smallint not null constraint series_participants_in_range check (participants between 0 and 2000),
  volunteers       smallint not null constraint series_volunteers_in_range check (volunteers between 0 and 500),
  companions       smallint not null constraint series_companions_in_range check (companions between 0 and 2000),
  open_to          text not null constraint series_open_known check (open_to in ('staff', 'account', 'public')),
  admission        text not null constraint series_admission_known check (admission in ('direct', 'review')),
  closes_hours     smallint not null default 0 constraint series_closes_in_range check (closes_hours between 0 and 720),
  rules            jsonb not null,
  continues_id     uuid,
  version          integer not null default 1,
  created_by       uuid not null,
  created_by_name  text not null,
  created_at       timestamptz not null,
  primary key (org_id, id),
  constraint series_hours_in_order check (0 <= from_minute and from_minute < until_minute and until_minute <= 1440),
  constraint series_place foreign key (org_id, place_id) references places.units (org_id, id),
  constraint series_continues foreign key (org_id, continues_id) references activities.series (org_id, id)
);
comment on column activities.series.rule is 'RRULE of RFC 5545 without its name, over calendar days of the organisation; empty for a single occasion.';
comment on column activities.series.from_minute is 'Minutes after midnight, in the organisation''s time zone.';
comment on column activities.series.rules is 'SeriesRules of src/activities/model/rules.ts: who may come, and in which order the waiting list moves.';
comment on column activities.series.continues_id is 'The series whose later sessions this one took over ("this and following").';
call platform.guard_table('activities.series', 'select, insert, update');

create table activities.sessions (
  org_id        uuid not null,
  id            uuid not null default gen_random_uuid(),
  series_id     uuid not null,
  recurs_on     date not null,
  on_day        date not null,
  from_minute   smallint not null,
  until_minute  smallint not null,
  place_id      uuid,
  place_words   text not null default '' constraint sessions_place_length check (length(place_words) <= 120),
  participants  smallint not null constraint sessions_participants_in_range check (participants between 0 and 2000),
  volunteers    smallint not null constraint sessions_volunteers_in_range check (volunteers between 0 and 500),
  companions    smallint not null constraint sessions_companions_in_range check (companions between 0 and 2000),
  version       integer not null default 1,
  primary key (org_id, id),
  constraint sessions_once_a_day unique (org_id, series_id, recurs_on),
  constraint sessions_hours_in_order check (0 <= from_minute and from_minute < until_minute and until_minute <= 1440),
  constraint sessions_of_series foreign key (org_id, series_id) references activities.series (org_id, id),
  constraint sessions_place foreign key (org_id, place_id) references places.units (org_id, id)
);
comment on column activities.sessions.recurs_on is 'The day the rule gives (RECURRENCE-ID of RFC 5545); on_day is another once the session was moved.';
create index sessions_by_day on activities.sessions (org_id, on_day, from_minute, id);
create index sessions_at_place on activities.sessions (org_id, place_id, on_day) where place_id is not null;
call platform.guard_table('activities.sessions', 'select, insert, update');

-- What happened to a session; whether it is cancelled follows from the latest cancelled or restored.
create table activities.session_events (
  org_id      uuid not null,
  session_id  uuid not null,
  seq         integer not null,
  kind        text not null constraint session_events_kind_known check (kind in ('moved', 'cancelled', 'restored', 'regrouped')),
  reason      text not null default '' constraint session_events_reason_length check (length(reason) <= 300),
  was         jsonb not null default '{}',
  by_account  uuid not null,
  by_name     text not null,
  at          timestamptz not null,
  primary key (org_id, session_id, seq),
  constraint session_events_say_why check (kind <> 'cancelled' or reason <> ''),
  constraint session_events_of_session foreign key (org_id, session_id) references activities.sessions (org_id, id)
);
comment on column activities.session_events.was is 'Day, time, place and series before the change; no person.';
call platform.guard_table('activities.session_events', 'select, insert');

-- One person's wish to come to one session in one role; what became of it stands in registration_events.
create table activities.registrations (
  org_id        uuid not null,
  id            uuid not null default gen_random_uuid(),
  session_id    uuid not null,
  rank          integer not null,
  person_id     uuid,
  guest_name    text not null default '' constraint registrations_guest_length check (length(guest_name) <= 40),
  role          text not null constraint registrations_role_known check (role in ('participant', 'volunteer', 'companion')),
  companion_of  uuid,
  needs         text not null default '' constraint registrations_needs_length check (length(needs) <= 300),
  channel       text not null constraint registrations_channel_known check (channel in ('staff', 'account', 'public', 'walk_in')),
  standing      jsonb not null default '{}',
  repeats       uuid,
  by_account    uuid not null,
  by_name       text not null,
  at            timestamptz not null,
  primary key (org_id, id),
  constraint registrations_in_order unique (org_id, session_id, rank),
  constraint registrations_in_session unique (org_id, session_id, id),
  constraint registrations_name_somebody check (person_id is not null or (guest_name <> '' and role = 'companion')),
  constraint registrations_companions_belong check ((role = 'companion') = (companion_of is not null)),
  constraint registrations_of_session foreign key (org_id, session_id) references activities.sessions (org_id, id),
  constraint registrations_person foreign key (org_id, person_id) references people.persons (org_id, id),
  constraint registrations_with foreign key (org_id, session_id, companion_of) references activities.registrations (org_id, session_id, id),
  constraint registrations_repeated foreign key (org_id, session_id, repeats) references activities.registrations (org_id, session_id, id)
);
comment on column activities.registrations.rank is 'Order of signing up within the session, given under the session''s lock.';
comment on column activities.registrations.standing is 'What the waiting list''s policy looks at, as it was when they signed up; Standing of src/activities/model/waiting-list.ts.';
comment on column activities.registrations.repeats is 'A second public sign-up of somebody who had signed up already: kept and answered like the first, takes no place.';
comment on column activities.registrations.needs is 'Transport and access, in words (接送、轮椅、手语).';
create index registrations_of_person on activities.registrations (org_id, person_id) where person_id is not null;
call platform.guard_table('activities.registrations', 'select, insert');

create table activities.registration_events (
  org_id           uuid not null,
  session_id       uuid not null,
  registration_id  uuid not null,
  seq              integer not null,
  kind             text not null constraint registration_events_kind_known check (kind in ('applied', 'waitlisted', 'booked', 'cancelled', 'refused')),
  reason           text not null default '' constraint registration_events_reason_length check (length(reason) <= 300),
  by_account       uuid not null,
  by_name          text not null,
  at               timestamptz not null,
  primary key (org_id, session_id, registration_id, seq),
  constraint registration_events_of_registration foreign key (org_id, session_id, registration_id) references activities.registrations (org_id, session_id, id)
);
call platform.guard_table('activities.registration_events', 'select, insert');

-- Who came: a later mark supersedes an earlier one. `mark_id` is made where the mark was made, so that sending it twice changes nothing.
create table activities.attendance (
  org_id           uuid not null,
  session_id       uuid not null,
  registration_id  uuid not null,
  mark_id          uuid not null,
  state            text not null constraint attendance_state_known check (state in ('present', 'late', 'absent', 'excused', 'walk_in', 'unmarked')),
  marked_at        timestamptz not null,
  by_account       uuid not null,
  by_name          text not null,
  received_at      timestamptz not null default clock_timestamp(),
  primary key (org_id, mark_id),
  constraint attendance_of_registration foreign key (org_id, session_id, registration_id) references activities.registrations (org_id, session_id, id)
);
comment on column activities.attendance.state is 'unmarked takes the mark back: as if nobody had said anything.';
create index attendance_latest on activities.attendance (org_id, session_id, registration_id, marked_at desc, received_at desc);
call platform.guard_table('activities.attendance', 'select, insert');

-- Three faces after a session. Who gave one stands as a keyed hash only: nobody gives two, and nobody can be read off.
create table activities.feedback (
  org_id      uuid not null,
  session_id  uuid not null,
  giver       bytea not null,
  face        text not null constraint feedback_face_known check (face in ('good', 'fair', 'poor')),
  words       text not null default '' constraint feedback_words_length check (length(words) <= 500),
  given_on    date not null,
  primary key (org_id, session_id, giver),
  constraint feedback_of_session foreign key (org_id, session_id) references activities.sessions (org_id, id)
);
call platform.guard_table('activities.feedback', 'select, insert');

-- Calendar addresses: whoever knows one may read it, so only its hash is kept, and it can be taken back.
create table activities.feeds (
  org_id        uuid not null,
  id            uuid not null default gen_random_uuid(),
  kind          text not null constraint feeds_kind_known check (kind in ('person', 'place')),
  person_id     uuid,
  place_id      uuid,
  token_hash    bytea not null,
  made_by       uuid not null,
  made_by_name  text not null,
  made_at       timestamptz not null,
  primary key (org_id, id),
  constraint feeds_token unique (org_id, token_hash),
  constraint feeds_of_one check ((kind = 'person') = (person_id is not null) and (kind = 'place') = (place_id is not null)),
  constraint feeds_person foreign key (org_id, person_id) references people.persons (org_id, id),
  constraint feeds_place foreign key (org_id, place_id) references places.units (org_id, id)
);
call platform.guard_table('activities.feeds', 'select, insert');

create table activities.feed_revocations (
  org_id      uuid not null,
  feed_id     uuid not null,
  by_account  uuid not null,
  by_name     text not null,
  at          timestamptz not null,
  primary key (org_id, feed_id),
  constraint feed_revocations_of_feed foreign key (org_id, feed_id) references activities.feeds (org_id, id)
);
call platform.guard_table('activities.feed_revocations', 'select, insert');

-- Where each registration stands: its latest event, its latest mark.
create view activities.registration_states with (security_invoker = true) as
  select r.org_id, r.session_id, r.id as registration_id, r.rank, r.person_id, r.guest_name, r.role, r.companion_of, r.needs, r.channel, r.standing, r.repeats, r.at,
    coalesce(e.kind, 'walk_in') as status, e.reason, a.state as attended
  from activities.registrations r
  left join lateral (select kind, reason from activities.registration_events e
    where e.org_id = r.org_id and e.session_id = r.session_id and e.registration_id = r.id order by e.seq desc limit 1) e on true
  left join lateral (select nullif(state, 'unmarked') as state from activities.attendance a
    where a.org_id = r.org_id and a.session_id = r.session_id and a.registration_id = r.id order by a.marked_at desc, a.received_at desc limit 1) a on true;
grant select on activities.registration_states to linli_app;

create view activities.session_states with (security_invoker = true) as
  select s.*, coalesce(e.kind = 'cancelled', false) as cancelled, case when e.kind = 'cancelled' then e.reason end as cancelled_why
  from activities.sessions s
  left join lateral (select kind, reason from activities.session_events e
    where e.org_id = s.org_id and e.session_id = s.id and e.kind in ('cancelled', 'restored') order by e.seq desc limit 1) e on true;
grant select on activities.session_states to linli_app;

-- Published facts: one line per person who came to a session. Sessions, person-times and persons are counted from these lines.
create view activities.attendance_facts with (security_invoker = true) as
  select r.org_id, r.session_id, s.series_id, s.on_day as happened_on, s.until_minute - s.from_minute as minutes, r.registration_id, i.survivor_id as person_id, r.role, r.attended as state
  from activities.sessions s
  join activities.registration_states r on r.org_id = s.org_id and r.session_id = s.id
  join people.identities i on i.org_id = r.org_id and i.person_id = r.person_id
  where r.attended in ('present', 'late', 'walk_in');
grant select on activities.attendance_facts to linli_app;

-- Organisations that are there already: who works with residents plans activities, volunteers see and sign up for their own.
alter table identity.roles no force row level security;
update identity.roles set capabilities = capabilities || array['activities.read', 'activities.manage'], version = version + 1
where key in ('supervisor', 'worker', 'coordinator') and not 'activities.manage' = any(capabilities);
update identity.roles set capabilities = array_append(capabilities, 'activities.own'), version = version + 1
where key = 'volunteer' and not 'activities.own' = any(capabilities);
alter table identity.roles force row level security;

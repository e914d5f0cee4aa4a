-- Elders help elders (邻里互助队): a team of neighbours, whom they look after, what is asked of them, and who is on call.
create schema teams;
grant usage on schema teams to linli_app;

create table teams.teams (
  org_id          uuid not null,
  id              uuid not null,
  name            text not null constraint teams_name_length check (length(name) between 1 and 80),
  area_words      text not null default '' constraint teams_area_length check (length(area_words) <= 120),
  from_age        smallint not null constraint teams_age_in_range check (from_age between 50 and 100),
  parts           text[] not null constraint teams_parts_known check (parts <@ array['morning', 'afternoon', 'evening'] and cardinality(parts) > 0),
  begun_on        date not null,
  worker_account  uuid not null,
  worker_name     text not null,
  by_account      uuid not null,
  by_name         text not null,
  at              timestamptz not null,
  primary key (org_id, id)
);
comment on column teams.teams.from_age is 'From which age in years somebody is looked after without further words.';
comment on column teams.teams.parts is 'Parts of a day in which somebody is on call.';
create index teams_recent on teams.teams (org_id, begun_on desc, id desc);
call platform.guard_table('teams.teams', 'select, insert');

create table teams.members (
  org_id      uuid not null,
  id          uuid not null,
  team_id     uuid not null,
  person_id   uuid not null,
  joined_on   date not null,
  by_account  uuid not null,
  by_name     text not null,
  at          timestamptz not null,
  primary key (org_id, id),
  constraint members_of_team foreign key (org_id, team_id) references teams.teams (org_id, id),
  constraint members_person foreign key (org_id, person_id) references people.persons (org_id, id)
);
create index members_by_team on teams.members (org_id, team_id, joined_on, id);
create index members_of_person on teams.members (org_id, person_id);
call platform.guard_table('teams.members', 'select, insert');

-- What became of a membership: another part in the team, or left with a reason.
create table teams.member_events (
  org_id      uuid not null,
  member_id   uuid not null,
  number      integer not null constraint member_events_from_one check (number > 0),
  part        text not null constraint member_events_part_known check (part in ('member', 'deputy', 'lead', 'left')),
  reason      text constraint member_events_reason_known check (reason in ('own_wish', 'time', 'health', 'moved', 'died', 'mistake')),
  on_day      date not null,
  by_account  uuid not null,
  by_name     text not null,
  at          timestamptz not null,
  primary key (org_id, member_id, number),
  constraint member_events_of_member foreign key (org_id, member_id) references teams.members (org_id, id),
  constraint member_events_reason_where_left check ((reason is not null) = (part = 'left'))
);
call platform.guard_table('teams.member_events', 'select, insert');

-- Whom a team looks after.
create table teams.elders (
  org_id      uuid not null,
  id          uuid not null,
  team_id     uuid not null,
  person_id   uuid not null,
  from_on     date not null,
  why         text not null default '' constraint elders_why_length check (length(why) <= 300),
  by_account  uuid not null,
  by_name     text not null,
  at          timestamptz not null,
  primary key (org_id, id),
  constraint elders_of_team foreign key (org_id, team_id) references teams.teams (org_id, id),
  constraint elders_person foreign key (org_id, person_id) references people.persons (org_id, id)
);
comment on column teams.elders.why is 'For the worker: why somebody younger than the team''s age is looked after. Members never see it.';
create index elders_by_team on teams.elders (org_id, team_id, from_on, id);
create index elders_of_person on teams.elders (org_id, person_id);
call platform.guard_table('teams.elders', 'select, insert');

-- What they need and how often somebody should look in; the latest row stands; or it ended.
create table teams.elder_events (
  org_id      uuid not null,
  elder_id    uuid not null,
  number      integer not null constraint elder_events_from_one check (number > 0),
  level       text not null constraint elder_events_level_known check (level in ('often', 'weekly', 'on_call', 'ended')),
  kinds       text[] not null default '{}' constraint elder_events_kinds_known check (kinds <@ array['company', 'call', 'errand', 'laundry', 'escort', 'repair', 'other']),
  note        text not null default '' constraint elder_events_note_length check (length(note) <= 200),
  reason      text constraint elder_events_reason_known check (reason in ('own_wish', 'not_needed', 'care_home', 'moved', 'died', 'mistake')),
  on_day      date not null,
  by_account  uuid not null,
  by_name     text not null,
  at          timestamptz not null,
  primary key (org_id, elder_id, number),
  constraint elder_events_of_elder foreign key (org_id, elder_id) references teams.elders (org_id, id),
  constraint elder_events_reason_where_ended check ((reason is not null) = (level = 'ended'))
);
comment on column teams.elder_events.note is 'What members are to know at the door; nothing of health.';
call platform.guard_table('teams.elder_events', 'select, insert');

create table teams.requests (
  org_id       uuid not null,
  id           uuid not null,
  team_id      uuid not null,
  elder_id     uuid not null,
  kind         text not null constraint requests_kind_known check (kind in ('company', 'call', 'errand', 'laundry', 'escort', 'repair', 'other')),
  words        text not null default '' constraint requests_words_length check (length(words) <= 300),
  wanted_on    date not null,
  wanted_part  text not null constraint requests_part_known check (wanted_part in ('morning', 'afternoon', 'evening')),
  by_account   uuid not null,
  by_name      text not null,
  at           timestamptz not null,
  primary key (org_id, id),
  constraint requests_of_team foreign key (org_id, team_id) references teams.teams (org_id, id),
  constraint requests_for_elder foreign key (org_id, elder_id) references teams.elders (org_id, id)
);
create index requests_by_team on teams.requests (org_id, team_id, wanted_on desc, id desc);
create index requests_by_day on teams.requests (org_id, wanted_on desc, id desc);
call platform.guard_table('teams.requests', 'select, insert');

-- Taken, handed back, done, called off. The number is given once: of two who tap at the same moment one is first.
create table teams.request_events (
  org_id        uuid not null,
  request_id    uuid not null,
  number        integer not null constraint request_events_from_one check (number > 0),
  kind          text not null constraint request_events_kind_known check (kind in ('taken', 'handed_back', 'done', 'called_off')),
  member_id     uuid,
  words         text not null default '' constraint request_events_words_length check (length(words) <= 1000),
  encounter_id  uuid,
  by_account    uuid not null,
  by_name       text not null,
  at            timestamptz not null,
  primary key (org_id, request_id, number),
  constraint request_events_of_request foreign key (org_id, request_id) references teams.requests (org_id, id),
  constraint request_events_member foreign key (org_id, member_id) references teams.members (org_id, id),
  constraint request_events_who check (member_id is not null or kind = 'called_off'),
  constraint request_events_service_where_done check ((encounter_id is not null) = (kind = 'done'))
);
comment on column teams.request_events.encounter_id is 'The service record (encounters) that the meeting became; minutes and what was seen stand there only.';
call platform.guard_table('teams.request_events', 'select, insert');

-- Who is on call (值班): one member for one part of a day.
create table teams.shifts (
  org_id      uuid not null,
  id          uuid not null,
  team_id     uuid not null,
  on_day      date not null,
  part        text not null constraint shifts_part_known check (part in ('morning', 'afternoon', 'evening')),
  by_account  uuid not null,
  by_name     text not null,
  at          timestamptz not null,
  primary key (org_id, id),
  constraint shifts_once unique (org_id, team_id, on_day, part),
  constraint shifts_of_team foreign key (org_id, team_id) references teams.teams (org_id, id)
);
call platform.guard_table('teams.shifts', 'select, insert');

-- Who has a shift: the latest row stands; no member, and it is free.
create table teams.shift_events (
  org_id      uuid not null,
  shift_id    uuid not null,
  number      integer not null constraint shift_events_from_one check (number > 0),
  member_id   uuid,
  swap_id     uuid,
  by_account  uuid not null,
  by_name     text not null,
  at          timestamptz not null,
  primary key (org_id, shift_id, number),
  constraint shift_events_of_shift foreign key (org_id, shift_id) references teams.shifts (org_id, id),
  constraint shift_events_member foreign key (org_id, member_id) references teams.members (org_id, id)
);
call platform.guard_table('teams.shift_events', 'select, insert');

-- One member asks another to take a shift, or to change shifts.
create table teams.swaps (
  org_id       uuid not null,
  id           uuid not null,
  team_id      uuid not null,
  shift_id     uuid not null,
  from_member  uuid not null,
  to_member    uuid not null,
  for_shift    uuid,
  on_day       date not null,
  by_account   uuid not null,
  by_name      text not null,
  at           timestamptz not null,
  primary key (org_id, id),
  constraint swaps_of_team foreign key (org_id, team_id) references teams.teams (org_id, id),
  constraint swaps_of_shift foreign key (org_id, shift_id) references teams.shifts (org_id, id),
  constraint swaps_for_shift foreign key (org_id, for_shift) references teams.shifts (org_id, id),
  constraint swaps_from foreign key (org_id, from_member) references teams.members (org_id, id),
  constraint swaps_to foreign key (org_id, to_member) references teams.members (org_id, id),
  constraint swaps_between_two check (from_member <> to_member)
);
comment on column teams.swaps.on_day is 'Day of the shift that is given away.';
create index swaps_by_team on teams.swaps (org_id, team_id, on_day desc, id);
call platform.guard_table('teams.swaps', 'select, insert');

create table teams.swap_answers (
  org_id      uuid not null,
  swap_id     uuid not null,
  answer      text not null constraint swap_answers_known check (answer in ('agreed', 'refused', 'withdrawn')),
  by_account  uuid not null,
  by_name     text not null,
  at          timestamptz not null,
  primary key (org_id, swap_id),
  constraint swap_answers_of foreign key (org_id, swap_id) references teams.swaps (org_id, id)
);
call platform.guard_table('teams.swap_answers', 'select, insert');

-- How a request stands.
create view teams.standing_requests with (security_invoker = true) as
  select r.org_id, r.id, r.team_id, r.elder_id, r.kind, r.words, r.wanted_on, r.wanted_part, r.by_name, r.at,
    case coalesce(e.kind, 'handed_back') when 'handed_back' then 'open' else e.kind end as state, case when e.kind = 'handed_back' then null else e.member_id end as member_id, coalesce(e.number, 0) as events
  from teams.requests r
  left join lateral (select kind, member_id, number from teams.request_events e where e.org_id = r.org_id and e.request_id = r.id order by number desc limit 1) e on true;
grant select on teams.standing_requests to linli_app;

-- Who belongs to a team and in which part, or is looked after by it, by the record that stands for the person now.
create view teams.belongings with (security_invoker = true) as
  select m.org_id, i.survivor_id as person_id, m.id, m.team_id, t.name, 'member' as side, m.joined_on as from_on, coalesce(e.part, 'member') as standing, '{}'::text[] as kinds, '' as note,
    case when e.part = 'left' then e.on_day end as until_on, e.reason, coalesce(e.number, 0) as events
  from teams.members m
  join teams.teams t on t.org_id = m.org_id and t.id = m.team_id
  join people.identities i on i.org_id = m.org_id and i.person_id = m.person_id
  left join lateral (select part, on_day, reason, number from teams.member_events e where e.org_id = m.org_id and e.member_id = m.id order by number desc limit 1) e on true
union all
  select d.org_id, i.survivor_id, d.id, d.team_id, t.name, 'elder', d.from_on, e.level, e.kinds, e.note, case when e.level = 'ended' then e.on_day end, e.reason, e.number
  from teams.elders d
  join teams.teams t on t.org_id = d.org_id and t.id = d.team_id
  join people.identities i on i.org_id = d.org_id and i.person_id = d.person_id
  join lateral (select level, kinds, note, on_day, reason, number from teams.elder_events e where e.org_id = d.org_id and e.elder_id = d.id order by number desc limit 1) e on true;
grant select on teams.belongings to linli_app;

-- Organisations that are there already: workers found teams, members run them.
alter table identity.roles no force row level security;
update identity.roles set capabilities = array_append(capabilities, 'teams.own'), version = version + 1 where key in ('supervisor', 'worker', 'coordinator', 'volunteer') and not 'teams.own' = any(capabilities);
update identity.roles set capabilities = array_append(capabilities, 'teams.work'), version = version + 1 where key in ('supervisor', 'worker', 'coordinator') and not 'teams.work' = any(capabilities);
alter table identity.roles force row level security;

-- Group work (小组工作) by MZ/T 095-2017: a group with an aim and an end, its members, what was planned for each session and what happened in it.
create schema groups;
grant usage on schema groups to linli_app;

create table groups.groups (
  org_id            uuid not null,
  id                uuid not null,
  name              text not null constraint groups_name_length check (length(name) between 1 and 80),
  kind              text not null constraint groups_kind_known check (kind in ('support', 'growth', 'education', 'treatment', 'mutual', 'interest')),
  aim               text not null constraint groups_aim_length check (length(aim) between 1 and 1000),
  for_whom          text not null default '' constraint groups_for_whom_length check (length(for_whom) <= 500),
  recruiting        text not null default '' constraint groups_recruiting_length check (length(recruiting) <= 500),
  place_words       text not null default '' constraint groups_place_length check (length(place_words) <= 120),
  most_members      smallint not null constraint groups_members_in_range check (most_members between 2 and 60),
  sessions_planned  smallint not null constraint groups_sessions_in_range check (sessions_planned between 1 and 60),
  begun_on          date not null,
  worker_account    uuid not null,
  worker_name       text not null,
  by_account        uuid not null,
  by_name           text not null,
  at                timestamptz not null,
  primary key (org_id, id)
);
create index groups_recent on groups.groups (org_id, begun_on desc, id desc);
call platform.guard_table('groups.groups', 'select, insert');

-- The life of a group, in order; the stage it stands in follows from these rows.
create table groups.events (
  org_id       uuid not null,
  group_id     uuid not null,
  number       integer not null constraint events_from_one check (number > 0),
  kind         text not null constraint events_kind_known check (kind in ('stage', 'closed', 'followed_up', 'reopened')),
  stage        text constraint events_stage_known check (stage in ('preparing', 'forming', 'turning', 'mature', 'ending')),
  follow_up_on date,
  on_day       date not null,
  words        text not null default '' constraint events_words_length check (length(words) <= 2000),
  by_account   uuid not null,
  by_name      text not null,
  at           timestamptz not null,
  primary key (org_id, group_id, number),
  constraint events_of_group foreign key (org_id, group_id) references groups.groups (org_id, id),
  constraint events_stage_where_moved check ((stage is not null) = (kind = 'stage')),
  constraint events_follow_up_where_closed check (follow_up_on is null or kind = 'closed'),
  constraint events_say_what check (kind = 'stage' or words <> '')
);
comment on column groups.events.stage is '筹备期 形成期 转折期 成熟期 结束期, MZ/T 095-2017.';
call platform.guard_table('groups.events', 'select, insert');

create table groups.members (
  org_id      uuid not null,
  id          uuid not null,
  group_id    uuid not null,
  person_id   uuid not null,
  joined_on   date not null,
  why         text not null default '' constraint members_why_length check (length(why) <= 500),
  by_account  uuid not null,
  by_name     text not null,
  at          timestamptz not null,
  primary key (org_id, id),
  constraint members_of_group foreign key (org_id, group_id) references groups.groups (org_id, id),
  constraint members_person foreign key (org_id, person_id) references people.persons (org_id, id)
);
create index members_by_group on groups.members (org_id, group_id, joined_on, id);
create index members_of_person on groups.members (org_id, person_id);
call platform.guard_table('groups.members', 'select, insert');

-- What became of a membership: consent given, refused, withdrawn; another part; left with a reason.
create table groups.member_events (
  org_id      uuid not null,
  member_id   uuid not null,
  number      integer not null constraint member_events_from_one check (number > 0),
  kind        text not null constraint member_events_kind_known check (kind in ('consented', 'consent_refused', 'consent_withdrawn', 'part', 'left')),
  part        text constraint member_events_part_known check (part in ('member', 'helper', 'lead')),
  capacity    text constraint member_events_capacity_known check (capacity in ('self', 'guardian')),
  reason      text constraint member_events_reason_known check (reason in ('finished', 'own_wish', 'time', 'health', 'moved', 'unsuited', 'died', 'mistake')),
  on_day      date not null,
  words       text not null default '' constraint member_events_words_length check (length(words) <= 1000),
  by_account  uuid not null,
  by_name     text not null,
  at          timestamptz not null,
  primary key (org_id, member_id, number),
  constraint member_events_of_member foreign key (org_id, member_id) references groups.members (org_id, id),
  constraint member_events_part_where_changed check ((part is not null) = (kind = 'part')),
  constraint member_events_capacity_where_consent check ((capacity is not null) = (kind in ('consented', 'consent_refused', 'consent_withdrawn'))),
  constraint member_events_reason_where_left check ((reason is not null) = (kind = 'left'))
);
call platform.guard_table('groups.member_events', 'select, insert');

create table groups.sessions (
  org_id      uuid not null,
  id          uuid not null,
  group_id    uuid not null,
  number      smallint not null constraint sessions_from_one check (number > 0),
  revision    integer not null constraint sessions_revision_from_one check (revision > 0),
  on_day      date not null,
  minutes     smallint not null constraint sessions_minutes_in_range check (minutes between 5 and 480),
  aim         text not null constraint sessions_aim_length check (length(aim) between 1 and 500),
  plan        text not null default '' constraint sessions_plan_length check (length(plan) <= 4000),
  prepare     text not null default '' constraint sessions_prepare_length check (length(prepare) <= 1000),
  by_account  uuid not null,
  by_name     text not null,
  at          timestamptz not null,
  primary key (org_id, id, revision),
  constraint sessions_once unique (org_id, group_id, number, revision),
  constraint sessions_of_group foreign key (org_id, group_id) references groups.groups (org_id, id)
);
comment on table groups.sessions is 'The plan of a session; a plan changed is a later revision.';
call platform.guard_table('groups.sessions', 'select, insert');

-- What happened in a session; a correction is a later revision, the earlier one stays.
create table groups.logs (
  org_id       uuid not null,
  session_id   uuid not null,
  revision     integer not null constraint logs_from_one check (revision > 0),
  held_on      date not null,
  happened     text not null constraint logs_happened_length check (length(happened) between 1 and 6000),
  dynamics     text[] not null default '{}',
  worker_part  text not null default '' constraint logs_worker_part_length check (length(worker_part) <= 3000),
  next_words   text not null default '' constraint logs_next_length check (length(next_words) <= 2000),
  by_account   uuid not null,
  by_name      text not null,
  at           timestamptz not null,
  primary key (org_id, session_id, revision),
  constraint logs_dynamics_known check (dynamics <@ array['polite', 'silent', 'warm', 'testing', 'conflict', 'trust', 'helping', 'alliance', 'excluding', 'parting'])
);
call platform.guard_table('groups.logs', 'select, insert');

create table groups.marks (
  org_id      uuid not null,
  session_id  uuid not null,
  revision    integer not null,
  member_id   uuid not null,
  state       text not null constraint marks_state_known check (state in ('present', 'late', 'absent', 'excused')),
  taking_part smallint constraint marks_taking_part_in_range check (taking_part between 1 and 5),
  seen        text not null default '' constraint marks_seen_length check (length(seen) <= 1000),
  primary key (org_id, session_id, revision, member_id),
  constraint marks_of_log foreign key (org_id, session_id, revision) references groups.logs (org_id, session_id, revision),
  constraint marks_of_member foreign key (org_id, member_id) references groups.members (org_id, id),
  constraint marks_only_of_who_came check (state in ('present', 'late') or taking_part is null)
);
comment on column groups.marks.taking_part is '1: there, silent … 5: carries others along. The worker''s own impression.';
create index marks_of_member on groups.marks (org_id, member_id);
call platform.guard_table('groups.marks', 'select, insert');

-- How near members are to what they came for, in their own eyes, before, after and later.
create table groups.ratings (
  org_id      uuid not null,
  member_id   uuid not null,
  moment      text not null constraint ratings_moment_known check (moment in ('before', 'after', 'later')),
  revision    integer not null constraint ratings_from_one check (revision > 0),
  value       smallint not null constraint ratings_value_in_range check (value between 0 and 10),
  words       text not null default '' constraint ratings_words_length check (length(words) <= 500),
  on_day      date not null,
  by_account  uuid not null,
  by_name     text not null,
  at          timestamptz not null,
  primary key (org_id, member_id, moment, revision),
  constraint ratings_of_member foreign key (org_id, member_id) references groups.members (org_id, id)
);
call platform.guard_table('groups.ratings', 'select, insert');

-- Organisations that are there already: social workers lead groups.
alter table identity.roles no force row level security;
update identity.roles set capabilities = array_append(capabilities, 'groups.work'), version = version + 1
where key in ('supervisor', 'worker') and not 'groups.work' = any(capabilities);
alter table identity.roles force row level security;

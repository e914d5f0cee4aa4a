-- Routing: rounds of visits for a day; who goes where, in which order, and how it came about.
create schema routing;
grant usage on schema routing to linli_app;

create table routing.plans (
  org_id           uuid not null,
  id               uuid not null default gen_random_uuid(),
  on_day           date not null,
  start_unit_id    uuid not null,
  rules            jsonb not null,
  version          integer not null default 1,
  created_by       uuid not null,
  created_by_name  text not null,
  created_at       timestamptz not null,
  primary key (org_id, id),
  constraint plans_start foreign key (org_id, start_unit_id) references places.units (org_id, id)
);
comment on column routing.plans.rules is 'PlanRules of src/routing/model/plan.ts: speeds, detours and what comes first.';
create index plans_recent on routing.plans (org_id, on_day desc, id desc);
call platform.guard_table('routing.plans', 'select, insert, update');

create table routing.teams (
  org_id         uuid not null,
  plan_id        uuid not null,
  id             uuid not null default gen_random_uuid(),
  position       smallint not null,
  mode           text not null constraint teams_mode_known check (mode in ('foot', 'bicycle', 'car')),
  from_minute    smallint not null,
  until_minute   smallint not null,
  lunch_minutes  smallint not null default 0,
  lunch_from     smallint not null default 0,
  lunch_until    smallint not null default 1440,
  primary key (org_id, plan_id, id),
  constraint teams_hours_in_order check (0 <= from_minute and from_minute < until_minute and until_minute <= 1440),
  constraint teams_lunch_fits check (lunch_minutes between 0 and 180 and 0 <= lunch_from and lunch_from + lunch_minutes <= lunch_until and lunch_until <= 1440),
  constraint teams_of_plan foreign key (org_id, plan_id) references routing.plans (org_id, id)
);
comment on column routing.teams.from_minute is 'Minutes after midnight, in the organisation''s time zone.';
call platform.guard_table('routing.teams', 'select, insert');

-- One or two who go together: a colleague by account, a volunteer by person.
create table routing.team_members (
  org_id      uuid not null,
  plan_id     uuid not null,
  team_id     uuid not null,
  position    smallint not null constraint team_members_two_at_most check (position between 1 and 2),
  account_id  uuid,
  person_id   uuid,
  primary key (org_id, plan_id, team_id, position),
  constraint team_members_one_of_both check ((account_id is null) <> (person_id is null)),
  constraint team_members_of_team foreign key (org_id, plan_id, team_id) references routing.teams (org_id, plan_id, id),
  constraint team_members_person foreign key (org_id, person_id) references people.persons (org_id, id)
);
call platform.guard_table('routing.team_members', 'select, insert');

create table routing.visits (
  org_id        uuid not null,
  plan_id       uuid not null,
  person_id     uuid not null,
  minutes       smallint not null constraint visits_minutes_in_range check (minutes between 5 and 480),
  from_minute   smallint constraint visits_from_in_day check (from_minute between 0 and 1440),
  until_minute  smallint constraint visits_until_in_day check (until_minute between 0 and 1440),
  people        smallint not null default 1 constraint visits_people_one_or_two check (people between 1 and 2),
  weight        smallint not null default 1 constraint visits_weight_known check (weight between 1 and 3),
  bring         text not null default '' constraint visits_bring_length check (length(bring) <= 300),
  added_at      timestamptz not null,
  primary key (org_id, plan_id, person_id),
  constraint visits_of_plan foreign key (org_id, plan_id) references routing.plans (org_id, id),
  constraint visits_person foreign key (org_id, person_id) references people.persons (org_id, id)
);
comment on column routing.visits.bring is 'What to bring up with them (带什么话), in the planner''s words.';
call platform.guard_table('routing.visits', 'select, insert, update');

-- One state of a plan: computed, fitted after a change, or moved by hand. Nothing is overwritten; the latest is shown.
create table routing.runs (
  org_id        uuid not null,
  plan_id       uuid not null,
  number        integer not null,
  job_id        uuid,
  kind          text not null constraint runs_kind_known check (kind in ('computed', 'fitted', 'moved')),
  plan_version  integer not null,
  answer        jsonb not null,
  made          smallint not null,
  asked         smallint not null,
  by_name       text not null,
  by_account    uuid not null,
  at            timestamptz not null,
  primary key (org_id, plan_id, number),
  constraint runs_of_job unique (org_id, plan_id, job_id),
  constraint runs_of_plan foreign key (org_id, plan_id) references routing.plans (org_id, id)
);
comment on column routing.runs.answer is 'DayPlan of src/routing/model/day/day.ts: teams and persons by id, minutes after midnight, no name.';
call platform.guard_table('routing.runs', 'select, insert');

-- What somebody decided about one visit; the latest row of a person counts.
create table routing.decisions (
  org_id      uuid not null,
  plan_id     uuid not null,
  seq         integer not null,
  person_id   uuid not null,
  kind        text not null constraint decisions_kind_known check (kind in ('lock', 'unlock', 'move', 'drop', 'restore')),
  team_id     uuid,
  reason      text not null default '' constraint decisions_reason_length check (length(reason) <= 300),
  by_account  uuid not null,
  by_name     text not null,
  at          timestamptz not null,
  primary key (org_id, plan_id, seq),
  constraint decisions_say_why check (kind <> 'drop' or reason <> ''),
  constraint decisions_name_team check (kind not in ('lock', 'move') or team_id is not null),
  constraint decisions_of_visit foreign key (org_id, plan_id, person_id) references routing.visits (org_id, plan_id, person_id)
);
call platform.guard_table('routing.decisions', 'select, insert');

-- Organisations that are there already: whoever opens files and works with visits may plan rounds of them.
alter table identity.roles no force row level security;
update identity.roles set capabilities = array_append(capabilities, 'rounds.plan'), version = version + 1
where key in ('supervisor', 'worker', 'coordinator') and not 'rounds.plan' = any(capabilities);
alter table identity.roles force row level security;

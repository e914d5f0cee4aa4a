-- A team changes after the plan began: somebody falls ill, a vehicle is gone, a start is late. What was done stays, the rest is planned anew.
create table routing.team_changes (
  org_id        uuid not null,
  plan_id       uuid not null,
  seq           integer not null,
  team_id       uuid not null,
  kind          text not null constraint team_changes_kind_known check (kind in ('out', 'one_out', 'mode', 'late')),
  from_minute   smallint not null constraint team_changes_from_in_day check (from_minute between 0 and 1440),
  position      smallint constraint team_changes_position_known check (position between 1 and 2),
  mode          text constraint team_changes_mode_known check (mode in ('foot', 'bicycle', 'car')),
  reason        text not null constraint team_changes_reason_length check (length(reason) between 1 and 300),
  run_number    integer not null,
  by_account    uuid not null,
  by_name       text not null,
  at            timestamptz not null,
  primary key (org_id, plan_id, seq),
  constraint team_changes_say_who check ((kind = 'one_out') = (position is not null)),
  constraint team_changes_say_how check ((kind = 'mode') = (mode is not null)),
  constraint team_changes_of_team foreign key (org_id, plan_id, team_id) references routing.teams (org_id, plan_id, id)
);
comment on column routing.team_changes.from_minute is 'Minutes after midnight from which it holds, in the organisation''s time zone.';
comment on column routing.team_changes.run_number is 'The run in which the rest was planned anew.';
comment on column routing.team_changes.position is 'Which of the two does not go on.';
call platform.guard_table('routing.team_changes', 'select, insert');

alter table routing.runs drop constraint runs_kind_known;
alter table routing.runs add constraint runs_kind_known check (kind in ('computed', 'fitted', 'moved', 'replanned'));

-- What a run changed for each person against the one before it, where the day was planned anew while it was under way.
create table routing.run_changes (
  org_id        uuid not null,
  plan_id       uuid not null,
  run_number    integer not null,
  person_id     uuid not null,
  kind          text not null constraint run_changes_kind_known check (kind in ('moved', 'shifted', 'left_out', 'fitted_in')),
  from_teams    uuid[] not null default '{}',
  to_teams      uuid[] not null default '{}',
  from_minute   smallint,
  to_minute     smallint,
  primary key (org_id, plan_id, run_number, person_id),
  constraint run_changes_of_run foreign key (org_id, plan_id, run_number) references routing.runs (org_id, plan_id, number),
  constraint run_changes_of_visit foreign key (org_id, plan_id, person_id) references routing.visits (org_id, plan_id, person_id)
);
comment on column routing.run_changes.from_minute is 'When the visit was to begin, and when it begins now, in minutes after midnight.';
call platform.guard_table('routing.run_changes', 'select, insert');

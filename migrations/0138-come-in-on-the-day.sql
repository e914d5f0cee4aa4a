-- On the day others come in: a team more, or somebody in another's place. What a change would do is worked out apart from the request, and kept.
alter table routing.team_changes add column account_id uuid;
alter table routing.team_changes add column person_id uuid;
alter table routing.team_changes add column by_team uuid;
comment on column routing.team_changes.account_id is 'Who comes in for one of two: a colleague by account, a volunteer by person.';
comment on column routing.team_changes.by_team is 'The team that goes on in the place of this one.';
alter table routing.team_changes drop constraint team_changes_kind_known;
alter table routing.team_changes add constraint team_changes_kind_known check (kind in ('out', 'one_out', 'stand_in', 'join', 'mode', 'late'));
alter table routing.team_changes drop constraint team_changes_say_who;
alter table routing.team_changes add constraint team_changes_say_who check ((kind = 'one_out' or (kind = 'stand_in' and by_team is null)) = (position is not null));
alter table routing.team_changes add constraint team_changes_say_stand_in check (num_nonnulls(account_id, person_id) = case when kind = 'stand_in' and by_team is null then 1 else 0 end);
alter table routing.team_changes add constraint team_changes_replaced_when_stood_in check (by_team is null or kind = 'stand_in');
alter table routing.team_changes add constraint team_changes_by_team foreign key (org_id, plan_id, by_team) references routing.teams (org_id, plan_id, id);
alter table routing.team_changes add constraint team_changes_person foreign key (org_id, person_id) references people.persons (org_id, id);

-- A change as somebody tries it: nothing has happened yet. The outcome comes with the job; a team that would be new has the trial's id.
create table routing.trials (
  org_id        uuid not null,
  plan_id       uuid not null,
  id            uuid not null default gen_random_uuid(),
  change        jsonb not null,
  run_number    integer not null,
  by_account    uuid not null,
  by_name       text not null,
  at            timestamptz not null,
  answer        jsonb,
  kept          smallint,
  seen          text,
  primary key (org_id, plan_id, id),
  constraint trials_whole check (num_nonnulls(answer, kept, seen) in (0, 3)),
  constraint trials_of_run foreign key (org_id, plan_id, run_number) references routing.runs (org_id, plan_id, number)
);
comment on column routing.trials.change is 'TeamChange of src/routing/model/plan.ts.';
comment on column routing.trials.answer is 'DayPlan of src/routing/model/day/day.ts; null until it is worked out.';
comment on column routing.trials.seen is 'Names exactly the day the answer was worked out from; what is done must have been worked out from the same.';
call platform.guard_table('routing.trials', 'select, insert, update');

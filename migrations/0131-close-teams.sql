-- A team comes to its end (结束小队), and may begin again: rows only ever added. Memberships, what was done and hours stay as they are.
create table teams.team_events (
  org_id      uuid not null,
  team_id     uuid not null,
  number      integer not null constraint team_events_from_one check (number > 0),
  kind        text not null constraint team_events_kind_known check (kind in ('closed', 'reopened')),
  reason      text constraint team_events_reason_known check (reason in ('too_few', 'not_needed', 'merged', 'moved', 'other')),
  words       text not null default '' constraint team_events_words_length check (length(words) <= 300),
  on_day      date not null,
  by_account  uuid not null,
  by_name     text not null,
  at          timestamptz not null,
  primary key (org_id, team_id, number),
  constraint team_events_of_team foreign key (org_id, team_id) references teams.teams (org_id, id),
  constraint team_events_reason_where_closed check ((reason is not null) = (kind = 'closed'))
);
call platform.guard_table('teams.team_events', 'select, insert');

-- Who is looked after can be handed on to another team.
alter table teams.elder_events drop constraint elder_events_reason_known;
alter table teams.elder_events add constraint elder_events_reason_known check (reason in ('own_wish', 'not_needed', 'care_home', 'moved', 'died', 'mistake', 'handed_on'));

-- Whether and since when a team is closed.
create view teams.closed_teams with (security_invoker = true) as
  select t.org_id, t.id as team_id, e.on_day as closed_on, e.reason, e.words, e.by_name
  from teams.teams t
  join lateral (select kind, on_day, reason, words, by_name from teams.team_events e where e.org_id = t.org_id and e.team_id = t.id order by number desc limit 1) e on e.kind = 'closed';
grant select on teams.closed_teams to linli_app;

-- Planning: individual support plans (个别化支持计划), version by version.
create schema planning;
grant usage on schema planning to linli_app;

create table planning.plans (
  org_id           uuid not null,
  id               uuid not null default gen_random_uuid(),
  person_id        uuid not null,
  case_id          uuid,
  current_version  integer,
  review_on        date,
  ended_on         date,
  created_by       uuid not null,
  created_by_name  text not null,
  created_at       timestamptz not null,
  primary key (org_id, id),
  constraint plans_person foreign key (org_id, person_id) references people.persons (org_id, id),
  constraint plans_case foreign key (org_id, case_id) references casework.cases (org_id, id),
  constraint plans_review_of_current check (review_on is null or current_version is not null)
);
comment on column planning.plans.current_version is 'The latest settled version; kept here with review_on and ended_on for lists to go by.';
create index plans_of_person on planning.plans (org_id, person_id);
create index plans_of_case on planning.plans (org_id, case_id) where case_id is not null;
create index plans_by_review on planning.plans (org_id, review_on, id) where ended_on is null;
create index plans_recent on planning.plans (org_id, created_at desc, id desc);
call platform.guard_table('planning.plans', 'select, insert, update');

create table planning.versions (
  org_id           uuid not null,
  plan_id          uuid not null,
  number           integer not null constraint versions_number_positive check (number > 0),
  about            text not null default '' constraint versions_about_length check (length(about) <= 2000),
  risk             text not null constraint versions_risk_known check (risk in ('low', 'medium', 'high')),
  review_on        date not null,
  reason           text not null default '' constraint versions_reason_length check (length(reason) <= 500),
  settled_at       timestamptz,
  settled_on       date,
  text             text,
  text_hash        text constraint versions_hash_form check (text_hash ~ '^[0-9a-f]{64}$'),
  edition          integer not null default 1,
  created_by_name  text not null,
  created_at       timestamptz not null,
  primary key (org_id, plan_id, number),
  constraint versions_of_plan foreign key (org_id, plan_id) references planning.plans (org_id, id),
  constraint versions_settled_whole check ((settled_at is null) = (text is null) and (settled_at is null) = (text_hash is null) and (settled_at is null) = (settled_on is null))
);
comment on column planning.versions.about is 'What matters to the person, in their own words.';
comment on column planning.versions.text is 'The exact text that is put before the person to sign; text_hash is its SHA-256.';
comment on column planning.versions.edition is 'Counts changes of a draft, so that two people do not overwrite each other.';
create unique index versions_one_draft on planning.versions (org_id, plan_id) where settled_at is null;
call platform.guard_table('planning.versions', 'select, insert, update, delete');

create table planning.goals (
  org_id          uuid not null,
  plan_id         uuid not null,
  version         integer not null,
  goal_id         uuid not null,
  position        smallint not null,
  words           text not null constraint goals_words_length check (length(words) between 2 and 300),
  baseline        text not null constraint goals_baseline_length check (length(baseline) between 1 and 500),
  baseline_level  smallint not null constraint goals_baseline_level_known check (baseline_level between -2 and 2),
  levels          text[] not null constraint goals_five_levels check (cardinality(levels) = 5),
  weight          smallint not null constraint goals_weight_in_range check (weight between 1 and 5),
  target_on       date not null,
  need_id         uuid,
  primary key (org_id, plan_id, version, goal_id),
  constraint goals_of_version foreign key (org_id, plan_id, version) references planning.versions (org_id, plan_id, number),
  constraint goals_need foreign key (org_id, need_id) references casework.needs (org_id, id)
);
comment on column planning.goals.goal_id is 'The same goal in the next version keeps its id, so that its progress goes on.';
comment on column planning.goals.levels is 'What it looks like at -2, -1, 0, +1, +2 (GAS).';
call platform.guard_table('planning.goals', 'select, insert, update, delete');

create table planning.steps (
  org_id      uuid not null,
  plan_id     uuid not null,
  version     integer not null,
  step_id     uuid not null,
  goal_id     uuid not null,
  position    smallint not null,
  words       text not null constraint steps_words_length check (length(words) between 2 and 300),
  owner       text not null constraint steps_owner_known check (owner in ('client', 'carer', 'volunteer', 'worker')),
  owner_name  text not null default '' constraint steps_owner_name_length check (length(owner_name) <= 60),
  due_on      date,
  primary key (org_id, plan_id, version, step_id),
  constraint steps_of_goal foreign key (org_id, plan_id, version, goal_id) references planning.goals (org_id, plan_id, version, goal_id)
);
create index steps_due on planning.steps (org_id, due_on, step_id) where due_on is not null;
call platform.guard_table('planning.steps', 'select, insert, update, delete');

create table planning.step_events (
  org_id   uuid not null,
  plan_id  uuid not null,
  step_id  uuid not null,
  number   integer not null,
  state    text not null constraint step_events_state_known check (state in ('open', 'done', 'dropped')),
  on_day   date not null,
  note     text not null default '' constraint step_events_note_length check (length(note) <= 500),
  by       uuid not null,
  by_name  text not null,
  at       timestamptz not null default clock_timestamp(),
  primary key (org_id, plan_id, step_id, number),
  constraint step_events_plan foreign key (org_id, plan_id) references planning.plans (org_id, id),
  constraint step_events_say_why check (state <> 'dropped' or note <> '')
);
call platform.guard_table('planning.step_events', 'select, insert');

create table planning.ratings (
  org_id   uuid not null,
  plan_id  uuid not null,
  goal_id  uuid not null,
  number   integer not null,
  version  integer not null,
  level    smallint not null constraint ratings_level_known check (level between -2 and 2),
  on_day   date not null,
  note     text not null default '' constraint ratings_note_length check (length(note) <= 500),
  by       uuid not null,
  by_name  text not null,
  at       timestamptz not null default clock_timestamp(),
  primary key (org_id, plan_id, goal_id, number),
  constraint ratings_of_goal foreign key (org_id, plan_id, version, goal_id) references planning.goals (org_id, plan_id, version, goal_id)
);
call platform.guard_table('planning.ratings', 'select, insert');

create table planning.agreements (
  org_id     uuid not null,
  plan_id    uuid not null,
  version    integer not null,
  number     integer not null,
  kind       text not null constraint agreements_kind_known check (kind in ('agreed', 'refused')),
  capacity   text not null constraint agreements_capacity_known check (capacity in ('client', 'guardian')),
  name       text not null constraint agreements_name_length check (length(name) between 1 and 60),
  relation   text not null default '' constraint agreements_relation_length check (length(relation) <= 30),
  how        text not null constraint agreements_how_known check (how in ('screen', 'paper')),
  strokes    text not null default '' constraint agreements_strokes_form check (length(strokes) <= 20000 and strokes ~ '^[ML0-9 ]*$'),
  paper      text not null default '' constraint agreements_paper_length check (length(paper) <= 200),
  words      text not null default '' constraint agreements_words_length check (length(words) <= 500),
  text_hash  text not null,
  on_day     date not null,
  by         uuid not null,
  by_name    text not null,
  at         timestamptz not null default clock_timestamp(),
  primary key (org_id, plan_id, version, number),
  constraint agreements_of_version foreign key (org_id, plan_id, version) references planning.versions (org_id, plan_id, number),
  constraint agreements_on_paper_somewhere check (how <> 'paper' or paper <> ''),
  constraint agreements_guardian_related check (capacity <> 'guardian' or relation <> '')
);
comment on column planning.agreements.strokes is 'The signature as it was drawn: an SVG path of whole numbers within 600 by 200.';
comment on column planning.agreements.paper is 'Where the signed sheet is kept.';
call platform.guard_table('planning.agreements', 'select, insert');

create table planning.reviews (
  org_id   uuid not null,
  plan_id  uuid not null,
  number   integer not null,
  version  integer not null,
  on_day   date not null,
  words    text not null constraint reviews_words_length check (length(words) between 2 and 2000),
  next_on  date not null,
  by       uuid not null,
  by_name  text not null,
  at       timestamptz not null default clock_timestamp(),
  primary key (org_id, plan_id, number),
  constraint reviews_of_version foreign key (org_id, plan_id, version) references planning.versions (org_id, plan_id, number),
  constraint reviews_next_later check (next_on > on_day)
);
call platform.guard_table('planning.reviews', 'select, insert');

create table planning.endings (
  org_id   uuid not null,
  plan_id  uuid not null,
  reason   text not null constraint endings_reason_known check (reason in ('attained', 'own_wish', 'moved', 'replaced', 'other')),
  words    text not null default '' constraint endings_words_length check (length(words) <= 500),
  on_day   date not null,
  by       uuid not null,
  by_name  text not null,
  at       timestamptz not null default clock_timestamp(),
  primary key (org_id, plan_id),
  constraint endings_of_plan foreign key (org_id, plan_id) references planning.plans (org_id, id)
);
call platform.guard_table('planning.endings', 'select, insert');

-- A settled version never changes: not by the application, and not by a mistake in it.
create function planning.keep_settled() returns trigger language plpgsql set search_path = '' as $$
declare
  row_now record;
begin
  row_now := case when tg_op = 'INSERT' then new else old end;
  if tg_table_name = 'versions' then
    if old.settled_at is not null then raise exception 'A settled version of a plan is never changed.'; end if;
  elsif exists (select from planning.versions v where v.org_id = row_now.org_id and v.plan_id = row_now.plan_id and v.number = row_now.version and v.settled_at is not null) then
    raise exception 'A settled version of a plan is never changed.';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger versions_keep_settled before update or delete on planning.versions for each row execute function planning.keep_settled();
create trigger goals_keep_settled before insert or update or delete on planning.goals for each row execute function planning.keep_settled();
create trigger steps_keep_settled before insert or update or delete on planning.steps for each row execute function planning.keep_settled();

-- Organisations that are there already: whoever assesses also plans.
alter table identity.roles no force row level security;
update identity.roles set capabilities = array_append(capabilities, 'plans.work'), version = version + 1
where key in ('supervisor', 'worker') and not 'plans.work' = any(capabilities);
alter table identity.roles force row level security;

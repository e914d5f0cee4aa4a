-- Helped become helpers (助人自助): which step of the ladder somebody reached on which day, computed from what is written down elsewhere; and what only people can tell.
create schema pathways;
grant usage on schema pathways to linli_app;

-- Roles nothing else writes down: who organises, who leads. That it ended, or was a mistake, is a row.
create table pathways.episodes (
  org_id        uuid not null,
  id            uuid not null,
  person_id     uuid not null,
  step          text not null constraint episodes_step_known check (step in ('helping', 'organising', 'leading')),
  what          text not null constraint episodes_what_length check (length(what) between 1 and 120),
  from_on       date not null,
  by_account    uuid not null,
  by_name       text not null,
  at            timestamptz not null,
  primary key (org_id, id),
  constraint episodes_person foreign key (org_id, person_id) references people.persons (org_id, id)
);
create index episodes_of_person on pathways.episodes (org_id, person_id);
call platform.guard_table('pathways.episodes', 'select, insert');

create table pathways.episode_ends (
  org_id      uuid not null,
  episode_id  uuid not null,
  kind        text not null constraint episode_ends_kind_known check (kind in ('ended', 'withdrawn')),
  on_day      date not null,
  words       text not null constraint episode_ends_words_length check (length(words) between 1 and 500),
  by_account  uuid not null,
  by_name     text not null,
  at          timestamptz not null,
  primary key (org_id, episode_id),
  constraint episode_ends_of_episode foreign key (org_id, episode_id) references pathways.episodes (org_id, id)
);
comment on column pathways.episode_ends.kind is 'withdrawn: written down by mistake, it never was.';
call platform.guard_table('pathways.episode_ends', 'select, insert');

-- Somebody was asked to take the next step; what became of it stands in invitation_events.
create table pathways.invitations (
  org_id      uuid not null,
  id          uuid not null,
  person_id   uuid not null,
  step        text not null constraint invitations_step_known check (step in ('helping', 'organising', 'leading')),
  what        text not null constraint invitations_what_length check (length(what) between 1 and 120),
  asked_on    date not null,
  by_account  uuid not null,
  by_name     text not null,
  at          timestamptz not null,
  primary key (org_id, id),
  constraint invitations_person foreign key (org_id, person_id) references people.persons (org_id, id)
);
create index invitations_of_person on pathways.invitations (org_id, person_id, asked_on desc);
create index invitations_recent on pathways.invitations (org_id, asked_on desc, id desc);
call platform.guard_table('pathways.invitations', 'select, insert');

create table pathways.invitation_events (
  org_id         uuid not null,
  invitation_id  uuid not null,
  number         integer not null constraint invitation_events_from_one check (number > 0),
  kind           text not null constraint invitation_events_kind_known check (kind in ('yes', 'not_now', 'no', 'agreed', 'refused', 'withdrawn', 'begun')),
  party          text constraint invitation_events_party_known check (party in ('worker', 'supervisor', 'guardian')),
  ask_again_on   date,
  words          text not null default '' constraint invitation_events_words_length check (length(words) <= 500),
  on_day         date not null,
  by_account     uuid not null,
  by_name        text not null,
  at             timestamptz not null,
  primary key (org_id, invitation_id, number),
  constraint invitation_events_of_invitation foreign key (org_id, invitation_id) references pathways.invitations (org_id, id),
  constraint invitation_events_party_where_agreed check ((party is not null) = (kind in ('agreed', 'refused'))),
  constraint invitation_events_say_why check (kind not in ('refused', 'withdrawn') or words <> '')
);
comment on column pathways.invitation_events.kind is 'yes, not_now and no are the person''s own; agreed and refused those of whoever must agree to a change of side.';
call platform.guard_table('pathways.invitation_events', 'select, insert');

-- What each step needs and what support there is, as the organisation has it from a day on. Without a row the house's own holds.
create table pathways.paths (
  org_id      uuid not null,
  version     integer not null constraint paths_from_one check (version > 0),
  from_on     date not null,
  content     jsonb not null,
  note        text not null default '' constraint paths_note_length check (length(note) <= 500),
  by_account  uuid not null,
  by_name     text not null,
  at          timestamptz not null,
  primary key (org_id, version)
);
comment on column pathways.paths.content is 'PathContent of src/pathways/model/path.ts.';
call platform.guard_table('pathways.paths', 'select, insert');

-- One line for each day somebody stood on a step, and what says so. Nothing here was typed for it but the episodes.
create view pathways.days with (security_invoker = true) as
  select c.org_id, i.survivor_id as person_id, 'helped' as step, e.on_day, 'case' as source, c.id as source_id
  from casework.cases c
  join casework.case_events e on e.org_id = c.org_id and e.case_id = c.id and e.number = 1
  join people.identities i on i.org_id = c.org_id and i.person_id = c.person_id
union all
  select p.org_id, i.survivor_id, 'helped', p.began_on, 'pair', p.pair_id
  from matching.pair_facts p join people.identities i on i.org_id = p.org_id and i.person_id = p.resident_id where p.began_on is not null
union all
  select s.org_id, s.survivor_id, 'helped', f.happened_on, 'service', s.encounter_id
  from encounters.part_facts s join encounters.encounter_facts f on f.org_id = s.org_id and f.encounter_id = s.encounter_id and f.revision = s.revision
  where s.role = 'client'
union all
  select a.org_id, a.person_id, case a.role when 'volunteer' then 'helping' else 'joined' end, a.happened_on, 'session', a.session_id
  from activities.attendance_facts a where a.role in ('participant', 'volunteer') and a.person_id is not null
union all
  select p.org_id, i.survivor_id, 'helping', p.began_on, 'pair', p.pair_id
  from matching.pair_facts p join people.identities i on i.org_id = p.org_id and i.person_id = p.helper_id where p.began_on is not null
union all
  select h.org_id, i.survivor_id, 'helping', h.happened_on, 'hours', h.entry_id
  from hours.hour_facts h join people.identities i on i.org_id = h.org_id and i.person_id = h.person_id
union all
  select e.org_id, i.survivor_id, e.step, e.from_on, 'episode', e.id
  from pathways.episodes e join people.identities i on i.org_id = e.org_id and i.person_id = e.person_id
  where not exists (select from pathways.episode_ends x where x.org_id = e.org_id and x.episode_id = e.id and x.kind = 'withdrawn');
grant select on pathways.days to linli_app;

-- Who is being served now, and who answers for it: what a change of side must be agreed with.
create view pathways.served with (security_invoker = true) as
  select f.org_id, f.survivor_id as person_id, 'case' as kind, f.case_id as source_id, f.worker_id
  from casework.case_facts f where f.standing <> 'closed'
union all
  select p.org_id, i.survivor_id, 'pair', p.pair_id, null
  from matching.pair_facts p join people.identities i on i.org_id = p.org_id and i.person_id = p.resident_id
  where p.began_on is not null and p.ended_on is null;
grant select on pathways.served to linli_app;

-- Of persons only what the ladder is counted by: no name.
create view pathways.climbers with (security_invoker = true) as
  select f.org_id, f.person_id, f.birth_on, f.disability_type, f.deceased_on
  from people.person_facts f join people.persons p on p.org_id = f.org_id and p.id = f.person_id where p.withheld_on is null;
grant select on pathways.climbers to linli_app;

create view pathways.carers with (security_invoker = true) as
  select org_id, person_id, from_on, until_on from people.role_facts where role = 'carer';
grant select on pathways.carers to linli_app;

-- Who was asked, by the record that stands for them now.
create view pathways.asked with (security_invoker = true) as
  select v.org_id, i.survivor_id as person_id, v.id, v.step, v.what, v.asked_on, v.by_account, v.by_name
  from pathways.invitations v join people.identities i on i.org_id = v.org_id and i.person_id = v.person_id;
grant select on pathways.asked to linli_app;

-- Organisations that are there already: who works with residents walks the path with them; the street office sees figures only.
alter table identity.roles no force row level security;
update identity.roles set capabilities = array_append(capabilities, 'pathways.read'), version = version + 1
where key in ('supervisor', 'worker', 'coordinator', 'clerk') and not 'pathways.read' = any(capabilities);
update identity.roles set capabilities = array_append(capabilities, 'pathways.work'), version = version + 1
where key in ('supervisor', 'worker', 'coordinator') and not 'pathways.work' = any(capabilities);
update identity.roles set capabilities = array_append(capabilities, 'pathways.manage'), version = version + 1
where key in ('supervisor', 'coordinator') and not 'pathways.manage' = any(capabilities);
alter table identity.roles force row level security;

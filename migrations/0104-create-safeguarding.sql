-- Safeguarding: harm and danger (意外与伤害), who was told of it when, and who may know.
create schema safeguarding;
grant usage on schema safeguarding to linli_app;

create table safeguarding.incidents (
  org_id           uuid not null,
  id               uuid not null,
  person_id        uuid not null,
  standing         text not null constraint incidents_standing_known check (standing in ('minor', 'dependent_adult', 'adult', 'unknown')),
  kind             text not null constraint incidents_kind_known check (kind in ('violence', 'sexual', 'neglect', 'exploitation', 'missing', 'self_harm', 'accident', 'danger')),
  happened_on      date,
  learnt_at        timestamptz not null,
  place_words      text not null default '' constraint incidents_place_length check (length(place_words) <= 200),
  words            text not null constraint incidents_words_length check (length(words) between 1 and 6000),
  heard_from       text not null constraint incidents_heard_known check (heard_from in ('person', 'family', 'neighbour', 'volunteer', 'colleague', 'school', 'seen', 'other')),
  alleged_words    text not null default '' constraint incidents_alleged_length check (length(alleged_words) <= 500),
  alleged_account  uuid,
  raised_by        uuid not null,
  raised_by_name   text not null,
  raised_at        timestamptz not null,
  primary key (org_id, id),
  constraint incidents_person foreign key (org_id, person_id) references people.persons (org_id, id)
);
comment on column safeguarding.incidents.standing is 'As known when it was learnt of: duties follow from it, so a birthday corrected later does not undo them. Unknown counts as a minor.';
comment on column safeguarding.incidents.alleged_account is 'A colleague it is said of: they never learn of it here.';
create index incidents_recent on safeguarding.incidents (org_id, learnt_at desc, id desc);
create index incidents_of_person on safeguarding.incidents (org_id, person_id);
call platform.guard_table('safeguarding.incidents', 'select, insert');

-- What was done, in order; each row whole, so how an incident stands is computed. Two at once clash on the number.
create table safeguarding.entries (
  org_id       uuid not null,
  incident_id  uuid not null,
  number       integer not null constraint entries_from_one check (number > 0),
  kind         text not null constraint entries_kind_known check (kind in ('raised', 'acted', 'told', 'not_told', 'graded', 'reviewed', 'closed', 'reopened')),
  severity     text constraint entries_severity_known check (severity in ('low', 'serious', 'critical')),
  to_whom      text constraint entries_to_known check (to_whom in ('police', 'civil_affairs', 'guardian', 'school', 'hospital', 'street_office', 'lead')),
  to_name      text not null default '' constraint entries_to_name_length check (length(to_name) <= 100),
  reference    text not null default '' constraint entries_reference_length check (length(reference) <= 100),
  done_at      timestamptz not null,
  words        text not null default '' constraint entries_words_length check (length(words) <= 4000),
  by_account   uuid not null,
  by_name      text not null,
  at           timestamptz not null,
  primary key (org_id, incident_id, number),
  constraint entries_incident foreign key (org_id, incident_id) references safeguarding.incidents (org_id, id),
  constraint entries_severity_where_graded check ((severity is not null) = (kind in ('raised', 'graded'))),
  constraint entries_whom_where_told check ((to_whom is not null) = (kind in ('told', 'not_told')))
);
comment on table safeguarding.entries is 'Append-only. not_told is a row too: who decided it, and why.';
call platform.guard_table('safeguarding.entries', 'select, insert');

-- Who may know of an incident: given and ended are rows, each with its reason.
create table safeguarding.knowing (
  org_id        uuid not null,
  incident_id   uuid not null,
  number        integer not null constraint knowing_from_one check (number > 0),
  account_id    uuid not null,
  account_name  text not null,
  change        text not null constraint knowing_change_known check (change in ('given', 'ended')),
  why           text not null constraint knowing_why_length check (length(why) between 1 and 500),
  by_name       text not null,
  at            timestamptz not null,
  primary key (org_id, incident_id, number),
  constraint knowing_incident foreign key (org_id, incident_id) references safeguarding.incidents (org_id, id)
);
create index knowing_of_account on safeguarding.knowing (org_id, account_id, incident_id, number desc);
call platform.guard_table('safeguarding.knowing', 'select, insert');

-- Need to know: besides the wall of the organisation, an incident is only there for an account it was given to and not ended since.
create function safeguarding.may_know(incident uuid) returns boolean language sql stable parallel safe as $$
  select coalesce((select k.change = 'given' from safeguarding.knowing k
    where k.org_id = nullif(current_setting('app.org', true), '')::uuid and k.incident_id = incident
      and k.account_id = nullif(current_setting('app.account', true), '')::uuid
    order by k.number desc limit 1), false) $$;
grant execute on function safeguarding.may_know(uuid) to linli_app;
create policy need_to_know on safeguarding.incidents as restrictive for select to linli_app using (safeguarding.may_know(id));
create policy need_to_know on safeguarding.entries as restrictive for select to linli_app using (safeguarding.may_know(incident_id));

-- A lead (保护负责人) learns of every incident of the organisation that is not about or said of themselves; the service asks for the right first.
create function safeguarding.let_lead_in(account_name text, person uuid, why text) returns integer language plpgsql security definer set search_path = pg_catalog as $$
declare
  org uuid := nullif(current_setting('app.org', true), '')::uuid;
  account uuid := nullif(current_setting('app.account', true), '')::uuid;
  let_in integer;
begin
  insert into safeguarding.knowing (org_id, incident_id, number, account_id, account_name, change, why, by_name, at)
  select org, i.id, (select coalesce(max(k.number), 0) + 1 from safeguarding.knowing k where k.org_id = org and k.incident_id = i.id),
    account, account_name, 'given', why, account_name, clock_timestamp()
  from safeguarding.incidents i
  where i.org_id = org and i.alleged_account is distinct from account and i.person_id is distinct from person
    and not exists (select from safeguarding.knowing k where k.org_id = org and k.incident_id = i.id and k.account_id = account)
  on conflict do nothing;
  get diagnostics let_in = row_count;
  return let_in;
end $$;
revoke all on function safeguarding.let_lead_in(text, uuid, text) from public;
grant execute on function safeguarding.let_lead_in(text, uuid, text) to linli_app;

-- Organisations that are there already: who works with people may report; the supervisor leads.
alter table identity.roles no force row level security;
update identity.roles set capabilities = array_append(capabilities, 'safeguarding.report'), version = version + 1
where key in ('supervisor', 'worker', 'coordinator') and not 'safeguarding.report' = any(capabilities);
update identity.roles set capabilities = array_append(capabilities, 'safeguarding.lead'), version = version + 1
where key in ('supervisor') and not 'safeguarding.lead' = any(capabilities);
alter table identity.roles force row level security;

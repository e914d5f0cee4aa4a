-- Insights: what was handed in. Figures themselves are counted from other slices' published facts, never typed.
create schema insights;
grant usage on schema insights to linli_app;

create table insights.returns (
  org_id            uuid not null,
  id                uuid not null default gen_random_uuid(),
  month             date not null constraint returns_month_is_a_first check (extract(day from month) = 1),
  figures           jsonb not null,
  note              text not null default '' constraint returns_note_length check (length(note) <= 2000),
  submitted_by      uuid not null,
  submitted_by_name text not null,
  submitted_at      timestamptz not null,
  primary key (org_id, id)
);
comment on table insights.returns is 'Each handing in is a row; handing in again supersedes by being later, and both stay to be compared.';
create index returns_of_month on insights.returns (org_id, month desc, submitted_at desc);
call platform.guard_table('insights.returns', 'select, insert');

-- One line per service to a person, with where they live and who they are; names stay with people.
create view insights.service_lines with (security_invoker = true) as
  select v.org_id, v.visit_id, v.happened_on, v.minutes, v.mode, v.pair_id, i.survivor_id as resident_id, h.survivor_id as helper_id,
    f.community_id, f.birth_on, f.disability_type,
    exists (select from people.role_facts r where r.org_id = v.org_id and r.person_id = i.survivor_id and r.role = 'carer'
      and r.from_on <= v.happened_on and (r.until_on is null or r.until_on > v.happened_on)) as carer
  from visits.visit_facts v
  join people.identities i on i.org_id = v.org_id and i.person_id = v.resident_id
  join people.identities h on h.org_id = v.org_id and h.person_id = v.helper_id
  join people.person_facts f on f.org_id = v.org_id and f.person_id = i.survivor_id;
grant select on insights.service_lines to linli_app;

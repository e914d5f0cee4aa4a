-- Matching: what a run proposed stands in rows, so that a page reads no more than it shows; a run may be looked at before it is adopted.
alter table matching.runs
  add column asked jsonb,
  add column basis jsonb,
  add column recruitment jsonb not null default '[]',
  add column left_out integer not null default 0,
  add column changes jsonb,
  add column adopted_at timestamptz;
comment on column matching.runs.asked is 'Trial of src/matching/model/changes/trial.ts: what was changed to see what would follow; null for a plain computation.';
comment on column matching.runs.basis is 'Version of the round, number of its decisions and the run it set out from; adopted only while they are the same.';
comment on column matching.runs.changes is 'ChangeCounts of src/matching/model/changes/compare.ts, against the run it set out from.';
comment on column matching.runs.recruitment is 'Recruit[] of src/matching/model/explain/recruitment.ts: where one more volunteer would help, no person in it.';
comment on column matching.runs.adopted_at is 'Since when its proposals are the round''s; null while it only shows what would change.';

create table matching.proposals (
  org_id              uuid not null,
  round_id            uuid not null,
  run                 integer not null,
  position            integer not null,
  resident_id         uuid not null,
  helper_id           uuid not null,
  cost                integer not null,
  locked              boolean not null,
  fresh               boolean not null,
  resident_community  uuid,
  helper_community    uuid,
  parts               jsonb not null,
  alternative         jsonb,
  came                jsonb,
  primary key (org_id, round_id, run, position),
  constraint proposals_once unique (org_id, round_id, run, resident_id, helper_id),
  constraint proposals_of_run foreign key (org_id, round_id, run) references matching.runs (org_id, round_id, number) on delete cascade
);
comment on column matching.proposals.position is 'Place in the order of the round: residents as they wait.';
comment on column matching.proposals.fresh is 'Not among the proposals of the run before.';
comment on column matching.proposals.came is 'Came of src/matching/model/changes/compare.ts: whom they had before and why it is another now; null where nothing changed.';
comment on column matching.proposals.resident_community is 'Where they lived when the run was computed, for filters and the map.';
comment on column matching.proposals.parts is 'ScorePart[] of src/matching/model/candidates/score.ts: reasons as keys and values, no name.';

create table matching.unmatched (
  org_id              uuid not null,
  round_id            uuid not null,
  run                 integer not null,
  position            integer not null,
  resident_id         uuid not null,
  resident_community  uuid,
  suitable_but_full   integer not null,
  excluded            jsonb not null,
  change              jsonb,
  lost                jsonb,
  primary key (org_id, round_id, run, position),
  constraint unmatched_once unique (org_id, round_id, run, resident_id),
  constraint unmatched_of_run foreign key (org_id, round_id, run) references matching.runs (org_id, round_id, number) on delete cascade
);
comment on column matching.unmatched.lost is 'Came of src/matching/model/changes/compare.ts: whom the run before had proposed, and why not any more.';

-- Answers kept so far are laid out in rows. The owner reads past the walls while it does so.
alter table matching.runs no force row level security;
alter table people.persons no force row level security;
update matching.runs set adopted_at = solved_at, left_out = jsonb_array_length(unmatched);
insert into matching.proposals (org_id, round_id, run, position, resident_id, helper_id, cost, locked, fresh, resident_community, helper_community, parts, alternative)
  select r.org_id, r.round_id, r.number, p.nth - 1, (p.one->>'residentId')::uuid, (p.one->>'helperId')::uuid, (p.one->>'cost')::integer, (p.one->>'locked')::boolean,
    not exists (select from matching.runs e, jsonb_array_elements(e.proposals) q where e.org_id = r.org_id and e.round_id = r.round_id and e.number = r.number - 1
      and q->>'residentId' = p.one->>'residentId' and q->>'helperId' = p.one->>'helperId'),
    resident.community_id, helper.community_id, p.one->'parts', nullif(p.one->'alternative', 'null'::jsonb)
  from matching.runs r cross join lateral jsonb_array_elements(r.proposals) with ordinality p(one, nth)
  left join people.persons resident on resident.org_id = r.org_id and resident.id = (p.one->>'residentId')::uuid
  left join people.persons helper on helper.org_id = r.org_id and helper.id = (p.one->>'helperId')::uuid;
insert into matching.unmatched (org_id, round_id, run, position, resident_id, resident_community, suitable_but_full, excluded, change)
  select r.org_id, r.round_id, r.number, u.nth - 1, (u.one->>'residentId')::uuid, resident.community_id, (u.one->>'suitableButFull')::integer, u.one->'excluded', nullif(u.one->'change', 'null'::jsonb)
  from matching.runs r cross join lateral jsonb_array_elements(r.unmatched) with ordinality u(one, nth)
  left join people.persons resident on resident.org_id = r.org_id and resident.id = (u.one->>'residentId')::uuid;
alter table matching.runs force row level security;
alter table people.persons force row level security;
alter table matching.runs drop column proposals, drop column unmatched;

create index proposals_weakest on matching.proposals (org_id, round_id, run, cost desc, position);
create index proposals_by_community on matching.proposals (org_id, round_id, run, resident_community, position);
create index decisions_of_pair on matching.decisions (org_id, round_id, resident_id, helper_id, seq desc);
create index pairs_of_programme on matching.pairs (org_id, programme_id, resident_id, helper_id);
call platform.guard_table('matching.proposals', 'select, insert');
call platform.guard_table('matching.unmatched', 'select, insert');
-- A run that was only looked at goes when the next one is; one that was adopted stays.
grant update (adopted_at), delete on matching.runs to linli_app;
create policy adopted_stays on matching.runs as restrictive for delete using (adopted_at is null);

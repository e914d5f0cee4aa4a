-- Platform: the machinery every slice stands on. Migrations only move forward (decision 0004).
create schema platform;
create schema audit;
create schema jobs;
create schema notify;

grant usage on schema platform, audit, jobs, notify to linli_app;

-- The organisation a transaction works for; null when none is set, so that every policy then denies.
create function platform.current_org() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.org', true), '')::uuid $$;

-- Puts the second wall around a table: row-level security on and forced, one policy, and the app's rights.
create procedure platform.guard_table(target regclass, rights text default 'select, insert, update, delete') language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format($policy$create policy org_wall on %s
    using (org_id = (select nullif(current_setting('app.org', true), '')::uuid))
    with check (org_id = (select nullif(current_setting('app.org', true), '')::uuid))$policy$, target);
  execute format('grant %s on %s to linli_app', rights, target);
end $$;

-- Answers already given, so that a repeated send does nothing twice.
create table platform.idempotency (
  org_id      uuid not null,
  account_id  uuid not null,
  key         text not null constraint idempotency_key_length check (length(key) between 8 and 200),
  command     text not null,
  input_hash  bytea not null,
  answer      jsonb,
  at          timestamptz not null default now(),
  primary key (org_id, account_id, key, command)
);
call platform.guard_table('platform.idempotency', 'select, insert, update, delete');

-- Facts other parts react to, written with the change itself; claimed with SKIP LOCKED by the worker.
create table platform.outbox (
  org_id        uuid not null,
  id            uuid not null default gen_random_uuid(),
  topic         text not null,
  payload       jsonb not null,
  at            timestamptz not null default clock_timestamp(),
  delivered_at  timestamptz,
  attempts      smallint not null default 0,
  last_error    text,
  primary key (org_id, id)
);
create index outbox_waiting on platform.outbox (org_id, at) where delivered_at is null;
call platform.guard_table('platform.outbox');

-- One hash chain per organisation. The app may add entries, never change one.
create table audit.entries (
  org_id        uuid not null,
  seq           bigint not null constraint entries_seq_positive check (seq > 0),
  at            timestamptz not null,
  account_id    uuid,
  actor_name    text not null,
  actor_role    text not null,
  action        text not null,
  subject_kind  text not null,
  subject_id    text not null,
  details       jsonb not null,
  previous_hash bytea not null,
  hash          bytea not null,
  primary key (org_id, seq)
);
comment on column audit.entries.hash is 'SHA-256 over previous_hash and the canonical JSON of the entry; see src/platform/audit/chain.ts';
create index entries_by_subject on audit.entries (org_id, subject_kind, subject_id, seq desc);
create index entries_by_account on audit.entries (org_id, account_id, seq desc);
call platform.guard_table('audit.entries', 'select, insert');

create table audit.heads (
  org_id  uuid primary key,
  seq     bigint not null,
  hash    bytea not null
);
call platform.guard_table('audit.heads', 'select, insert, update');

-- Long work: its progress, its checkpoint and its end. Status is computed from the instants.
create table jobs.jobs (
  org_id               uuid not null,
  id                   uuid not null default gen_random_uuid(),
  kind                 text not null,
  input                jsonb not null,
  requested_by         uuid not null,
  requested_at         timestamptz not null default clock_timestamp(),
  started_at           timestamptz,
  heartbeat_at         timestamptz,
  finished_at          timestamptz,
  cancel_requested_at  timestamptz,
  cancelled_at         timestamptz,
  failed_at            timestamptz,
  failure              text,
  done_count           bigint not null default 0,
  total_count          bigint,
  checkpoint           jsonb,
  result               jsonb,
  primary key (org_id, id)
);
comment on column jobs.jobs.failure is 'A refusal reason (message key) or platform.unexpected; never a stack trace.';
create index jobs_recent on jobs.jobs (org_id, requested_at desc, id desc);
call platform.guard_table('jobs.jobs');

-- The queue belongs to the owner; the app may only ask for one of its own jobs to be run, in its own transaction.
create function jobs.enqueue(org uuid, job uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  if org is distinct from nullif(current_setting('app.org', true), '')::uuid then
    raise exception 'a job can only be asked for in its own organisation';
  end if;
  perform graphile_worker.add_job('run-job', json_build_object('orgId', org, 'jobId', job), job_key => job::text, max_attempts => 5);
end $$;
revoke all on function jobs.enqueue(uuid, uuid) from public;
grant execute on function jobs.enqueue(uuid, uuid) to linli_app;

-- In-app notices to one account.
create table notify.notices (
  org_id      uuid not null,
  id          uuid not null default gen_random_uuid(),
  account_id  uuid not null,
  kind        text not null,
  params      jsonb not null default '{}',
  link        text not null,
  at          timestamptz not null default clock_timestamp(),
  read_at     timestamptz,
  primary key (org_id, id)
);
comment on column notify.notices.params is 'Values for the message; never a name, a number or health data (a notice may leave by mail).';
create index notices_unread on notify.notices (org_id, account_id, at desc) where read_at is null;
call platform.guard_table('notify.notices');

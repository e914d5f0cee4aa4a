-- Identity: who may come in, for which organisation, as what. Migrations only move forward (decision 0004).
create schema identity;
grant usage on schema identity to linli_app;

-- Belonging to the installation, not to an organisation (no org_id, no row-level security): organizations, accounts, passkeys,
-- recovery_codes, sessions, ceremonies, sign_in_attempts, oidc_identities, installation. A human being has one sign-in whatever the
-- number of organisations; nothing here says anything about a person who is served.

create table identity.installation (
  singleton   boolean primary key default true constraint installation_single check (singleton),
  created_at  timestamptz not null default clock_timestamp(),
  mode        text not null constraint installation_mode_known check (mode in ('normal', 'demo'))
);
grant select, insert on identity.installation to linli_app;

create table identity.organizations (
  id           uuid primary key default gen_random_uuid(),
  name         text not null constraint organizations_name_length check (length(name) between 1 and 120),
  short_name   text not null constraint organizations_short_name_length check (length(short_name) between 1 and 40),
  slug         text not null constraint organizations_slug_form check (slug ~ '^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$'),
  time_zone    text not null default 'Asia/Shanghai',
  description  text not null default '',
  address      text not null default '',
  phone        text not null default '',
  created_at   timestamptz not null default clock_timestamp(),
  version      integer not null default 1,
  constraint organizations_slug_unique unique (slug)
);
comment on column identity.organizations.slug is 'Stands in the addresses of the public pages.';
grant select, insert, update on identity.organizations to linli_app;

create table identity.accounts (
  id                 uuid primary key default gen_random_uuid(),
  login              text not null constraint accounts_login_length check (length(login) between 2 and 120),
  name               text not null constraint accounts_name_length check (length(name) between 1 and 80),
  password_hash      text,
  totp_secret        bytea,
  totp_confirmed_at  timestamptz,
  totp_last_step     bigint not null default 0,
  preferences        text not null default '',
  is_demo            boolean not null default false,
  created_at         timestamptz not null default clock_timestamp(),
  disabled_at        timestamptz,
  version            integer not null default 1,
  constraint accounts_totp_confirmed check (totp_confirmed_at is null or totp_secret is not null)
);
comment on column identity.accounts.login is 'E-mail address, phone number or user name, as the person types it; unique whatever the case.';
comment on column identity.accounts.password_hash is 'argon2id in PHC form; null for those who come by passkey, OIDC or the demo list only.';
comment on column identity.accounts.totp_secret is 'Sealed with the installation key; see src/identity/service/ground.ts';
comment on column identity.accounts.totp_last_step is 'Time step of the last code taken: one code opens one session.';
create unique index accounts_login_unique on identity.accounts (lower(login));
create index accounts_demo on identity.accounts (created_at, id) where is_demo;
grant select, insert, update on identity.accounts to linli_app;

create table identity.passkeys (
  id             text primary key,
  account_id     uuid not null references identity.accounts (id),
  name           text not null constraint passkeys_name_length check (length(name) between 1 and 80),
  public_key     bytea not null,
  counter        bigint not null default 0,
  transports     text[] not null default '{}',
  created_at     timestamptz not null default clock_timestamp(),
  last_used_at   timestamptz
);
comment on column identity.passkeys.id is 'Credential id, base64url, as the authenticator chose it.';
create index passkeys_of_account on identity.passkeys (account_id, created_at);
grant select, insert, update, delete on identity.passkeys to linli_app;

create table identity.recovery_codes (
  account_id  uuid not null references identity.accounts (id),
  code_hash   bytea not null,
  created_at  timestamptz not null default clock_timestamp(),
  used_at     timestamptz,
  primary key (account_id, code_hash)
);
grant select, insert, update, delete on identity.recovery_codes to linli_app;

create table identity.sessions (
  token_hash    bytea primary key constraint sessions_token_hash_length check (length(token_hash) = 32),
  id            uuid not null default gen_random_uuid() constraint sessions_id_unique unique,
  account_id    uuid not null references identity.accounts (id),
  org_id        uuid references identity.organizations (id),
  opened_at     timestamptz not null,
  last_seen_at  timestamptz not null,
  expires_at    timestamptz not null,
  strong_at     timestamptz,
  revoked_at    timestamptz,
  agent         text not null default ''
);
comment on column identity.sessions.token_hash is 'SHA-256 of the token in the cookie; the token itself is nowhere stored.';
comment on column identity.sessions.org_id is 'The organisation acted for; null while none is chosen.';
comment on column identity.sessions.strong_at is 'When a second factor was shown in this session; null when none was.';
comment on column identity.sessions.agent is 'Kind of device and browser, to recognise a session in the list; not the full header.';
create index sessions_of_account on identity.sessions (account_id, last_seen_at desc) where revoked_at is null;
create index sessions_by_end on identity.sessions (expires_at);
grant select, insert, update, delete on identity.sessions to linli_app;

create table identity.ceremonies (
  token_hash  bytea primary key,
  kind        text not null constraint ceremonies_kind_known check (kind in ('passkey_add', 'passkey_sign_in', 'oidc', 'password_reset')),
  account_id  uuid references identity.accounts (id),
  facts       jsonb not null,
  expires_at  timestamptz not null
);
comment on table identity.ceremonies is 'What the server must remember between the two halves of an exchange (passkey, OIDC, a new password by link); taken once.';
create index ceremonies_by_end on identity.ceremonies (expires_at);
grant select, insert, delete on identity.ceremonies to linli_app;

create table identity.sign_in_attempts (
  id            bigint generated always as identity primary key,
  at            timestamptz not null,
  kind          text not null constraint sign_in_attempts_kind_known check (kind in ('password', 'second_factor', 'set_up', 'invitation')),
  subject_hash  bytea not null,
  address_hash  bytea not null,
  succeeded     boolean not null default false
);
comment on column identity.sign_in_attempts.subject_hash is 'Keyed hash of what was tried (login, account); people type passwords into the wrong field.';
create index sign_in_attempts_by_subject on identity.sign_in_attempts (subject_hash, at) where not succeeded;
create index sign_in_attempts_by_address on identity.sign_in_attempts (address_hash, at) where not succeeded;
create index sign_in_attempts_by_time on identity.sign_in_attempts (at);
grant select, insert, update, delete on identity.sign_in_attempts to linli_app;

create table identity.oidc_identities (
  issuer      text not null,
  subject     text not null,
  account_id  uuid not null references identity.accounts (id),
  linked_at   timestamptz not null default clock_timestamp(),
  primary key (issuer, subject)
);
create index oidc_identities_of_account on identity.oidc_identities (account_id);
grant select, insert, delete on identity.oidc_identities to linli_app;

-- Belonging to one organisation.

create table identity.roles (
  org_id        uuid not null references identity.organizations (id),
  key           text not null constraint roles_key_form check (key ~ '^[a-z][a-z0-9_]{1,39}$'),
  name_zh       text not null constraint roles_name_zh_length check (length(name_zh) between 1 and 40),
  name_en       text not null constraint roles_name_en_length check (length(name_en) between 1 and 60),
  capabilities  text[] not null,
  position      smallint not null default 100,
  version       integer not null default 1,
  primary key (org_id, key)
);
call platform.guard_table('identity.roles', 'select, insert, update');

create table identity.memberships (
  org_id      uuid not null references identity.organizations (id),
  id          uuid not null default gen_random_uuid(),
  account_id  uuid not null references identity.accounts (id),
  role        text not null,
  person_id   uuid,
  from_at     timestamptz not null,
  until_at    timestamptz,
  primary key (org_id, id),
  constraint memberships_role_known foreign key (org_id, role) references identity.roles (org_id, key),
  constraint memberships_end_after_start check (until_at is null or until_at >= from_at)
);
comment on table identity.memberships is 'Append only in spirit: a change of role ends one membership and begins another, so that who could do what when stays known.';
comment on column identity.memberships.person_id is 'The person record of this account in this organisation, e.g. a volunteer; null for staff.';
create unique index memberships_one_current on identity.memberships (org_id, account_id) where until_at is null;
create index memberships_of_account on identity.memberships (account_id, org_id) where until_at is null;
create index memberships_by_person on identity.memberships (org_id, person_id) where person_id is not null;
call platform.guard_table('identity.memberships', 'select, insert, update');
-- The one exception to the wall: whoever signs in sees their own memberships, in whatever organisation.
create policy own_memberships on identity.memberships for select
  using (account_id = (select nullif(current_setting('app.account', true), '')::uuid));

create table identity.invitations (
  org_id       uuid not null references identity.organizations (id),
  id           uuid not null default gen_random_uuid(),
  token_hash   bytea not null constraint invitations_token_unique unique,
  role         text not null,
  name         text not null constraint invitations_name_length check (length(name) between 1 and 80),
  person_id    uuid,
  invited_by   uuid not null references identity.accounts (id),
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  accepted_at  timestamptz,
  accepted_by  uuid references identity.accounts (id),
  revoked_at   timestamptz,
  primary key (org_id, id),
  constraint invitations_role_known foreign key (org_id, role) references identity.roles (org_id, key)
);
create index invitations_open on identity.invitations (org_id, created_at desc) where accepted_at is null and revoked_at is null;
call platform.guard_table('identity.invitations', 'select, insert, update');

create table identity.access_tokens (
  org_id        uuid not null references identity.organizations (id),
  id            uuid not null default gen_random_uuid(),
  account_id    uuid not null references identity.accounts (id),
  name          text not null constraint access_tokens_name_length check (length(name) between 1 and 80),
  token_hash    bytea not null constraint access_tokens_token_unique unique,
  scopes        text[] not null,
  strong        boolean not null,
  created_at    timestamptz not null,
  expires_at    timestamptz not null,
  last_used_at  timestamptz,
  revoked_at    timestamptz,
  primary key (org_id, id)
);
comment on column identity.access_tokens.strong is 'Made in a session with a second factor; only then may it reach sensitive fields.';
create index access_tokens_of_account on identity.access_tokens (org_id, account_id, created_at desc);
call platform.guard_table('identity.access_tokens', 'select, insert, update');

-- What an account may do at an instant: one row per current membership; capabilities for the organisation acted for only.
-- Invoker's rights; row-level security stays on. It binds the two settings for its own query and puts back what was there.
create function identity.standing_of(account uuid, org uuid, at timestamptz)
returns table (org_id uuid, org_name text, org_short_name text, time_zone text, membership_id uuid, role text, role_name_zh text, role_name_en text, capabilities text[], person_id uuid)
language plpgsql volatile set search_path = pg_catalog as $$
declare
  org_before text := coalesce(current_setting('app.org', true), '');
  account_before text := coalesce(current_setting('app.account', true), '');
begin
  perform set_config('app.org', coalesce(org::text, ''), true), set_config('app.account', account::text, true);
  return query
    select m.org_id, o.name, o.short_name, o.time_zone, m.id, m.role, r.name_zh, r.name_en, r.capabilities, m.person_id
    from identity.memberships m
    join identity.organizations o on o.id = m.org_id
    left join identity.roles r on r.org_id = m.org_id and r.key = m.role and r.org_id = org
    where m.account_id = account and m.from_at <= at and (m.until_at is null or m.until_at > at)
    order by o.name, o.id;
  perform set_config('app.org', org_before, true), set_config('app.account', account_before, true);
end $$;
revoke all on function identity.standing_of(uuid, uuid, timestamptz) from public;
grant execute on function identity.standing_of(uuid, uuid, timestamptz) to linli_app;

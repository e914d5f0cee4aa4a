-- The weekly digest of whoever supervises: counts only, kept as they were told; when it comes; who wants no mail of it.
create table insights.digest_rules (
  org_id   uuid not null,
  version  integer not null constraint digest_rules_from_one check (version > 0),
  weekday  smallint not null constraint digest_rules_weekday_known check (weekday between 1 and 7),
  hour     smallint not null constraint digest_rules_hour_known check (hour between 0 and 23),
  by       uuid not null,
  by_name  text not null,
  at       timestamptz not null default clock_timestamp(),
  primary key (org_id, version)
);
comment on column insights.digest_rules.weekday is '1 is Monday.';
call platform.guard_table('insights.digest_rules', 'select, insert');

create table insights.digest_choices (
  org_id      uuid not null,
  account_id  uuid not null,
  number      integer not null constraint digest_choices_from_one check (number > 0),
  mail        text not null constraint digest_choices_mail_known check (mail in ('wanted', 'not_wanted')),
  at          timestamptz not null default clock_timestamp(),
  primary key (org_id, account_id, number)
);
comment on table insights.digest_choices is 'The last one holds; without one a mail is wanted.';
call platform.guard_table('insights.digest_choices', 'select, insert');

-- The key is what makes it one per supervisor and week, however many servers try.
create table insights.digests (
  org_id      uuid not null,
  account_id  uuid not null,
  week_on     date not null constraint digests_from_a_monday check (extract(isodow from week_on) = 1),
  figures     jsonb not null,
  made_at     timestamptz not null,
  primary key (org_id, account_id, week_on)
);
comment on column insights.digests.figures is 'Counts, and of workers the accounts; nobody in the register is named. See src/insights/model/digest/digest.ts';
call platform.guard_table('insights.digests', 'select, insert');

-- People: one record per person, and everything about them that is dated. Migrations only move forward (decision 0004).
create schema people;
grant usage on schema people to linli_app;

create table people.persons (
  org_id              uuid not null,
  id                  uuid not null default gen_random_uuid(),
  name                text not null constraint persons_name_length check (length(name) between 1 and 80),
  name_pinyin         text collate "C" not null default '',
  name_sort           text collate "C" not null generated always as (name_pinyin || ' ' || name) stored,
  preferred_name      text constraint persons_preferred_name_length check (length(preferred_name) between 1 and 80),
  sex                 text constraint persons_sex_known check (sex in ('female', 'male')),
  birth_on            date,
  birth_precision     text constraint persons_birth_precision_known check (birth_precision in ('day', 'month', 'year')),
  ethnicity           text,
  community_id        uuid,
  lane_id             uuid,
  address             text,
  registered_address  text,
  remarks             text,
  deceased_on         date,
  merged_into         uuid,
  source              text not null constraint persons_source_known check (source in ('register', 'sign_up', 'enquiry', 'hand', 'relative', 'api', 'demo')),
  source_id           uuid,
  created_at          timestamptz not null default clock_timestamp(),
  changed_at          timestamptz not null default clock_timestamp(),
  version             integer not null default 1,
  primary key (org_id, id),
  constraint persons_community foreign key (org_id, community_id) references places.units (org_id, id),
  constraint persons_lane foreign key (org_id, lane_id) references places.units (org_id, id),
  constraint persons_merged_into foreign key (org_id, merged_into) references people.persons (org_id, id),
  constraint persons_not_merged_into_self check (merged_into is distinct from id),
  constraint persons_birth_whole check ((birth_on is null) = (birth_precision is null))
);
comment on column people.persons.name_pinyin is 'Syllables without tones, parted by spaces: ''zhang san''. For order and search; see src/people/model/pinyin.ts';
comment on column people.persons.birth_precision is 'month: the day of birth_on is 1 and means nothing; year: the month too.';
comment on column people.persons.merged_into is 'The record that stands for this one since a merge. Nothing is moved or deleted, so a merge can be undone.';
comment on column people.persons.source_id is 'The import, sign-up or enquiry the record came from.';
create index persons_by_name on people.persons (org_id, name_sort, id) where merged_into is null;
create index persons_by_community on people.persons (org_id, community_id, name_sort, id) include (lane_id) where merged_into is null;
create index persons_by_birth on people.persons (org_id, birth_on, name_pinyin) where merged_into is null;
create index persons_merged on people.persons (org_id, merged_into) where merged_into is not null;
create index persons_by_source on people.persons (org_id, source_id) where source_id is not null;
call platform.guard_table('people.persons');

create table people.contacts (
  org_id     uuid not null,
  id         uuid not null default gen_random_uuid(),
  person_id  uuid not null,
  kind       text not null constraint contacts_kind_known check (kind in ('mobile', 'landline', 'email', 'wechat')),
  value      text not null constraint contacts_value_length check (length(value) between 1 and 120),
  whose      text not null default 'self' constraint contacts_whose_known check (whose in ('self', 'other')),
  holder_name text,
  relation   text,
  rank       smallint not null default 1,
  from_on    date,
  until_on   date,
  source_id  uuid,
  primary key (org_id, id),
  constraint contacts_person foreign key (org_id, person_id) references people.persons (org_id, id)
);
comment on column people.contacts.relation is 'What the holder is to the person when the number is another''s: 女儿, 邻居.';
comment on column people.contacts.until_on is 'First day on which it no longer holds; null while it does.';
create index contacts_of_person on people.contacts (org_id, person_id, rank);
create index contacts_by_value on people.contacts (org_id, value);
create index contacts_by_source on people.contacts (org_id, source_id) where source_id is not null;
call platform.guard_table('people.contacts');

create table people.identifiers (
  org_id       uuid not null,
  id           uuid not null,
  person_id    uuid not null,
  system       text not null constraint identifiers_system_known check (system in ('resident_id', 'disability_certificate', 'passport', 'residence_permit', 'volunteer_number')),
  sealed       bytea not null,
  blind        bytea not null,
  last4        text not null constraint identifiers_last4_length check (length(last4) <= 4),
  fault        text,
  valid_from   date,
  valid_to     date,
  source_id    uuid,
  recorded_at  timestamptz not null default clock_timestamp(),
  primary key (org_id, id),
  constraint identifiers_person foreign key (org_id, person_id) references people.persons (org_id, id)
);
comment on column people.identifiers.id is 'Chosen by the app before sealing: it is bound into the cipher.';
comment on column people.identifiers.sealed is 'Sealed for the cell people.identifiers | sealed | id; see src/platform/secrets/org-keys.ts';
comment on column people.identifiers.blind is 'Keyed hash of system and value: equality only.';
comment on column people.identifiers.fault is 'What its own check found, e.g. check_digit; null when it passes. Passing does not mean that it is real.';
create index identifiers_of_person on people.identifiers (org_id, person_id, system);
create index identifiers_by_blind on people.identifiers (org_id, system, blind);
create index identifiers_by_source on people.identifiers (org_id, source_id) where source_id is not null;
call platform.guard_table('people.identifiers');

-- What a person is found by, looked up by equality only. Derived: rebuilt from the person's names and numbers.
create table people.search_tokens (
  org_id     uuid not null,
  token      text collate "C" not null,
  person_id  uuid not null,
  primary key (org_id, token, person_id)
);
comment on column people.search_tokens.token is 'A character, a pinyin syllable, initials (two and more), or the last four digits of a phone number.';
call platform.guard_table('people.search_tokens');

create table people.disability_facts (
  org_id       uuid not null,
  id           uuid not null default gen_random_uuid(),
  person_id    uuid not null,
  type         smallint constraint disability_facts_type_known check (type between 1 and 7),
  grade        smallint constraint disability_facts_grade_known check (grade between 1 and 4),
  from_on      date,
  until_on     date,
  source       text not null default 'hand',
  source_id    uuid,
  recorded_at  timestamptz not null default clock_timestamp(),
  primary key (org_id, id),
  constraint disability_facts_person foreign key (org_id, person_id) references people.persons (org_id, id),
  constraint disability_facts_says_something check (type is not null or grade is not null)
);
comment on column people.disability_facts.type is 'GB/T 26341: 1 视力 2 听力 3 言语 4 肢体 5 智力 6 精神 7 多重. Recorded from the certificate, never judged here.';
comment on column people.disability_facts.grade is 'GB/T 26341: 1 (most severe) to 4.';
comment on column people.disability_facts.until_on is 'First day on which it no longer holds; null while it does.';
create unique index disability_facts_current on people.disability_facts (org_id, person_id) where until_on is null;
create index disability_facts_by_type on people.disability_facts (org_id, type, grade, person_id) where until_on is null;
create index disability_facts_of_person on people.disability_facts (org_id, person_id);
create index disability_facts_by_source on people.disability_facts (org_id, source_id) where source_id is not null;
call platform.guard_table('people.disability_facts');

create table people.situations (
  org_id       uuid not null,
  id           uuid not null default gen_random_uuid(),
  person_id    uuid not null,
  kind         text not null constraint situations_kind_known check (kind in ('long_at_home', 'employment', 'living', 'schooling', 'mobility')),
  value        text not null constraint situations_value_length check (length(value) between 1 and 200),
  since_on     date,
  until_on     date,
  source       text not null default 'hand',
  source_id    uuid,
  recorded_at  timestamptz not null default clock_timestamp(),
  recorded_by  uuid,
  primary key (org_id, id),
  constraint situations_person foreign key (org_id, person_id) references people.persons (org_id, id),
  constraint situations_long_at_home_known check (kind <> 'long_at_home' or value in ('yes', 'no'))
);
comment on column people.situations.value is 'long_at_home: yes or no; the others in words.';
comment on column people.situations.until_on is 'First day on which it no longer held; null for what holds now.';
create unique index situations_current on people.situations (org_id, person_id, kind) where until_on is null;
create index situations_by_value on people.situations (org_id, kind, value, person_id) where until_on is null;
create index situations_of_person on people.situations (org_id, person_id, kind);
create index situations_by_source on people.situations (org_id, source_id) where source_id is not null;
call platform.guard_table('people.situations');

create table people.role_episodes (
  org_id       uuid not null,
  id           uuid not null default gen_random_uuid(),
  person_id    uuid not null,
  role         text not null constraint role_episodes_role_known check (role in ('service_user', 'carer', 'volunteer', 'staff', 'organiser')),
  from_on      date not null,
  until_on     date,
  reason       text not null default '',
  source_id    uuid,
  recorded_at  timestamptz not null default clock_timestamp(),
  primary key (org_id, id),
  constraint role_episodes_person foreign key (org_id, person_id) references people.persons (org_id, id),
  constraint role_episodes_end_after_start check (until_on is null or until_on >= from_on)
);
comment on table people.role_episodes is 'One person, many dated roles: who was helped and later helps is a query over these rows.';
create unique index role_episodes_current on people.role_episodes (org_id, person_id, role) where until_on is null;
create index role_episodes_by_role on people.role_episodes (org_id, role, person_id) where until_on is null;
create index role_episodes_of_person on people.role_episodes (org_id, person_id, from_on);
create index role_episodes_by_source on people.role_episodes (org_id, source_id) where source_id is not null;
call platform.guard_table('people.role_episodes');

create table people.relationships (
  org_id        uuid not null,
  id            uuid not null default gen_random_uuid(),
  person_id     uuid not null,
  other_id      uuid,
  other_name    text,
  other_phone   text,
  relation      text not null constraint relationships_relation_length check (length(relation) between 1 and 40),
  inverse       text constraint relationships_inverse_length check (length(inverse) between 1 and 40),
  is_guardian   boolean not null default false,
  is_carer      boolean not null default false,
  contact_rule  text not null default 'unknown' constraint relationships_contact_rule_known check (contact_rule in ('may', 'must_not', 'unknown')),
  from_on       date,
  until_on      date,
  source_id     uuid,
  recorded_at   timestamptz not null default clock_timestamp(),
  version       integer not null default 1,
  primary key (org_id, id),
  constraint relationships_person foreign key (org_id, person_id) references people.persons (org_id, id),
  constraint relationships_other foreign key (org_id, other_id) references people.persons (org_id, id),
  constraint relationships_not_self check (other_id is distinct from person_id),
  constraint relationships_somebody check (other_id is not null or other_name is not null)
);
comment on column people.relationships.relation is 'What the other is to the person: 母亲, 邻居. Read the other way round it is `inverse`.';
comment on column people.relationships.other_name is 'For somebody known by name only; when they become a person of their own, other_id is set.';
comment on column people.relationships.contact_rule is 'must_not: this person must never be contacted about the other, e.g. after violence.';
create index relationships_of_person on people.relationships (org_id, person_id);
create index relationships_to_other on people.relationships (org_id, other_id) where other_id is not null;
create index relationships_by_source on people.relationships (org_id, source_id) where source_id is not null;
call platform.guard_table('people.relationships');

-- The words somebody was shown when they agreed; kept once per wording.
create table people.consent_texts (
  org_id     uuid not null,
  hash       text not null constraint consent_texts_hash_form check (hash ~ '^[0-9a-f]{64}$'),
  purpose    text not null,
  language   text not null,
  text       text not null,
  first_on   date not null,
  primary key (org_id, hash)
);
call platform.guard_table('people.consent_texts', 'select, insert');

create table people.consents (
  org_id            uuid not null,
  id                uuid not null default gen_random_uuid(),
  person_id         uuid not null,
  purpose           text not null constraint consents_purpose_known check (purpose in ('contact', 'keep_data', 'share', 'photograph', 'be_matched')),
  state             text not null constraint consents_state_known check (state in ('given', 'refused', 'withdrawn')),
  capacity          text not null constraint consents_capacity_known check (capacity in ('self', 'guardian', 'agent')),
  by_person_id      uuid,
  by_name           text,
  from_on           date not null,
  until_on          date,
  channel           text not null constraint consents_channel_known check (channel in ('in_person', 'phone', 'paper', 'online', 'register')),
  text_hash         text,
  note              text not null default '',
  recorded_by       uuid not null,
  recorded_by_name  text not null,
  recorded_at       timestamptz not null default clock_timestamp(),
  primary key (org_id, id),
  constraint consents_person foreign key (org_id, person_id) references people.persons (org_id, id),
  constraint consents_by_person foreign key (org_id, by_person_id) references people.persons (org_id, id),
  constraint consents_text foreign key (org_id, text_hash) references people.consent_texts (org_id, hash),
  constraint consents_by_somebody check (capacity = 'self' or by_person_id is not null or by_name is not null),
  constraint consents_end_after_start check (until_on is null or until_on > from_on)
);
comment on table people.consents is 'Append-only: a refusal and a withdrawal are rows too. The latest row by from_on, then recorded_at, says what holds.';
comment on column people.consents.until_on is 'First day on which a given consent no longer holds.';
create index consents_of_person on people.consents (org_id, person_id, purpose, from_on desc, recorded_at desc);
call platform.guard_table('people.consents', 'select, insert');

create table people.interests (
  org_id     uuid not null,
  person_id  uuid not null,
  interest   text not null constraint interests_length check (length(interest) between 1 and 40),
  source_id  uuid,
  primary key (org_id, person_id, interest),
  constraint interests_person foreign key (org_id, person_id) references people.persons (org_id, id)
);
create index interests_by_word on people.interests (org_id, interest, person_id);
call platform.guard_table('people.interests');

create table people.languages (
  org_id     uuid not null,
  person_id  uuid not null,
  language   text not null constraint languages_length check (length(language) between 1 and 40),
  source_id  uuid,
  primary key (org_id, person_id, language),
  constraint languages_person foreign key (org_id, person_id) references people.persons (org_id, id)
);
comment on column people.languages.language is 'What the person speaks or signs: 普通话, 昆明话, 手语.';
create index languages_by_word on people.languages (org_id, language, person_id);
call platform.guard_table('people.languages');

create table people.merges (
  org_id        uuid not null,
  id            uuid not null default gen_random_uuid(),
  survivor_id   uuid not null,
  merged_id     uuid not null,
  reason        text not null default '',
  before        jsonb not null,
  also_moved    uuid[] not null default '{}',
  source_id     uuid,
  merged_by     uuid not null,
  merged_by_name text not null,
  merged_at     timestamptz not null default clock_timestamp(),
  undone_by     uuid,
  undone_at     timestamptz,
  primary key (org_id, id),
  constraint merges_survivor foreign key (org_id, survivor_id) references people.persons (org_id, id),
  constraint merges_merged foreign key (org_id, merged_id) references people.persons (org_id, id)
);
comment on column people.merges.before is 'The survivor''s own fields that the merge filled or changed, as they were before.';
comment on column people.merges.also_moved is 'Records merged into the merged one earlier, now standing under the survivor.';
create index merges_of_survivor on people.merges (org_id, survivor_id, merged_at desc);
create index merges_of_merged on people.merges (org_id, merged_id);
create index merges_by_source on people.merges (org_id, source_id) where source_id is not null;
call platform.guard_table('people.merges', 'select, insert, update');

-- Two records a person looked at and found to be two people; not proposed again.
create table people.distinct_pairs (
  org_id      uuid not null,
  low_id      uuid not null,
  high_id     uuid not null,
  decided_by  uuid not null,
  decided_at  timestamptz not null default clock_timestamp(),
  primary key (org_id, low_id, high_id),
  constraint distinct_pairs_low foreign key (org_id, low_id) references people.persons (org_id, id),
  constraint distinct_pairs_high foreign key (org_id, high_id) references people.persons (org_id, id),
  constraint distinct_pairs_ordered check (low_id < high_id)
);
call platform.guard_table('people.distinct_pairs', 'select, insert, delete');

-- Blank fields of existing persons that an import filled, with what stood there before; undone by source.
create table people.completions (
  org_id     uuid not null,
  source_id  uuid not null,
  person_id  uuid not null,
  before     jsonb not null,
  at         timestamptz not null default clock_timestamp(),
  primary key (org_id, source_id, person_id),
  constraint completions_person foreign key (org_id, person_id) references people.persons (org_id, id)
);
call platform.guard_table('people.completions', 'select, insert, delete');

-- Every record and the one that stands for it now.
create view people.identities with (security_invoker = true) as
  select org_id, id as person_id, coalesce(merged_into, id) as survivor_id from people.persons;
grant select on people.identities to linli_app;

-- Published facts for counting: no name, no number, no address.
create view people.person_facts with (security_invoker = true) as
  select p.org_id, p.id as person_id, p.sex, p.birth_on, p.birth_precision, p.ethnicity, p.community_id, p.lane_id, p.deceased_on, p.created_at, p.source, p.source_id,
    d.type as disability_type, d.grade as disability_grade, h.value as long_at_home, e.value as employment
  from people.persons p
  left join people.disability_facts d on d.org_id = p.org_id and d.person_id = p.id and d.until_on is null
  left join people.situations h on h.org_id = p.org_id and h.person_id = p.id and h.kind = 'long_at_home' and h.until_on is null
  left join people.situations e on e.org_id = p.org_id and e.person_id = p.id and e.kind = 'employment' and e.until_on is null
  where p.merged_into is null;
grant select on people.person_facts to linli_app;

-- Dated roles under the record that stands for the person now.
create view people.role_facts with (security_invoker = true) as
  select r.org_id, coalesce(p.merged_into, p.id) as person_id, r.role, r.from_on, r.until_on, r.reason
  from people.role_episodes r join people.persons p on p.org_id = r.org_id and p.id = r.person_id;
grant select on people.role_facts to linli_app;

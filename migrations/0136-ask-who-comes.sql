-- Who may come: what a round is for, what residents ask of a visitor, what colleagues bring along.
alter table routing.plans add column purpose text not null default 'home_visit' constraint plans_purpose_known check (purpose in ('home_visit', 'doorstep'));
comment on column routing.plans.purpose is 'What the round is for (上门探访、送到门口); it decides which guarded wishes are read.';

-- What a resident asks of whoever visits, from round to round; the latest row of a person counts, nothing is overwritten.
create table routing.visit_asks (
  org_id          uuid not null,
  person_id       uuid not null,
  seq             integer not null,
  languages       text[] not null default '{}' constraint visit_asks_few_languages check (cardinality(languages) <= 10),
  skills          text[] not null default '{}' constraint visit_asks_few_skills check (cardinality(skills) <= 10),
  sex_asked       text constraint visit_asks_sex_known check (sex_asked in ('female', 'male')),
  wanted_account  uuid,
  wanted_person   uuid,
  never_accounts  uuid[] not null default '{}',
  never_persons   uuid[] not null default '{}',
  by_account      uuid not null,
  by_name         text not null,
  at              timestamptz not null,
  primary key (org_id, person_id, seq),
  constraint visit_asks_one_wanted check (wanted_account is null or wanted_person is null),
  constraint visit_asks_person foreign key (org_id, person_id) references people.persons (org_id, id),
  constraint visit_asks_wanted foreign key (org_id, wanted_person) references people.persons (org_id, id)
);
comment on column routing.visit_asks.languages is 'One of these must be spoken by somebody who comes; empty when it does not matter.';
comment on column routing.visit_asks.skills is 'Each of these must be had by somebody who comes.';
call platform.guard_table('routing.visit_asks', 'select, insert');

-- What a colleague brings along to visits; volunteers' offers and what stands in somebody's own file are not written twice.
create table routing.visitor_offers (
  org_id      uuid not null,
  account_id  uuid not null,
  seq         integer not null,
  languages   text[] not null default '{}' constraint visitor_offers_few_languages check (cardinality(languages) <= 10),
  skills      text[] not null default '{}' constraint visitor_offers_few_skills check (cardinality(skills) <= 10),
  sex         text constraint visitor_offers_sex_known check (sex in ('female', 'male')),
  by_account  uuid not null,
  by_name     text not null,
  at          timestamptz not null,
  primary key (org_id, account_id, seq)
);
call platform.guard_table('routing.visitor_offers', 'select, insert');

-- Wishes of some persons whatever the programme.
create index wishes_of_person on matching.wishes (org_id, person_id);

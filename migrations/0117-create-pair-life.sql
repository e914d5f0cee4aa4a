-- The life of a pair: supervision talks, what both sides say of it, and who stands in while the friend is away.
create table matching.pair_talks (
  org_id      uuid not null,
  id          uuid not null default gen_random_uuid(),
  pair_id     uuid not null,
  kind        text not null constraint pair_talks_kind_known check (kind in ('supervision', 'appraisal')),
  side        text constraint pair_talks_side_known check (side in ('resident', 'helper')),
  held_on     date not null,
  next_on     date,
  words       text not null constraint pair_talks_words_length check (length(words) between 1 and 4000),
  by_account  uuid not null,
  by_name     text not null,
  at          timestamptz not null,
  primary key (org_id, id),
  constraint pair_talks_side_of_appraisal check ((side is not null) = (kind = 'appraisal')),
  constraint pair_talks_next_after check (next_on is null or (kind = 'supervision' and next_on > held_on)),
  constraint pair_talks_of_pair foreign key (org_id, pair_id) references matching.pairs (org_id, id)
);
comment on column matching.pair_talks.words is 'A supervision talk: what was agreed. An appraisal: what the side said, in its own words. For staff only.';
create index pair_talks_by_pair on matching.pair_talks (org_id, pair_id, held_on desc);
call platform.guard_table('matching.pair_talks', 'select, insert');

create table matching.pair_covers (
  org_id      uuid not null,
  id          uuid not null default gen_random_uuid(),
  pair_id     uuid not null,
  helper_id   uuid not null,
  from_on     date not null,
  until_on    date not null,
  words       text not null default '' constraint pair_covers_words_length check (length(words) <= 500),
  by_account  uuid not null,
  by_name     text not null,
  at          timestamptz not null,
  primary key (org_id, id),
  constraint pair_covers_in_order check (from_on <= until_on),
  constraint pair_covers_of_pair foreign key (org_id, pair_id) references matching.pairs (org_id, id),
  constraint pair_covers_helper foreign key (org_id, helper_id) references people.persons (org_id, id)
);
comment on table matching.pair_covers is 'Somebody stands in (代班) for a time: sees how to reach the resident and what to mind, never what the friend wrote.';
create index pair_covers_by_pair on matching.pair_covers (org_id, pair_id, from_on);
create index pair_covers_by_helper on matching.pair_covers (org_id, helper_id, until_on);
call platform.guard_table('matching.pair_covers', 'select, insert');

create table matching.pair_cover_ends (
  org_id      uuid not null,
  cover_id    uuid not null,
  last_on     date not null,
  by_account  uuid not null,
  by_name     text not null,
  at          timestamptz not null,
  primary key (org_id, cover_id),
  constraint pair_cover_ends_of_cover foreign key (org_id, cover_id) references matching.pair_covers (org_id, id)
);
comment on column matching.pair_cover_ends.last_on is 'Last day it holds after all; before its first day it never began.';
call platform.guard_table('matching.pair_cover_ends', 'select, insert');

-- Badges to print (志愿者证、工作牌): who printed which for whom, and which were withdrawn. Whether one is good is asked of the person's standing on the day.
create schema badges;
grant usage on schema badges to linli_app;

create table badges.badges (
  org_id       uuid not null,
  id           uuid not null,
  print_id     uuid not null,
  number       text not null constraint badges_number_length check (length(number) between 8 and 40),
  person_id    uuid not null,
  source       text not null constraint badges_source_known check (source in ('programme', 'team')),
  source_id    uuid not null,
  source_name  text not null,
  issued_on    date not null,
  valid_until  date not null,
  by_account   uuid not null,
  by_name      text not null,
  at           timestamptz not null,
  primary key (org_id, id),
  constraint badges_number_once unique (org_id, number),
  constraint badges_person foreign key (org_id, person_id) references people.persons (org_id, id),
  constraint badges_valid_for_a_while check (valid_until >= issued_on and valid_until <= issued_on + 1096)
);
comment on column badges.badges.print_id is 'Badges of one sheet or several, printed in one go.';
comment on column badges.badges.source_name is 'What the paper says; the programme or team may be called otherwise later.';
create index badges_recent on badges.badges (org_id, at desc, id desc);
create index badges_by_print on badges.badges (org_id, print_id, number);
create index badges_of_person on badges.badges (org_id, person_id);
call platform.guard_table('badges.badges', 'select, insert');

create table badges.withdrawals (
  org_id      uuid not null,
  badge_id    uuid not null,
  reason      text not null constraint withdrawals_reason_known check (reason in ('lost', 'damaged', 'left', 'mistake')),
  on_day      date not null,
  by_account  uuid not null,
  by_name     text not null,
  at          timestamptz not null,
  primary key (org_id, badge_id),
  constraint withdrawals_of_badge foreign key (org_id, badge_id) references badges.badges (org_id, id)
);
call platform.guard_table('badges.withdrawals', 'select, insert');

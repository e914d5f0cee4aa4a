-- By which calendar somebody keeps their birthday (过阴历生日). Who never said keeps the date of birth.
create table people.birthday_choices (
  org_id       uuid not null,
  id           uuid not null default gen_random_uuid(),
  person_id    uuid not null,
  calendar     text not null constraint birthday_choices_calendar_known check (calendar in ('solar', 'lunar')),
  lunar_month  smallint constraint birthday_choices_month check (lunar_month between 1 and 12),
  lunar_day    smallint constraint birthday_choices_day check (lunar_day between 1 and 30),
  by_account   uuid not null,
  by_name      text not null,
  at           timestamptz not null default clock_timestamp(),
  primary key (org_id, id),
  constraint birthday_choices_person foreign key (org_id, person_id) references people.persons (org_id, id),
  constraint birthday_choices_lunar_whole check ((lunar_month is not null and lunar_day is not null) = (calendar = 'lunar'))
);
comment on column people.birthday_choices.lunar_month is 'As the person says it; often the date on the identity card is another.';
create index birthday_choices_of_person on people.birthday_choices (org_id, person_id, at desc);
call platform.guard_table('people.birthday_choices', 'select, insert');

-- What stands, by the record that stands for the person now.
create view people.standing_birthdays with (security_invoker = true) as
  select distinct on (b.org_id, i.survivor_id) b.org_id, i.survivor_id as person_id, b.calendar, b.lunar_month, b.lunar_day, b.by_name, b.at
  from people.birthday_choices b join people.identities i on i.org_id = b.org_id and i.person_id = b.person_id
  order by b.org_id, i.survivor_id, b.at desc, b.id desc;
grant select on people.standing_birthdays to linli_app;

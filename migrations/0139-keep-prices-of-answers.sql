-- Matching: the prices that prove an answer, kept so that what one change would do is settled from there instead of anew.
create table matching.run_prices (
  org_id           uuid not null,
  round_id         uuid not null,
  run              integer not null,
  resident_region  integer[] not null,
  resident_price   double precision[] not null,
  helper_region    integer[] not null,
  helper_price     double precision[] not null,
  primary key (org_id, round_id, run),
  constraint run_prices_of_run foreign key (org_id, round_id, run) references matching.runs (org_id, round_id, number) on delete cascade
);
comment on table matching.run_prices is 'Certificate of src/matching/model/solver/problem.ts by the order of people in the run: no person in it. Never believed unverified, so it may be lost at no more than time.';
call platform.guard_table('matching.run_prices', 'select, insert, delete');

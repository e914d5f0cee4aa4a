-- Matching: what each choice of fairness would have cost, kept with the run it was reckoned for.
alter table matching.runs add column choices jsonb;
comment on column matching.runs.choices is 'ChoicePrices of src/matching/model/fairness/round-fairness.ts: totals by choice and group, no person in it; null where they were not compared.';

-- Matching: what a round is for decides which secured fields it may read; a resident's wish says what must be avoided.
alter table matching.rounds add column purpose text constraint rounds_purpose_known check (purpose in ('befriending', 'gathering', 'estimate'));
comment on column matching.rounds.purpose is 'ROUND_PURPOSES of src/matching/model/purpose.ts; without one no secured field is read.';
alter table matching.wishes add column avoid text[] not null default '{}';
comment on column matching.wishes.avoid is 'Traits of a friend that would do harm (养狗 …), e.g. for an allergy. Secured: read only by rounds whose purpose allows it.';

-- Rounds so far were all for befriending. Their rules are told in today's words: travel instead of distance, readiness without weight, stability.
alter table matching.rounds no force row level security;
alter table matching.runs no force row level security;
alter table matching.proposals no force row level security;
update matching.rounds set purpose = 'befriending', rules = jsonb_set(rules #- '{weights,distance}', '{weights}',
  (rules->'weights') - 'distance' || jsonb_build_object('travel', rules#>'{weights,distance}', 'readiness', 0)) || jsonb_build_object('stability', 3, 'limits', rules->'limits' || '{"travel": null}'::jsonb);
update matching.runs set rules = jsonb_set(rules #- '{weights,distance}', '{weights}',
  (rules->'weights') - 'distance' || jsonb_build_object('travel', rules#>'{weights,distance}', 'readiness', 0)) || jsonb_build_object('stability', 3, 'limits', rules->'limits' || '{"travel": null}'::jsonb);
update matching.proposals set parts = replace(parts::text, '"part": "distance"', '"part": "travel"')::jsonb,
  alternative = replace(alternative::text, '"part": "distance"', '"part": "travel"')::jsonb;
alter table matching.rounds force row level security;
alter table matching.runs force row level security;
alter table matching.proposals force row level security;

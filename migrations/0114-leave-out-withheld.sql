-- Rows of a register about somebody who, by the time they go in, does not let their data be kept: counted, and nothing of them kept.
alter table register.outcomes drop constraint outcomes_outcome_known;
alter table register.outcomes add constraint outcomes_outcome_known check (outcome in ('created', 'completed', 'joined', 'withheld'));
alter table register.imports add column withheld_count integer not null default 0;

-- Whoever withdraws the consent to keep their data leaves every list, search, count and export at once; the record waits for its deletion.
alter table people.persons add column withheld_on date;
comment on column people.persons.withheld_on is 'Since when keep_data is refused or withdrawn; follows from the trail of consents, see src/people/service/consents/record-consents.ts';
create index persons_withheld on people.persons (org_id, withheld_on) where withheld_on is not null;

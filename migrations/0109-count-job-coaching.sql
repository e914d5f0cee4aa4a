-- Support on the spot is a service record too: entered once in employment, counted from encounters.
alter table employment.entries add column encounter_id uuid;
alter table employment.entries add constraint entries_service_where_supported check (encounter_id is null or kind = 'supported');
comment on column employment.entries.encounter_id is 'The service record this support is; what it says stands there. Null for what was written before there was one, or longer ago than a service may be entered: drawn, and counted nowhere else.';
create unique index entries_of_service on employment.entries (org_id, encounter_id) where encounter_id is not null;

-- Places: the units of an organisation's territory. Migrations only move forward (decision 0004).
create schema places;
grant usage on schema places to linli_app;

create table places.units (
  org_id             uuid not null,
  id                 uuid not null default gen_random_uuid(),
  kind               text not null constraint units_kind_known check (kind in ('city', 'district', 'street', 'community', 'lane', 'grid', 'building')),
  code               text constraint units_code_form check (code ~ '^[0-9]{12}$'),
  urban_rural_class  text constraint units_urban_rural_class_form check (urban_rural_class ~ '^[12][0-9]{2}$'),
  name               text not null constraint units_name_length check (length(name) between 1 and 60),
  aliases            text[] not null default '{}',
  parent_id          uuid,
  valid_from         date not null,
  valid_to           date,
  shape              jsonb,
  longitude          double precision constraint units_longitude_in_range check (longitude between -180 and 180),
  latitude           double precision constraint units_latitude_in_range check (latitude between -90 and 90),
  source             text not null constraint units_source_known check (source in ('hand', 'file', 'register', 'demo')),
  source_id          uuid,
  created_at         timestamptz not null default clock_timestamp(),
  version            integer not null default 1,
  primary key (org_id, id),
  constraint units_parent foreign key (org_id, parent_id) references places.units (org_id, id),
  constraint units_end_after_start check (valid_to is null or valid_to > valid_from),
  constraint units_point_whole check ((longitude is null) = (latitude is null)),
  constraint units_no_own_parent check (parent_id is distinct from id)
);
comment on column places.units.code is 'Division code (统计用区划代码), 12 digits: division 6, street or town 3, committee 3. Lanes, grids and buildings have none.';
comment on column places.units.valid_to is 'First day on which the unit is no longer there; null while it stands.';
comment on column places.units.aliases is 'Other and former names, as registers may write them.';
comment on column places.units.shape is 'GeoJSON geometry (Polygon or MultiPolygon), longitude and latitude as given.';
comment on column places.units.source_id is 'The import or register upload it came from.';
create index units_in_parent on places.units (org_id, parent_id, kind, name);
create index units_by_kind on places.units (org_id, kind, valid_from);
create index units_by_code on places.units (org_id, code, valid_from) where code is not null;
create index units_by_name on places.units (org_id, name);
create index units_by_source on places.units (org_id, source_id) where source_id is not null;
create unique index units_code_current on places.units (org_id, code) where valid_to is null and code is not null;
create unique index units_name_current on places.units (org_id, coalesce(parent_id, '00000000-0000-0000-0000-000000000000'::uuid), kind, name) where valid_to is null;
call platform.guard_table('places.units');

-- What a closed unit became: one row per successor (merge, split, move).
create table places.successions (
  org_id   uuid not null,
  from_id  uuid not null,
  to_id    uuid not null,
  on_day   date not null,
  primary key (org_id, from_id, to_id),
  constraint successions_from foreign key (org_id, from_id) references places.units (org_id, id),
  constraint successions_to foreign key (org_id, to_id) references places.units (org_id, id),
  constraint successions_not_itself check (from_id <> to_id)
);
create index successions_to on places.successions (org_id, to_id);
call platform.guard_table('places.successions', 'select, insert, delete');

-- A file of units as read and checked, waiting for a person's word.
create table places.imports (
  org_id      uuid not null,
  id          uuid not null default gen_random_uuid(),
  file_name   text not null constraint imports_file_name_length check (length(file_name) between 1 and 200),
  sha256      text not null,
  rows        jsonb not null,
  faults      jsonb not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null default clock_timestamp(),
  applied_at  timestamptz,
  primary key (org_id, id)
);
comment on column places.imports.rows is 'The rows that can go in: see src/places/model/import-row.ts';
comment on column places.imports.faults is 'Per row of the file: what is wrong.';
create index imports_recent on places.imports (org_id, uploaded_at desc);
call platform.guard_table('places.imports', 'select, insert, update, delete');

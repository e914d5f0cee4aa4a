-- Photographs on a service record (照片): sealed, under the record's policy, gone when taken back.
create table encounters.photos (
  org_id        uuid not null,
  id            uuid not null,
  encounter_id  uuid not null,
  revision      smallint not null,
  caption       text not null constraint photos_caption_length check (length(caption) between 1 and 300),
  media_type    text not null constraint photos_type_known check (media_type = 'image/jpeg'),
  width         smallint not null constraint photos_width_in_range check (width between 1 and 1600),
  height        smallint not null constraint photos_height_in_range check (height between 1 and 1600),
  sent_hash     bytea not null constraint photos_hash_length check (length(sent_hash) = 32),
  added_by      uuid not null,
  added_by_name text not null,
  added_at      timestamptz not null,
  primary key (org_id, id),
  constraint photos_of_revision foreign key (org_id, encounter_id, revision) references encounters.revisions (org_id, encounter_id, revision)
);
comment on column encounters.photos.revision is 'What stood of the record when it was added.';
comment on column encounters.photos.sent_hash is 'SHA-256 of the picture as it arrived: the same sending twice is kept once.';
create index photos_of_encounter on encounters.photos (org_id, encounter_id, added_at, id);
call platform.guard_table('encounters.photos', 'select, insert');

-- Who is in it. Of whom nobody is named shows a place or a thing.
create table encounters.photo_people (
  org_id    uuid not null,
  photo_id  uuid not null,
  person_id uuid not null,
  primary key (org_id, photo_id, person_id),
  constraint photo_people_of_photo foreign key (org_id, photo_id) references encounters.photos (org_id, id),
  constraint photo_people_person foreign key (org_id, person_id) references people.persons (org_id, id)
);
call platform.guard_table('encounters.photo_people', 'select, insert');

create table encounters.photo_contents (
  org_id    uuid not null,
  photo_id  uuid not null,
  sealed    bytea not null constraint photo_contents_size check (length(sealed) <= 2097152),
  primary key (org_id, photo_id),
  constraint photo_contents_of_photo foreign key (org_id, photo_id) references encounters.photos (org_id, id)
);
comment on table encounters.photo_contents is 'The re-encoded picture, AES-256-GCM under the organisation''s key. Taking a photograph back deletes its row.';
call platform.guard_table('encounters.photo_contents', 'select, insert, delete');

create table encounters.photo_withdrawals (
  org_id      uuid not null,
  photo_id    uuid not null,
  reason      text not null constraint photo_withdrawals_reason_length check (length(reason) between 1 and 500),
  by_account  uuid not null,
  by_name     text not null,
  at          timestamptz not null,
  primary key (org_id, photo_id),
  constraint photo_withdrawals_of_photo foreign key (org_id, photo_id) references encounters.photos (org_id, id)
);
comment on table encounters.photo_withdrawals is 'Taken back with a reason; the picture itself is deleted in the same transaction.';
call platform.guard_table('encounters.photo_withdrawals', 'select, insert');

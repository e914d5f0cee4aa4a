-- Documents: forms are made of a group as well as of a case: of the whole group, of one session, or of one member.
alter table documents.made
  alter column case_id drop not null,
  alter column person_id drop not null,
  add column group_id uuid,
  add column about_id uuid,
  add constraint made_of_one check (num_nonnulls(case_id, group_id) = 1),
  add constraint made_of_case_says_whom check (case_id is null or person_id is not null),
  add constraint made_about_part_of_group check (about_id is null or group_id is not null);
comment on column documents.made.about_id is 'The session or the member of the group; null for the whole group and for a form that is filled in by hand.';
comment on column documents.made.person_id is 'Whose form it is: of a case always, of a group where it is about one member.';
create index made_by_group on documents.made (org_id, group_id, at desc);

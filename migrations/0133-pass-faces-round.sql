-- Three faces on one device that goes from hand to hand (轮着按). Nobody chooses a name, so nothing here is of a person: no giver, no account, no instant.
create table activities.shared_feedback (
  org_id      uuid not null,
  session_id  uuid not null,
  answer_id   uuid not null,
  face        text not null constraint shared_feedback_face_known check (face in ('good', 'fair', 'poor')),
  given_on    date not null,
  primary key (org_id, answer_id),
  constraint shared_feedback_of_session foreign key (org_id, session_id) references activities.sessions (org_id, id)
);
comment on column activities.shared_feedback.answer_id is 'Made before the face is pressed: a double press, or the same press sent again, is one answer.';
create index shared_feedback_by_session on activities.shared_feedback (org_id, session_id);
call platform.guard_table('activities.shared_feedback', 'select, insert');

-- Pressed by mistake and taken back in the seconds after.
create table activities.shared_feedback_undone (
  org_id     uuid not null,
  answer_id  uuid not null,
  primary key (org_id, answer_id),
  constraint shared_feedback_undone_of foreign key (org_id, answer_id) references activities.shared_feedback (org_id, answer_id)
);
call platform.guard_table('activities.shared_feedback_undone', 'select, insert');

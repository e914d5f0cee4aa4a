-- Badges say in what part somebody serves: who leads a neighbours' team is shown as such, and who helps at an activity can carry one.
alter table badges.badges add column role text not null default 'volunteer';
alter table badges.badges no force row level security;
update badges.badges set role = 'member' where source = 'team';
alter table badges.badges force row level security;
alter table badges.badges alter column role drop default;
alter table badges.badges drop constraint badges_source_known;
alter table badges.badges add constraint badges_source_known check (source in ('programme', 'team', 'activity'));
alter table badges.badges add constraint badges_role_of_source check ((source = 'programme' and role = 'volunteer') or (source = 'team' and role in ('member', 'deputy', 'lead')) or (source = 'activity' and role = 'helper'));
comment on column badges.badges.role is 'What the paper says. A badge of a lead or deputy is good as long as they are that; one of a member as long as they belong.';

-- Messages written and never let go come to an end. Whatever was let go has rows of its own that hold it, so only drafts can be taken away.
grant delete on messaging.messages to linli_app;

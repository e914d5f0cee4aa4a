-- Two records found to be one person: a no that stands under one of them reaches what was referred under the other, from the merge on.

-- Closes every packet of a person, under whichever of their records it was sent, and ends what was still open.
create function referral.end_sharing_of(org uuid, person uuid, since date) returns void language plpgsql set search_path = pg_catalog as $$
declare
  one record;
  is_open boolean;
begin
  for one in select r.id, r.other_org from people.persons p
    join people.persons s on s.org_id = p.org_id and coalesce(s.merged_into, s.id) = coalesce(p.merged_into, p.id)
    join referral.referrals r on r.org_id = s.org_id and r.person_id = s.id and r.side = 'out'
    where p.org_id = org and p.id = person order by r.id
  loop
    perform pg_advisory_xact_lock(hashtextextended('referral|' || one.id, 0));
    update referral.referrals r set state = 'consent_ended', due_on = since where r.org_id = org and r.id = one.id and r.state in ('waiting', 'accepted');
    is_open := found;
    if is_open then perform referral.note_end(org, one.id, since); end if;
    if one.other_org is not null then
      perform referral.close_packet(one.other_org, one.id);
      perform set_config('app.org', one.other_org::text, true);
      if is_open then
        update referral.referrals r set state = 'consent_ended', due_on = null where r.org_id = one.other_org and r.id = one.id;
        perform referral.note_end(one.other_org, one.id, since);
      end if;
      perform set_config('app.org', org::text, true);
    end if;
  end loop;
end $$;
revoke all on function referral.end_sharing_of(uuid, uuid, date) from public;

create or replace function referral.end_sharing() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not exists (select from people.persons p join people.persons s on s.org_id = p.org_id and coalesce(s.merged_into, s.id) = coalesce(p.merged_into, p.id)
    join people.consents c on c.org_id = s.org_id and c.person_id = s.id
    where p.org_id = new.org_id and p.id = new.person_id and c.purpose = new.purpose and c.from_on > new.from_on and c.state = 'given') then
    perform referral.end_sharing_of(new.org_id, new.person_id, new.from_on);
  end if;
  return null;
end $$;

-- The answer that stands for the records together is the one that began last, as src/people/model/consents/consent.ts says it.
create function referral.end_sharing_of_merged() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  declined boolean;
  zone text;
begin
  select bool_or(latest.state in ('refused', 'withdrawn')) into declined from (
    select distinct on (c.purpose) c.state from people.persons s join people.consents c on c.org_id = s.org_id and c.person_id = s.id
    where s.org_id = new.org_id and coalesce(s.merged_into, s.id) = new.merged_into and c.purpose in ('share', 'keep_data')
    order by c.purpose, c.from_on desc, c.recorded_at desc) latest;
  if declined then
    select o.time_zone into zone from identity.organizations o where o.id = new.org_id;
    perform referral.end_sharing_of(new.org_id, new.id, (clock_timestamp() at time zone coalesce(zone, 'Asia/Shanghai'))::date);
  end if;
  return null;
end $$;
revoke all on function referral.end_sharing_of_merged() from public;
create trigger persons_end_sharing after update of merged_into on people.persons for each row
  when (new.merged_into is not null and new.merged_into is distinct from old.merged_into) execute function referral.end_sharing_of_merged();

-- After a bulk load the planner still knows nothing of an organisation's rows and joins them as if there were one.
-- Only the owner may analyse, so the app asks through this function.
create function people.refresh_statistics(only_when_never boolean) returns boolean language plpgsql security definer set search_path = pg_catalog as $$
begin
  if only_when_never and (select reltuples > 0 from pg_class where oid = 'people.persons'::regclass) then return false; end if;
  analyze people.persons, people.search_tokens, people.contacts, people.identifiers, people.disability_facts, people.situations, people.role_episodes;
  return true;
end $$;
revoke all on function people.refresh_statistics(boolean) from public;
grant execute on function people.refresh_statistics(boolean) to linli_app;

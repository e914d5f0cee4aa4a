-- A letter may wait for its hour, such as the reminder on the day before.
create function platform.dispatch_at(org uuid, letter uuid, at timestamptz) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  if org is distinct from nullif(current_setting('app.org', true), '')::uuid then
    raise exception 'a letter can only be sent from its own organisation';
  end if;
  perform graphile_worker.add_job('deliver', json_build_object('orgId', org, 'letterId', letter), job_key => letter::text, max_attempts => 8, run_at => at);
end $$;
revoke all on function platform.dispatch_at(uuid, uuid, timestamptz) from public;
grant execute on function platform.dispatch_at(uuid, uuid, timestamptz) to linli_app;

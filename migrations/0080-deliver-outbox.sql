-- What leaves the installation (a mail, a message) is put into the outbox by the transaction that wants it, and asks the
-- queue to carry it: claimed by one worker at a time, tried again with growing pauses, free again after a crash.
create function platform.dispatch(org uuid, letter uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  if org is distinct from nullif(current_setting('app.org', true), '')::uuid then
    raise exception 'a letter can only be sent from its own organisation';
  end if;
  perform graphile_worker.add_job('deliver', json_build_object('orgId', org, 'letterId', letter), job_key => letter::text, max_attempts => 8);
end $$;
revoke all on function platform.dispatch(uuid, uuid) from public;
grant execute on function platform.dispatch(uuid, uuid) to linli_app;

-- The app writes letters and never takes one back; whether one was delivered is the worker's to note.
revoke update, delete on platform.outbox from linli_app;

import type pg from "pg";
import { recordSituations } from "#people/index.ts";
import type { TestDatabase } from "#platform/testing/database.ts";
import { cancelRegistration } from "./service/registration/cancel-registration.ts";
import { signUp } from "./service/registration/sign-up.ts";
import { givenHouse, givenSeries, type House } from "./testing.ts";

/** What happened to registrations, in the order in which the database took it. */
export interface Seen { readonly registrationId: string; readonly kind: string; readonly homebound: boolean; readonly rank: number }

/** Has the database number what happens to registrations: the transactions' own order, which no clock tells. */
export async function watchEvents(owner: pg.Pool): Promise<void> {
  await owner.query(`
    create table if not exists public.seen (n bigserial, org_id uuid, session_id uuid, registration_id uuid, kind text);
    create or replace function public.see() returns trigger language plpgsql security definer as $$
      begin insert into public.seen (org_id, session_id, registration_id, kind) values (new.org_id, new.session_id, new.registration_id, new.kind); return new; end $$;
    create or replace trigger see after insert on activities.registration_events for each row execute function public.see()`);
}

/** Everybody signs up at once for a few places; every third gives the place back as soon as they have heard. Every seventh hardly leaves home, and goes first. */
export async function crowdSignsUp(t: TestDatabase, people: number, places: number, house?: House): Promise<{ house: House; seen: Seen[]; failures: string[] }> {
  const known = house ?? await givenHouse(t, people);
  if (!house) await known.worker.write("situations", null, (tx) => recordSituations(known.worker, tx, known.residents.filter((_, index) => index % 7 === 0).map((personId) => ({ personId, kind: "long_at_home" as const, value: "yes" as const }))));
  const { sessionIds: [sessionId] } = await givenSeries(known, { rule: "", participants: places, rules: { eligibility: { minAge: null, maxAge: null, communityIds: [], populations: [] }, priority: ["homebound"] } });
  const failures: string[] = [];
  await Promise.all(known.residents.map(async (personId, index) => {
    try {
      const { registrationId } = await signUp(known.worker, { sessionId: sessionId!, personId, role: "participant" });
      if (index % 3 === 0) await cancelRegistration(known.worker, { registrationId });
    } catch (error) {
      failures.push(String(error));
    }
  }));
  const { rows } = await t.owner.query<Seen>(`select s.registration_id as "registrationId", s.kind, (r.standing->>'homebound')::boolean as homebound, r.rank
    from public.seen s join activities.registrations r on r.org_id = s.org_id and r.id = s.registration_id where s.session_id = $1 order by s.n`, [sessionId]);
  return { house: known, seen: rows, failures };
}

/** Goes through what happened by hand: what is wrong with it, in words. Shares no code with the waiting list. */
export function faultsOf(seen: readonly Seen[], places: number): string[] {
  const faults: string[] = [];
  const [booked, waiting] = [new Set<string>(), new Map<string, Seen>()];
  for (const one of seen) {
    const before = [...waiting.values()].filter((other) => other.registrationId !== one.registrationId && ((other.homebound && !one.homebound) || (other.homebound === one.homebound && other.rank < one.rank)));
    if (one.kind === "booked") {
      if (before.length > 0) faults.push(`${one.rank} got a place before ${before[0]!.rank}`);
      waiting.delete(one.registrationId);
      booked.add(one.registrationId);
      if (booked.size > places) faults.push(`${booked.size} booked`);
    } else if (one.kind === "waitlisted") {
      if (booked.size < places) faults.push(`${one.rank} waits although ${places - booked.size} are free`);
      waiting.set(one.registrationId, one);
    } else {
      waiting.delete(one.registrationId);
      booked.delete(one.registrationId);
    }
  }
  if (waiting.size > 0 && booked.size < places) faults.push("places are free and people wait at the end");
  return faults;
}

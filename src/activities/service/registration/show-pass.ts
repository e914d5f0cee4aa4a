import { Refusal } from "#kernel/refusal.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import type { Attended, Status } from "../../model/terms.ts";
import { type Registration, registrationsOf, selectRegistration } from "../../store/registrations.ts";
import { readOccasion } from "../ground.ts";
import { nameOccasion, type NamedOccasion } from "../calendar/name-occasions.ts";
import { withdraw } from "./cancel-registration.ts";
import { readPass } from "./passes.ts";

/** What the page behind a code shows: the activity and where this one registration stands; nobody's name. */
export interface Pass {
  readonly occasion: NamedOccasion;
  readonly status: Status;
  readonly attended: Attended | null;
  readonly reason: string | null;
  readonly companions: number;
}

export async function showPass(session: Session, pass: string): Promise<Pass> {
  return session.read(async (tx) => {
    const row = await registrationOfPass(session, tx, pass);
    const { occasion, series } = await readOccasion(tx, session.actor.orgId, row.sessionId);
    const all = await registrationsOf(tx, session.actor.orgId, row.sessionId);
    const first = all.find(({ id }) => id === row.repeats);
    return {
      occasion: await nameOccasion(session, tx, { occasion, series }), status: row.status, attended: row.attended ?? first?.attended ?? null,
      reason: row.status === "refused" ? row.reason : null, companions: all.filter(({ companionOf }) => companionOf === row.id).length,
    };
  });
}

/** Gives a place back with the code alone. A second sign-up gives back itself only: whose the first was, this code does not prove. */
export async function cancelByPass(session: Session, pass: string): Promise<{ moved: number }> {
  return session.write("activities.cancel_by_pass", { pass }, async (tx) => withdraw(session, tx, await registrationOfPass(session, tx, pass), ""));
}

/** The registration behind a code; a code not made here is answered like one that does not exist. */
export async function registrationOfPass(session: Session, tx: Tx, pass: string): Promise<Registration> {
  const id = readPass(session.keys, pass);
  const row = id === undefined ? undefined : await selectRegistration(tx, session.actor.orgId, id);
  if (!row) throw new Refusal("not_found", "activities.registration_not_found");
  return row;
}


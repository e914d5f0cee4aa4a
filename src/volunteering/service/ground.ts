import type { Actor } from "#kernel/actor.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import type { PersonCard } from "#people/index.ts";
import { youngestBirthOn } from "../model/pathway/age-bands.ts";
import { lockVolunteer, selectVolunteer, type Volunteer } from "../store/volunteers.ts";
import { lockProgramme, selectProgramme, type Programme } from "../store/programmes.ts";

/**
 * The same session, allowed to keep the persons behind volunteers. Whoever
 * manages volunteers adds those who sign up; people's own door asks for
 * `people.write`. Used for nothing but a volunteer's own record.
 */
export function keepingPersons(session: Session): Session {
  const actor: Actor = { ...session.actor, capabilities: new Set([...session.actor.capabilities, "people.write"]) };
  return { ...session, actor };
}

/** The latest day the birth can mean; null where it is not known. */
export function birthOf(card: Pick<PersonCard, "birthOn" | "birthPrecision"> | undefined): string | null {
  if (!card?.birthOn) return null;
  const known = { day: 10, month: 7, year: 4 }[card.birthPrecision ?? "day"];
  return youngestBirthOn(card.birthOn.slice(0, known));
}

/** One volunteer; another organisation's is answered like one that does not exist. */
export async function readVolunteer(tx: Tx, { orgId }: Actor, id: string): Promise<Volunteer> {
  return found(await selectVolunteer(tx, orgId, id), "volunteering.volunteer_not_found");
}

/** One volunteer, the programme's row and their own held until the transaction ends: places are given and freed one after another. */
export async function holdVolunteer(tx: Tx, { orgId }: Actor, id: string): Promise<Volunteer> {
  const { programmeId } = found(await selectVolunteer(tx, orgId, id), "volunteering.volunteer_not_found");
  await lockProgramme(tx, orgId, programmeId);
  return found(await lockVolunteer(tx, orgId, id), "volunteering.volunteer_not_found");
}

export async function readProgramme(tx: Tx, { orgId }: Actor, id: string): Promise<Programme> {
  return found(await selectProgramme(tx, orgId, id), "volunteering.programme_not_found");
}

/** The thing, or the answer that there is none. */
export function found<T>(thing: T | undefined, reason: `${string}.${string}`): T {
  if (thing === undefined) throw new Refusal("not_found", reason);
  return thing;
}

type Decision = { readonly allowed: true } | { readonly allowed: false; readonly reason: string; readonly field?: string };

/** Turns a decision that says no into its refusal, at its field. */
export function insist(decision: Decision): void {
  if (decision.allowed) return;
  const reason = `volunteering.${decision.reason}` as const;
  throw new Refusal("invalid_input", reason, decision.field === undefined ? {} : { fields: [{ field: decision.field, reason }] });
}

import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import type { NewPerson } from "../../model/person.ts";
import { readResidentId } from "../../model/resident-id.ts";
import { checkFields } from "./check-fields.ts";
import { createPersons } from "../persons/create-persons.ts";
import { findSamePersons, type SamePersonMatch, type SamePersonProbe } from "../persons/find-same-persons.ts";

/** Added; or not yet, because somebody like this is here already and a person must look first. */
export type CreatedPerson = { readonly id: string; readonly same: readonly [] } | { readonly id: null; readonly same: readonly SamePersonMatch[] };

export interface CreatePerson {
  readonly person: NewPerson;
  readonly source?: "hand" | "api" | "enquiry";
  /** Somebody looked at those who are alike and says that this is another person. */
  readonly confirmed?: boolean;
}

/** Adds one person by hand. Birth and sex are read from the identity number when they are not given. */
export async function createPerson(session: Session, { person, source = "hand", confirmed = false }: CreatePerson): Promise<CreatedPerson> {
  requireCapability(session.actor, "people.write");
  const { actor: { orgId }, today } = session;
  const complete = withIdentity(person, today);
  const same = await session.read(async (tx) => {
    await checkFields(tx, orgId, complete, today);
    return confirmed ? [] : (await findSamePersons(session, tx, [probeOf(complete)]))[0] ?? [];
  });
  if (same.length > 0) return { id: null, same };
  const id = await session.write("people.create-person", { person, source, confirmed }, async (tx) => (await createPersons(session, tx, [complete], { source }))[0]!);
  return { id, same: [] };
}

const probeOf = (person: NewPerson): SamePersonProbe => ({
  name: person.name, birthOn: person.birthOn, residentId: numberOf(person, "resident_id"), certificateNumber: numberOf(person, "disability_certificate"),
  phones: (person.contacts ?? []).map(({ value }) => value),
});

const numberOf = (person: NewPerson, wanted: string) => person.identifiers?.find(({ system }) => system === wanted)?.value;

function withIdentity(person: NewPerson, today: string): NewPerson {
  const number = numberOf(person, "resident_id");
  if (!number) return person;
  const { fault, birthOn, sex } = readResidentId(number, today);
  if (fault) throw new Refusal("invalid_input", "platform.check_fields", { fields: [{ field: "residentId", reason: fault }] });
  if (person.birthOn && person.birthOn !== birthOn) throw new Refusal("invalid_input", "platform.check_fields", { fields: [{ field: "birthOn", reason: "person.birth_other_than_id" }] });
  if (person.sex && person.sex !== sex) throw new Refusal("invalid_input", "platform.check_fields", { fields: [{ field: "sex", reason: "person.sex_other_than_id" }] });
  return { ...person, birthOn, birthPrecision: "day", sex };
}

import { Refusal } from "#kernel/refusal.ts";
import { addRelationships, createPersons, findSamePersons, inverseOf, openRelativeIn, relativesOf, startRoles, type PersonCard, type Relative } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import type { Interview, InterviewCarer } from "../../model/interview/interview.ts";

/** The carer as a person of their own: found or added, with the relationship and the role of carer (照顾者). Null when there is none. */
export async function keepCarer(session: Session, tx: Tx, { carer, personId, heldOn }: Interview, card: PersonCard): Promise<string | null> {
  if (!carer) return null;
  const known = ((await relativesOf(tx, session.actor.orgId, [personId])).get(personId) ?? []).filter(({ forward }) => forward);
  const carerId = carer.personId ?? await ofFamily(session, tx, carer, known) ?? await findOrAdd(session, tx, carer, card);
  if (carerId === card.id) throw new Refusal("invalid_input", "platform.check_fields", { fields: [{ field: "carer", reason: "interview.carer_is_resident" }] });
  const relative = known.find(({ otherId, otherName }) => otherId === carerId || (otherId === null && otherName === carer.name));
  if (!relative || !relative.isCarer || (carer.isGuardian && !relative.isGuardian)) {
    const relation = carer.relation ?? relative?.relation;
    if (!relation) throw new Refusal("invalid_input", "platform.check_fields", { fields: [{ field: "relation", reason: "interview.carer_relation" }] });
    await addRelationships(session, tx, [{ personId, otherId: carerId, relation, inverse: inverseOf(relation, card.sex), isCarer: true, isGuardian: carer.isGuardian || (relative?.isGuardian ?? false), fromOn: heldOn }]);
  }
  await startRoles(session, tx, [{ personId: carerId, role: "carer", fromOn: heldOn, reason: "" }]);
  return carerId;
}

/** A relative of that name, as the register knows the guardian: one with a record is the carer, one known by name only is given a record. */
async function ofFamily(session: Session, tx: Tx, { name }: InterviewCarer, known: readonly Relative[]): Promise<string | undefined> {
  const relative = known.find(({ otherName }) => otherName === name);
  return relative && (relative.otherId ?? await openRelativeIn(session, tx, relative.id));
}

/** Somebody of that name and number is taken for the carer; else a new person who lives where the resident lives. */
async function findOrAdd(session: Session, tx: Tx, { name, phone, sex, birthOn }: InterviewCarer, card: PersonCard): Promise<string> {
  if (name === undefined) throw new Refusal("invalid_input", "platform.check_fields", { fields: [{ field: "name", reason: "interview.carer_name" }] });
  const [matches = []] = phone ? await findSamePersons(session, tx, [{ name, phones: [phone], birthOn }]) : [[]];
  const others = matches.filter(({ personId }) => personId !== card.id);
  if (others.length === 1) return others[0]!.personId;
  const [id] = await createPersons(session, tx, [{
    name, ...(sex && { sex }), ...(birthOn && { birthOn }), ...(card.communityId && { communityId: card.communityId }), ...(card.laneId && { laneId: card.laneId }), ...(card.address && { address: card.address }),
    ...(phone && { contacts: [{ kind: /^1[3-9]\d{9}$/.test(phone.replace(/\D/g, "")) ? "mobile" as const : "landline" as const, value: phone }] }),
  }], { source: "relative" });
  return id!;
}

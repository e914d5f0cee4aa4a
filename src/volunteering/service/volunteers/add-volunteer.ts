import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { identitiesOf, personCards } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { versionOn } from "../../model/pathway/requirement.ts";
import { signUpFacts } from "../../model/sign-up/sign-up-facts.ts";
import { selectPolicies } from "../../store/policies.ts";
import { insertSignUps, insertVolunteer, selectVolunteer, selectVolunteersOfPersons } from "../../store/volunteers.ts";
import { found, readProgramme } from "../ground.ts";
import { addFacts } from "../standing.ts";

export const KnownPersonSignsUp = z.object({ programmeId: z.uuid(), personId: z.uuid() });
export type KnownPersonSignsUp = z.output<typeof KnownPersonSignsUp>;

/** Somebody already known, e.g. once helped themselves, signs up through the coordinator (受助者成为志愿者). */
export async function addVolunteer(session: Session, input: KnownPersonSignsUp): Promise<{ id: string }> {
  const { actor, today, now } = session;
  requireCapability(actor, "volunteers.manage");
  return session.write("volunteering.add-volunteer", input, async (tx) => {
    const { orgId } = actor;
    const { programmeId } = input;
    await readProgramme(tx, actor, programmeId);
    const card = found((await personCards(tx, orgId, [input.personId])).get(input.personId), "volunteering.person_not_found");
    const records = (await identitiesOf(tx, orgId, [card.id])).get(card.id) ?? [card.id];
    const already = (await selectVolunteersOfPersons(tx, orgId, records)).some((one) => one.programmeId === programmeId);
    const id = already ? undefined : await insertVolunteer(tx, orgId, {
      programmeId, personId: card.id, signedUpAt: now.toISOString(), affiliation: "", subject: "", area: "", motivation: "", hoursText: "", skills: [], capacity: 1, hours: [],
    });
    if (id === undefined) throw new Refusal("conflict", "volunteering.already_in_programme");
    await insertSignUps(tx, orgId, [{ volunteerId: id, channel: "staff", sentAt: now.toISOString(), answers: {} }]);
    const policy = versionOn(await selectPolicies(tx, orgId, programmeId), today);
    const facts = policy ? signUpFacts({ submittedAt: today, sessions: 0, screening: null, appraisal: null }, policy, today) : [];
    await addFacts(session, tx, found(await selectVolunteer(tx, orgId, id), "volunteering.volunteer_not_found"), facts);
    await recordAudit(tx, actor, { action: "volunteer.added", subjectKind: "volunteer", subjectId: id, details: { programmeId } });
    return { id };
  });
}

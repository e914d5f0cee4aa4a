import { Refusal } from "#kernel/refusal.ts";
import { personCards } from "#people/index.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { applicationState } from "../../model/certificate/certificate-life.ts";
import type { ApplicationForm } from "../../model/forms.ts";
import { ISSUE, OWN } from "../../model/policy.ts";
import { insertApplication, selectApplicationsOf, selectSteps } from "../../store/applications.ts";
import { found, insist, personIdsFor } from "../ground.ts";

/** Applies for a certificate (申请) of a period: the volunteer, or staff for somebody who asked by word of mouth. One at a time. */
export async function applyForCertificate(session: Session, personId: string | null, input: ApplicationForm): Promise<{ id: string }> {
  const { actor, now, today } = session;
  const own = personId === null || personId === actor.personId;
  if (!actor.capabilities.has(own ? OWN : ISSUE)) throw new Refusal("forbidden", "access.not_allowed");
  const asked = found((personId ?? actor.personId) ?? undefined, "hours.no_person");
  if (input.fromOn > today) throw new Refusal("invalid_input", "hours.in_future", { fields: [{ field: "fromOn", reason: "hours.in_future" }] });
  return session.write("hours.apply", { personId, ...input }, async (tx) => {
    const card = found((await personCards(tx, actor.orgId, [asked])).get(asked), "hours.person_not_found");
    const earlier = await selectApplicationsOf(tx, actor.orgId, await personIdsFor(tx, actor.orgId, asked));
    const steps = Map.groupBy(await selectSteps(tx, actor.orgId, earlier.map(({ id }) => id)), ({ applicationId }) => applicationId);
    const open = earlier.some(({ id }) => ["applied", "accepted"].includes(applicationState(steps.get(id) ?? [])));
    if (open) insist({ allowed: false, reason: "applied_already" });
    const id = await insertApplication(tx, actor.orgId, { ...input, personId: card.id, appliedBy: actor.accountId, appliedByName: actor.name, appliedAt: now.toISOString() });
    await recordAudit(tx, actor, { action: "certificate.applied", subjectKind: "application", subjectId: id, details: { fromOn: input.fromOn, untilOn: input.untilOn } });
    return { id };
  });
}

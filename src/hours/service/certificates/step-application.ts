import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { applicationState, decideStep } from "../../model/certificate/certificate-life.ts";
import { ISSUE } from "../../model/policy.ts";
import { insertStep, selectApplication, selectSteps } from "../../store/applications.ts";
import { found, insist, insistFirst, ownIds } from "../ground.ts";

export interface ApplicationMove {
  readonly applicationId: string;
  readonly step: "accepted" | "declined" | "taken_back";
  readonly words?: string;
}

/** Accepts an application (受理), declines it with words, or takes it back, as the volunteer alone may. */
export async function stepApplication(session: Session, { applicationId, step, words = "" }: ApplicationMove): Promise<void> {
  const { actor, now } = session;
  await session.write("hours.step-application", { applicationId, step, words }, async (tx) => {
    const application = await selectApplication(tx, actor.orgId, applicationId);
    const own = application !== undefined && (await ownIds(tx, actor)).includes(application.personId);
    const may = step === "taken_back" ? own : actor.capabilities.has(ISSUE);
    found(may ? application : undefined, "hours.application_not_found");
    const steps = await selectSteps(tx, actor.orgId, [applicationId]);
    insist(decideStep(applicationState(steps), step, { own }));
    if (step === "declined" && words.trim() === "") throw new Refusal("invalid_input", "hours.words_missing", { fields: [{ field: "words", reason: "hours.words_missing" }] });
    insistFirst(await insertStep(tx, actor.orgId, { applicationId, seq: steps.length + 1, kind: step, words: words.trim(), byAccount: actor.accountId, byName: actor.name, at: now.toISOString() }));
    await recordAudit(tx, actor, { action: `application.${step}`, subjectKind: "application", subjectId: applicationId });
    return null;
  });
}

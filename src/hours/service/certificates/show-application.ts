import { findOrganization } from "#identity/index.ts";
import { personCards } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { applicationState, type ApplicationState } from "../../model/certificate/certificate-life.ts";
import { readStatement } from "../../model/certificate/document.ts";
import { countable, serviceLines, totalMinutes, type ServiceLine } from "../../model/certificate/statement.ts";
import { entryState } from "../../model/entry.ts";
import { ISSUE } from "../../model/policy.ts";
import { selectApplication, selectSteps, type Application, type StepRow } from "../../store/applications.ts";
import { listRegister, selectCertificatesOf } from "../../store/certificates.ts";
import { selectEntriesOf, type Entry } from "../../store/entries.ts";
import { found, personIdsFor } from "../ground.ts";

/** What a certificate for an application would state, counted now. */
export interface Preview {
  readonly application: Application;
  readonly state: ApplicationState;
  readonly steps: readonly StepRow[];
  readonly name: string;
  readonly counted: readonly Entry[];
  readonly lines: readonly ServiceLine[];
  readonly minutes: number;
  /** Entries of the period that do not count, because they wait or nobody has checked out. */
  readonly waiting: number;
  readonly personIds: readonly string[];
}

/** Counts what a certificate would state; the caller authorises. */
export async function previewOf(tx: Tx, orgId: string, applicationId: string): Promise<Preview> {
  const application = found(await selectApplication(tx, orgId, applicationId), "hours.application_not_found");
  const steps = await selectSteps(tx, orgId, [applicationId]);
  const personIds = await personIdsFor(tx, orgId, application.personId);
  const entries = await selectEntriesOf(tx, orgId, personIds);
  const counted = countable(entries, application);
  const within = entries.filter(({ happenedOn }) => application.fromOn <= happenedOn && happenedOn <= application.untilOn);
  return {
    application, steps, personIds, counted, state: applicationState(steps), lines: serviceLines(counted), minutes: totalMinutes(counted),
    waiting: within.filter((entry) => ["pending", "open"].includes(entryState(entry))).length,
    name: (await personCards(tx, orgId, [application.personId])).get(application.personId)?.name ?? "",
  };
}

/** An application with what its certificate would state, and the issuer's words of the last one. */
export async function showApplication(session: Session, applicationId: string) {
  const { actor, today } = session;
  requireCapability(actor, ISSUE);
  return session.write("hours.show-application", null, async (tx) => {
    const preview = await previewOf(tx, actor.orgId, applicationId);
    const { rows: [last] } = await listRegister(tx, actor.orgId, {}, today, { limit: 1 });
    const issuer = last ? readStatement(last.document).issuer : null;
    const organization = await findOrganization(tx, actor.orgId);
    const issued = (await selectCertificatesOf(tx, actor.orgId, preview.personIds)).find((one) => one.applicationId === applicationId);
    await recordAudit(tx, actor, { action: "application.read", subjectKind: "application", subjectId: applicationId });
    return { ...preview, issuer: { head: issuer?.head ?? "", contact: issuer?.contact ?? organization?.phone ?? "" }, certificateId: issued?.id ?? null };
  });
}

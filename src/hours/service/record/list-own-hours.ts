import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { certificateState, applicationState, type ApplicationState, type CertificateState } from "../../model/certificate/certificate-life.ts";
import { totalMinutes } from "../../model/certificate/statement.ts";
import { entryState, type EntryState } from "../../model/entry.ts";
import { OWN } from "../../model/policy.ts";
import { selectApplicationsOf, selectSteps, type Application } from "../../store/applications.ts";
import { selectCertificatesOf, type Certificate } from "../../store/certificates.ts";
import { selectEntriesOf, type Entry } from "../../store/entries.ts";
import { selectRequests, type CorrectionRequest } from "../../store/requests.ts";
import { ownIds } from "../ground.ts";

export interface OwnHours {
  readonly entries: readonly (Entry & { readonly state: EntryState; readonly requests: readonly CorrectionRequest[] })[];
  /** Minutes confirmed, those of this year, and those that wait. */
  readonly confirmedMinutes: number;
  readonly thisYearMinutes: number;
  readonly waitingMinutes: number;
  readonly applications: readonly (Application & { readonly state: ApplicationState; readonly words: string })[];
  readonly certificates: readonly (Pick<Certificate, "id" | "number" | "fromOn" | "untilOn" | "minutes" | "issuedOn" | "shownUntilOn"> & { readonly state: CertificateState })[];
}

const NOTHING: OwnHours = { entries: [], confirmedMinutes: 0, thisYearMinutes: 0, waitingMinutes: 0, applications: [], certificates: [] };

/** Everything about the actor's own hours: entries with their state, requests, applications, certificates. */
export async function listOwnHours(session: Session): Promise<OwnHours> {
  const { actor, today } = session;
  requireCapability(actor, OWN);
  return session.read(async (tx) => {
    const ids = await ownIds(tx, actor);
    if (ids.length === 0) return NOTHING;
    const entries = (await selectEntriesOf(tx, actor.orgId, ids)).map((entry) => ({ ...entry, state: entryState(entry) }));
    const requests = Map.groupBy(await selectRequests(tx, actor.orgId, entries.map(({ id }) => id)), ({ entryId }) => entryId);
    const applications = await selectApplicationsOf(tx, actor.orgId, ids);
    const steps = Map.groupBy(await selectSteps(tx, actor.orgId, applications.map(({ id }) => id)), ({ applicationId }) => applicationId);
    const confirmed = entries.filter(({ state }) => state === "confirmed");
    return {
      entries: entries.map((entry) => ({ ...entry, requests: requests.get(entry.id) ?? [] })),
      confirmedMinutes: totalMinutes(confirmed), thisYearMinutes: totalMinutes(confirmed.filter(({ happenedOn }) => happenedOn.slice(0, 4) === today.slice(0, 4))),
      waitingMinutes: totalMinutes(entries.filter(({ state }) => state === "pending")),
      applications: applications.map((one) => ({ ...one, state: applicationState(steps.get(one.id) ?? []), words: steps.get(one.id)?.at(-1)?.words ?? "" })),
      certificates: (await selectCertificatesOf(tx, actor.orgId, ids)).map(({ id, number, fromOn, untilOn, minutes, issuedOn, shownUntilOn, revokedOn }) => (
        { id, number, fromOn, untilOn, minutes, issuedOn, shownUntilOn, state: certificateState({ shownUntilOn, revokedOn }, today) })),
    };
  });
}

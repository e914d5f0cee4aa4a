import { Refusal } from "#kernel/refusal.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { dutiesOf, type Duty } from "../model/duties.ts";
import { standsAs, type Stands } from "../model/incident.ts";
import { entriesOf, findIncident, type EntryRow, type IncidentRow } from "../store/incidents.ts";

/** An incident as it stands, for somebody who may know of it. */
export interface NearIncident {
  readonly incident: IncidentRow;
  readonly entries: readonly EntryRow[];
  readonly stands: Stands;
  readonly duties: readonly Duty[];
}

export const isLead = ({ actor }: Pick<Session, "actor">): boolean => actor.capabilities.has("safeguarding.lead");

/** Somebody who reports or leads, with a second factor. */
export function requirePart({ actor }: Session): void {
  if (!actor.capabilities.has("safeguarding.report") && !actor.capabilities.has("safeguarding.lead")) throw new Refusal("forbidden", "access.not_allowed");
  if (!actor.strong) throw new Refusal("forbidden", "access.second_factor");
}

/** The incident, if the actor may know of it; to the person it is about, whom it is said of, and anybody not let in it does not exist. */
export async function requireNear(session: Session, tx: Tx, incidentId: string): Promise<NearIncident> {
  requirePart(session);
  const { actor } = session;
  const incident = await findIncident(tx, actor.orgId, incidentId);
  if (!incident || incident.allegedAccount === actor.accountId || incident.personId === actor.personId) throw new Refusal("not_found", "safeguarding.not_found");
  const entries = (await entriesOf(tx, actor.orgId, [incidentId])).get(incidentId) ?? [];
  return standing(session, incident, entries);
}

export function standing({ now }: Pick<Session, "now">, incident: IncidentRow, entries: readonly EntryRow[]): NearIncident {
  return { incident, entries, stands: standsAs(entries), duties: dutiesOf({ ...incident, learntAt: new Date(incident.learntAt).toISOString() }, entries, now.toISOString()) };
}

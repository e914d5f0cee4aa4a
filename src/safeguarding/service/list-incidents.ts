import { personCards } from "#people/index.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Page } from "#platform/db/keyset.ts";
import type { Session } from "#platform/db/session.ts";
import { isSettled, type Duty } from "../model/duties.ts";
import type { IncidentKind, Stands } from "../model/incident.ts";
import * as store from "../store/incidents.ts";
import { letLeadIn } from "../store/knowing.ts";
import { isLead, requirePart, standing } from "./near.ts";

export interface IncidentLine {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly kind: IncidentKind;
  readonly learntAt: string;
  readonly raisedByName: string;
  readonly stands: Stands;
  /** What has not been told yet, the most pressing first. */
  readonly open: readonly Duty[];
}

/** Incidents the actor may know of. A lead who came later is let in to those before, once, and it is kept who they are. */
export async function listIncidents(session: Session, filter: store.IncidentFilter, paging: { after?: string | null; limit?: number } = {}): Promise<Page<IncidentLine>> {
  requirePart(session);
  const { actor } = session;
  return session.write("safeguarding.list", { at: session.now.toISOString() }, async (tx) => {
    if (isLead(session)) {
      const letIn = await letLeadIn(tx, actor.name, actor.personId, "lead");
      if (letIn > 0) await recordAudit(tx, actor, { action: "incident.lead_let_in", subjectKind: "incident", subjectId: "list", details: { incidents: letIn } });
    }
    const { rows, next } = await store.listIncidents(tx, actor.orgId, filter, paging);
    const entries = await store.entriesOf(tx, actor.orgId, rows.map(({ id }) => id));
    const cards = await personCards(tx, actor.orgId, rows.map(({ personId }) => personId), { despite: "legal_duty" });
    const lines = rows.filter((row) => row.allegedAccount !== actor.accountId && row.personId !== actor.personId).map((row): IncidentLine => {
      const { stands, duties } = standing(session, row, entries.get(row.id) ?? []);
      const { id, personId, kind, learntAt, raisedByName } = row;
      return { id, personId, name: cards.get(personId)!.name, kind, learntAt, raisedByName, stands, open: stands.state === "closed" ? [] : duties.filter((duty) => !isSettled(duty)) };
    });
    await recordAudit(tx, actor, { action: "incidents.listed", subjectKind: "incident", subjectId: "list", details: { rows: lines.length } });
    return { rows: lines, next };
  });
}

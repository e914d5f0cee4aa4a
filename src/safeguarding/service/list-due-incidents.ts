import type { Session } from "#platform/db/session.ts";
import { personCards } from "#people/index.ts";
import { isSettled, type Duty } from "../model/duties.ts";
import { entriesOf, listIncidents } from "../store/incidents.ts";
import { standing } from "./near.ts";

/** An open incident with the most pressing thing nobody has been told yet. */
export interface DueIncident {
  readonly id: string;
  readonly name: string;
  readonly duty: Duty;
}

/** Open incidents the actor may know of in which somebody still has to be told; nothing for whoever has no part in safeguarding. */
export async function listDueIncidents(session: Session, most: number): Promise<DueIncident[]> {
  const { actor } = session;
  if (!actor.strong || !(actor.capabilities.has("safeguarding.report") || actor.capabilities.has("safeguarding.lead"))) return [];
  return session.read(async (tx) => {
    const { rows } = await listIncidents(tx, actor.orgId, { state: "open" }, { limit: most });
    const entries = await entriesOf(tx, actor.orgId, rows.map(({ id }) => id));
    const cards = await personCards(tx, actor.orgId, rows.map(({ personId }) => personId), { despite: "legal_duty" });
    return rows.filter((row) => row.allegedAccount !== actor.accountId && row.personId !== actor.personId).flatMap((row) => {
      const duty = standing(session, row, entries.get(row.id) ?? []).duties.find((one) => !isSettled(one));
      return duty ? [{ id: row.id, name: cards.get(row.personId)!.name, duty }] : [];
    });
  });
}

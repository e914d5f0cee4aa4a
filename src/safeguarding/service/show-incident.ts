import { listColleagues } from "#identity/index.ts";
import { personCards, type PersonCard } from "#people/index.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { readNotices } from "#platform/notify/notices.ts";
import { knowersOf } from "../model/knowers.ts";
import { listKnowing, type KnowingRow } from "../store/knowing.ts";
import { isLead, requireNear, type NearIncident } from "./near.ts";

export interface ShownIncident extends NearIncident {
  readonly person: PersonCard;
  readonly allegedName: string | null;
  readonly knowers: readonly KnowingRow[];
  readonly knowing: readonly KnowingRow[];
  /** Colleagues who could still be let in; only for a lead. */
  readonly others: readonly { readonly accountId: string; readonly name: string }[];
  readonly isLead: boolean;
}

/** One incident with everything done about it. That it was opened is noted; not with the person, so that their own file does not tell of it. */
export async function showIncident(session: Session, incidentId: string): Promise<ShownIncident> {
  const { actor, now } = session;
  const colleagues = await listColleagues(session);
  return session.write("safeguarding.show", { incidentId, at: now.toISOString() }, async (tx) => {
    const near = await requireNear(session, tx, incidentId);
    const { personId, allegedAccount } = near.incident;
    const person = (await personCards(tx, actor.orgId, [personId], { despite: "legal_duty" })).get(personId)!;
    const knowing = await listKnowing(tx, actor.orgId, incidentId);
    const knowers = knowersOf(knowing);
    const inside = new Set(knowers.map(({ accountId }) => accountId));
    await readNotices(tx, actor, `/safeguarding/${incidentId}`, now);
    await recordAudit(tx, actor, { action: "incident.read", subjectKind: "incident", subjectId: incidentId });
    return {
      ...near, person, knowing, knowers, isLead: isLead(session),
      allegedName: colleagues.find(({ accountId }) => accountId === allegedAccount)?.name ?? null,
      others: isLead(session) ? colleagues.filter((one) => !inside.has(one.accountId) && one.accountId !== allegedAccount && one.personId !== person.id).map(({ accountId, name }) => ({ accountId, name })) : [],
    };
  });
}

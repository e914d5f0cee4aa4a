import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { findRequest, requestEventsOf, type RequestEventRow, type RequestRow } from "../../store/requests.ts";
import { openTeam, type Elder, type Member, type OpenedTeam } from "../ground.ts";

export interface ShownRequest {
  readonly request: RequestRow;
  readonly teamName: string;
  readonly by: OpenedTeam["by"];
  readonly staff: boolean;
  readonly elder: Pick<Elder, "elderName" | "laneName" | "note" | "agrees"> & { readonly personId: string | null };
  readonly members: readonly Pick<Member, "id" | "memberName">[];
  /** Only for whoever took it and is on their way, and for workers. */
  readonly phones: readonly string[];
  readonly events: readonly (RequestEventRow & { readonly memberName: string })[];
}

/** One request. How to reach the person is shown to whoever took it, for as long as they have it; each look at it is noted. */
export async function showRequest(session: Session, requestId: string): Promise<ShownRequest> {
  const { actor } = session;
  return session.write("teams.show_request", requestId, async (tx) => {
    const request = await findRequest(tx, actor.orgId, requestId);
    if (!request) throw new Refusal("not_found", "teams.request_not_found");
    const { team, by, staff, members, elders, cards } = await openTeam(session, tx, request.teamId);
    const elder = elders.find(({ id }) => id === request.elderId);
    if (!elder) throw new Refusal("not_found", "teams.request_not_found");
    const onTheWay = request.state === "taken" && by.memberId !== null && request.memberId === by.memberId;
    const reaches = elder.agrees && (onTheWay || (staff && request.state === "taken"));
    const phones = reaches ? (cards.get(elder.personId)?.phones ?? []).map(({ value }) => value) : [];
    if (phones.length > 0) await recordAudit(tx, actor, { action: "person.read", subjectKind: "person", subjectId: elder.personId, details: { as: staff ? "team_worker" : "team_member", requestId } });
    const nameOf = (id: string | null) => members.find((one) => one.id === id)?.memberName ?? "";
    return {
      request, teamName: team.name, by, staff, phones, members: by.runs ? members.map(({ id, memberName }) => ({ id, memberName })) : members.filter(({ id }) => id === request.memberId || id === by.memberId).map(({ id, memberName }) => ({ id, memberName })),
      elder: { elderName: elder.elderName, laneName: elder.laneName, note: elder.note, agrees: elder.agrees, personId: staff ? elder.personId : null },
      events: (await requestEventsOf(tx, actor.orgId, requestId)).map((event) => ({ ...event, memberName: nameOf(event.memberId) })),
    };
  });
}

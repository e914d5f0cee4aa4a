import { ageOn } from "#kernel/calendar.ts";
import { Refusal } from "#kernel/refusal.ts";
import { listColleagues } from "#identity/index.ts";
import { personCards } from "#people/index.ts";
import type { Session } from "#platform/db/session.ts";
import { OF_AGE } from "../model/incident.ts";
import { requirePart } from "./near.ts";

/** What a report about somebody begins with. */
export interface ReportOffer {
  readonly personId: string;
  readonly name: string;
  /** Whether the birthday on file settles that they are a child; null when it is not known. */
  readonly isMinor: boolean | null;
  readonly colleagues: readonly { readonly accountId: string; readonly name: string }[];
}

/** The form's ground: who it is about, and colleagues it might be said of. */
export async function offerReport(session: Session, personId: string): Promise<ReportOffer> {
  requirePart(session);
  const { actor, today } = session;
  const colleagues = (await listColleagues(session)).filter(({ accountId }) => accountId !== actor.accountId);
  const card = await session.read(async (tx) => (await personCards(tx, actor.orgId, [personId], { despite: "legal_duty" })).get(personId));
  if (!card || card.id === actor.personId) throw new Refusal("not_found", "safeguarding.person_not_found");
  return { personId: card.id, name: card.name, isMinor: card.birthOn === null ? null : ageOn(card.birthOn, today) < OF_AGE, colleagues: colleagues.map(({ accountId, name }) => ({ accountId, name })) };
}

import { casesOf, readableCases } from "#casework/index.ts";
import { identitiesOf } from "#people/index.ts";
import type { Session } from "#platform/db/session.ts";
import { plansOf } from "../../store/plans.ts";
import { noteReading } from "../note-reading.ts";
import { nameOf, openPersonIn } from "../open-person.ts";

/** The plans of a person the actor may open, and the cases a new one may belong to. */
export async function showPersonPlans(session: Session, personId: string) {
  const { orgId } = session.actor;
  const shown = await session.read(async (tx) => {
    const card = await openPersonIn(session, tx, personId);
    const plans = await plansOf(tx, orgId, (await identitiesOf(tx, orgId, [personId])).get(personId) ?? [card.id]);
    const cases = (await casesOf(tx, orgId, [personId])).get(personId) ?? [];
    const readable = await readableCases(session, tx, [...cases.map(({ caseId }) => caseId), ...plans.flatMap(({ caseId }) => caseId ?? [])]);
    return {
      personId: card.id, name: nameOf(card), plans: plans.filter(({ caseId }) => caseId === null || readable.has(caseId)),
      cases: cases.filter(({ caseId, closedOn }) => closedOn === null && readable.has(caseId)).map(({ caseId, reference }) => ({ caseId, reference })),
    };
  });
  await noteReading(session, { action: "plans.read", subjectKind: "person", subjectId: shown.personId });
  return shown;
}

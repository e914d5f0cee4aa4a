import { findOrganization, listPublicOrganizations } from "#identity/index.ts";
import { addDays } from "#kernel/calendar.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { SENSITIVE } from "../model/packet.ts";
import { groundIn, needWords } from "./known.ts";
import { requirePart } from "./near.ts";

/** How long the other has to answer, unless told otherwise. */
const ANSWER_DAYS = 7;

/** What the form starts from: to whom it could go, and what of the person could leave. */
export async function prepareReferral(session: Session, { personId, caseId }: { personId: string; caseId: string | null }) {
  requirePart(session);
  const needs = await needWords(session, personId);
  return session.read(async (tx) => {
    const ground = await groundIn(session, tx, { personId, caseId, needs });
    return { ...ground, organizations: await otherOrganizations(session, tx), chosen: ground.parts.filter((part) => !SENSITIVE.includes(part) && part !== "address"), dueOn: addDays(session.today, ANSWER_DAYS) };
  });
}

async function otherOrganizations({ actor }: Session, tx: Tx): Promise<{ id: string; name: string }[]> {
  return (await listPublicOrganizations(tx)).filter(({ id }) => id !== actor.orgId).map(({ id, name }) => ({ id, name }));
}

/** The name of the organisation it goes to, if there is one and it is another. */
export async function nameOther({ actor }: Session, tx: Tx, orgId: string): Promise<string | undefined> {
  return orgId === actor.orgId ? undefined : (await findOrganization(tx, orgId))?.name;
}

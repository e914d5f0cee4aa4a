import { Refusal } from "#kernel/refusal.ts";
import { authorise } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { REVEAL_IDENTIFIER } from "../../model/policy.ts";
import { readIdentifier } from "../../store/facts/records-of.ts";
import type { IdentifierSystem } from "../../model/terms.ts";
import type { RevealPurpose } from "../../model/terms.ts";
import { noteRead } from "./note-read.ts";
import { identifierCell } from "../persons/seal-identifiers.ts";

/** Shows one identity number in full. Each time is noted with its purpose before the number is given. */
export async function revealIdentifier(session: Session, { identifierId, purpose }: { identifierId: string; purpose: RevealPurpose }): Promise<{ system: IdentifierSystem; value: string }> {
  const { actor, keys } = session;
  authorise(actor, REVEAL_IDENTIFIER, { orgId: actor.orgId });
  const identifier = await session.read((tx) => readIdentifier(tx, actor.orgId, identifierId));
  if (!identifier) throw new Refusal("not_found", "person.identifier_not_found");
  const { id, personId, system, sealed } = identifier;
  await noteRead(session, { action: "person.identifier_revealed", subjectKind: "person", subjectId: personId, details: { system, purpose } });
  return { system: system as IdentifierSystem, value: keys.open(sealed, identifierCell(id)) };
}

import { Refusal } from "#kernel/refusal.ts";
import { identitiesOf, personCards, type PersonCard } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";

/** Somebody who supports employment, with a second factor. What a person wishes and says is theirs: not for family, employers or colleagues of other work. */
export function requirePart({ actor }: Pick<Session, "actor">): void {
  requireCapability(actor, "employment.work");
  if (!actor.strong) throw new Refusal("forbidden", "access.second_factor");
}

/** The person and every record of theirs; whoever does not let their data be kept is not opened. */
export async function requirePerson(session: Session, tx: Tx, personId: string): Promise<{ card: PersonCard; records: readonly string[] }> {
  requirePart(session);
  const { orgId } = session.actor;
  const card = (await personCards(tx, orgId, [personId])).get(personId);
  if (!card || card.withheldOn !== null) throw new Refusal("not_found", "employment.person_not_found");
  return { card, records: (await identitiesOf(tx, orgId, [personId])).get(personId) ?? [personId] };
}

export const calledOf = ({ preferredName, name }: Pick<PersonCard, "preferredName" | "name">): string => preferredName ?? name;

/** Notes that something was read, in a transaction of its own. */
export async function noteRead(session: Session, action: string, subjectKind: string, subjectId: string): Promise<void> {
  await session.write("employment.note-read", { action, subjectId, at: session.now.toISOString() }, async (tx) => {
    await recordAudit(tx, session.actor, { action, subjectKind, subjectId });
    return null;
  });
}

export const fault = (field: string, reason: `${string}.${string}`): Refusal => new Refusal("invalid_input", "platform.check_fields", { fields: [{ field, reason }] });

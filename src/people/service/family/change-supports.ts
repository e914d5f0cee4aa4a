import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { SUPPORT_KINDS, TIES } from "../../model/family/ecomap.ts";
import { Day } from "../../model/person.ts";
import { identitiesOf } from "../../store/persons/person-cards.ts";
import { endSupports, insertSupport } from "../../store/facts/households.ts";
import { relativesOf } from "../facts/add-relationships.ts";

/** A support that is noted: somebody of the family by their relationship, anybody and anything else by name; or one that is over. */
export const SupportChange = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("support"), personId: z.uuid(), relationshipId: z.uuid().nullish(), name: z.string().trim().min(1).max(40).nullish(), kind: z.enum(SUPPORT_KINDS).default("friend"), tie: z.enum(TIES), note: z.string().trim().max(300).default(""), fromOn: Day }),
  z.object({ intent: z.literal("support_over"), personId: z.uuid(), supportId: z.uuid(), untilOn: Day }),
]);
export type SupportChange = z.output<typeof SupportChange>;

/** Notes a support and how strong it is, or that it is over. Of a relative a new strength ends the one before. */
export async function changeSupport(session: Session, input: SupportChange): Promise<void> {
  const { actor, today } = session;
  requireCapability(actor, "people.write");
  await session.write("people.change-support", input, async (tx) => {
    const records = (await identitiesOf(tx, actor.orgId, [input.personId])).get(input.personId);
    if (!records) throw new Refusal("not_found", "person.not_found");
    const on = input.intent === "support" ? input.fromOn : input.untilOn;
    if (on > today) throw fault(input.intent === "support" ? "fromOn" : "untilOn", "person.in_future");
    if (input.intent === "support_over") {
      if (await endSupports(tx, actor.orgId, records, { id: input.supportId }, on) === 0) throw new Refusal("not_found", "person.support_not_found");
    } else {
      const { relationshipId = null, name = null, tie, note } = input;
      if (relationshipId === null && name === null) throw fault("name", "person.support_nobody");
      const relative = relationshipId === null ? null : (await relativesOf(tx, actor.orgId, [records[0]!])).get(records[0]!)?.find(({ id }) => id === relationshipId);
      if (relative === undefined) throw new Refusal("not_found", "person.relationship_not_found");
      if (relationshipId !== null) await endSupports(tx, actor.orgId, records, { relationshipId }, on);
      await insertSupport(tx, actor.orgId, { personId: records[0]!, relationshipId, name: relationshipId === null ? name : null, kind: relationshipId === null ? input.kind : "relative", tie, note, fromOn: on, recordedBy: actor.accountId, recordedByName: actor.name });
    }
    await recordAudit(tx, actor, { action: input.intent === "support" ? "person.support_noted" : "person.support_over", subjectKind: "person", subjectId: records[0]!, details: { intent: input.intent, onDay: on } });
    return null;
  });
}

const fault = (field: string, reason: `${string}.${string}`) => new Refusal("invalid_input", "platform.check_fields", { fields: [{ field, reason }] });

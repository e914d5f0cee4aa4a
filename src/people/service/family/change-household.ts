import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { Day } from "../../model/person.ts";
import { identitiesOf } from "../../store/persons/person-cards.ts";
import { relativesOf } from "../facts/add-relationships.ts";
import { endHouseholdMember, householdMembers, insertHousehold, insertHouseholdMembers, lockHouseholdOf } from "../../store/facts/households.ts";

/** Somebody of the family moves in with the person, or somebody of the household moves out. */
export const HouseholdChange = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("move_in"), personId: z.uuid(), relationshipId: z.uuid(), fromOn: Day.nullish() }),
  z.object({ intent: z.literal("move_out"), personId: z.uuid(), memberId: z.uuid(), untilOn: Day }),
]);
export type HouseholdChange = z.output<typeof HouseholdChange>;

/** Changes who lives with somebody. Nobody lives in two households at once: they move out of the other first. */
export async function changeHousehold(session: Session, input: HouseholdChange): Promise<void> {
  const { actor, today } = session;
  requireCapability(actor, "people.write");
  await session.write("people.change-household", input, async (tx) => {
    const records = (await identitiesOf(tx, actor.orgId, [input.personId])).get(input.personId);
    if (!records) throw new Refusal("not_found", "person.not_found");
    await lockHouseholdOf(tx, actor.orgId, records[0]!);
    if (input.intent === "move_out") {
      if (input.untilOn > today) throw fault("untilOn", "person.in_future");
      const member = (await householdMembers(tx, actor.orgId, records)).find(({ id, untilOn }) => id === input.memberId && untilOn === null);
      if (!member) throw new Refusal("not_found", "person.household_member_not_found");
      if (member.fromOn !== null && input.untilOn < member.fromOn) throw fault("untilOn", "person.ends_before");
      await endHouseholdMember(tx, actor.orgId, input.memberId, input.untilOn);
    } else await moveIn(session, tx, records, input);
    await recordAudit(tx, actor, { action: input.intent === "move_in" ? "person.household_joined" : "person.household_left", subjectKind: "person", subjectId: records[0]!, details: { ...input } });
    return null;
  });
}

async function moveIn({ actor, today }: Session, tx: Tx, records: readonly string[], { relationshipId, fromOn = null }: Extract<HouseholdChange, { intent: "move_in" }>): Promise<void> {
  const { orgId } = actor;
  if (fromOn !== null && fromOn > today) throw fault("fromOn", "person.in_future");
  const personId = records[0]!;
  const relative = (await relativesOf(tx, orgId, [personId])).get(personId)?.find(({ id }) => id === relationshipId);
  if (!relative) throw new Refusal("not_found", "person.relationship_not_found");
  const mine = await householdMembers(tx, orgId, records);
  const known = mine.filter(({ untilOn }) => untilOn === null);
  if (known.some((one) => one.relationshipId === relationshipId || (relative.otherId !== null && one.personId === relative.otherId))) throw fault("relationshipId", "person.lives_here");
  const theirs = relative.otherId === null ? [] : (await householdMembers(tx, orgId, [relative.otherId])).filter(({ untilOn }) => untilOn === null);
  const alone = !known.some(({ personId: id }) => id !== null && records.includes(id));
  if (theirs.length > 0 && !alone) throw fault("relationshipId", "person.lives_elsewhere");
  const by = { fromOn, recordedBy: actor.accountId, recordedByName: actor.name };
  const householdId = theirs[0]?.householdId ?? known[0]?.householdId ?? await insertHousehold(tx, orgId);
  await insertHouseholdMembers(tx, orgId, [
    ...(alone ? [{ householdId, personId, relationshipId: null, ...by }] : []),
    ...(theirs.length > 0 ? [] : [{ householdId, personId: relative.otherId, relationshipId: relative.otherId === null ? relationshipId : null, ...by }]),
  ]);
}

const fault = (field: string, reason: `${string}.${string}`) => new Refusal("invalid_input", "platform.check_fields", { fields: [{ field, reason }] });

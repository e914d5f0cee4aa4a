import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { DEFAULT_RULES } from "../../model/candidates/rules.ts";
import { PURPOSE_IDS, rulesAllowed } from "../../model/purpose.ts";
import { judgedOn } from "../../model/round.ts";
import { insertRound, replaceMembers } from "../../store/rounds.ts";
import { possiblePeople } from "../members/possible-people.ts";

export const BeginRound = z.object({ programmeId: z.uuid(), startOn: z.iso.date(), withReserve: z.boolean().default(false), purpose: z.enum(PURPOSE_IDS).default("befriending") });
export type BeginRound = z.input<typeof BeginRound>;

/** Begins a round with everybody who could be in: residents who wait, and the service team, with the reserve when asked. */
export async function beginRound(session: Session, input: BeginRound): Promise<{ id: string; number: number }> {
  const { actor, now, today } = session;
  requireCapability(actor, "matching.manage");
  return session.write("matching.begin_round", input, async (tx) => {
    const { programmeId, startOn, withReserve, purpose } = BeginRound.parse(input);
    const { residents, helpers } = await possiblePeople(tx, actor.orgId, programmeId, judgedOn(startOn, today));
    const allowed = rulesAllowed(purpose);
    if (residents.length === 0) throw new Refusal("conflict", "matching.nobody_waits");
    const round = await insertRound(tx, actor.orgId, { programmeId, startOn, withReserve, purpose, rules: { ...DEFAULT_RULES, hardRules: DEFAULT_RULES.hardRules.filter((rule) => allowed.includes(rule)), startOn }, createdBy: actor.accountId, createdAt: now.toISOString() });
    const ready = [...helpers].filter(([, placement]) => withReserve || placement === "service_team").map(([id]) => id);
    await replaceMembers(tx, actor.orgId, round.id, "resident", residents);
    await replaceMembers(tx, actor.orgId, round.id, "helper", ready);
    await recordAudit(tx, actor, { action: "round.begun", subjectKind: "round", subjectId: round.id, details: { purpose, residents: residents.length, helpers: ready.length } });
    return round;
  });
}

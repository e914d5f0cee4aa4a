import { randomInt, randomUUID } from "node:crypto";
import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { badgeNumber, mayLastUntil, type NewPrint } from "../model/badge.ts";
import { insertBadges } from "../store/badges.ts";
import { candidatesOf } from "./choose-people.ts";
import { requireManage } from "./ground.ts";

/** Prints badges for people who serve today, each with a number of its own; who printed and when is kept. */
export async function printBadges(session: Session, { of, person, validUntil }: NewPrint): Promise<{ printId: string }> {
  const { actor, now, today } = session;
  requireManage(session);
  if (!mayLastUntil(validUntil, today)) throw new Refusal("invalid_input", "badges.until_out_of_range", { fields: [{ field: "validUntil", reason: "badges.until_out_of_range" }] });
  return session.write("badges.print", { of, person, validUntil }, async (tx) => {
    const { name, people } = await candidatesOf(tx, session, of);
    const chosen = people.filter(({ personId }) => person.includes(personId));
    if (chosen.length < new Set(person).size) throw new Refusal("conflict", "badges.not_serving");
    const printId = randomUUID();
    await insertBadges(tx, actor.orgId, chosen.map(({ personId, role }) => ({
      id: randomUUID(), printId, number: badgeNumber(Number(today.slice(0, 4)), (below) => randomInt(below)), personId, source: of.source, sourceId: of.id, sourceName: name, role,
      issuedOn: today, validUntil, byAccount: actor.accountId, byName: actor.name, at: now.toISOString(),
    })));
    await recordAudit(tx, actor, { action: "badges.printed", subjectKind: of.source, subjectId: of.id, details: { badges: chosen.length, validUntil } });
    return { printId };
  });
}

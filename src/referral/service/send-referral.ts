import { createHash, randomUUID } from "node:crypto";
import { addDays } from "#kernel/calendar.ts";
import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { MOST_DAYS } from "../model/decide-step.ts";
import { packetOf, type Packet, type Part } from "../model/packet.ts";
import type { NewReferral } from "../model/referral.ts";
import { insertEvent, insertReferral, tell } from "../store/referrals.ts";
import { groundIn, needWords, type Ground } from "./known.ts";
import { requirePart } from "./near.ts";
import { nameOther } from "./prepare-referral.ts";

export interface Wish extends NewReferral {
  readonly personId: string;
  readonly caseId: string | null;
  readonly parts: readonly Part[];
}

/** What would leave, and a mark of it: only what was seen is sent. */
export interface Preview {
  readonly packet: Packet;
  readonly toName: string;
  readonly seen: string;
}

/** Shows exactly what would leave; nothing does. */
export async function previewReferral(session: Session, wish: Wish): Promise<Preview> {
  requirePart(session);
  const needs = await needWords(session, wish.personId);
  return session.read(async (tx) => {
    const { ground, toName } = await check(session, tx, wish, needs);
    const packet = packetOf(ground.known, wish.words, wish.parts);
    return { packet, toName, seen: markOf(packet, toName) };
  });
}

/** Sends what was seen, if it is still so: in the same transaction it stands in the other organisation's inbox. */
export async function sendReferral(session: Session, { seen, ...wish }: Wish & { seen: string }): Promise<{ id: string }> {
  requirePart(session);
  const { actor, now, today } = session;
  const needs = await needWords(session, wish.personId);
  return session.write("referral.send", { ...wish, seen }, async (tx) => {
    const { ground, toName } = await check(session, tx, wish, needs);
    const packet = packetOf(ground.known, wish.words, wish.parts);
    if (markOf(packet, toName) !== seen) throw new Refusal("conflict", "referral.changed_since_seen");
    const id = randomUUID();
    const at = now.toISOString();
    await insertReferral(tx, actor.orgId, {
      id, side: "out", personId: ground.personId, caseId: wish.caseId, otherOrg: wish.toOrg ?? null, otherName: toName, called: packet.name, topic: wish.topic, sharedUntil: ground.sharedUntil,
      state: "waiting", dueOn: wish.dueOn, workerId: actor.accountId, sentByName: actor.name, sentAt: at,
    }, packet);
    await insertEvent(tx, actor.orgId, id, { number: 1, kind: "sent", bySide: "out", onDay: today, reason: null, words: "", dueOn: wish.dueOn, workerId: actor.accountId, workerName: actor.name, caseId: null, byAccount: actor.accountId, byName: actor.name, at });
    if (wish.toOrg) await tell(tx, id, 1);
    await recordAudit(tx, actor, [
      { action: "referral.sent", subjectKind: "referral", subjectId: id, details: { toOrg: wish.toOrg ?? null, parts: wish.parts, topic: wish.topic } },
      { action: "person.referred", subjectKind: "person", subjectId: ground.personId, details: { referralId: id, parts: wish.parts } },
    ]);
    return { id };
  });
}

async function check(session: Session, tx: Tx, wish: Wish, needs: Awaited<ReturnType<typeof needWords>>): Promise<{ ground: Ground; toName: string }> {
  const { today } = session;
  const ground = await groundIn(session, tx, { ...wish, needs });
  if (!ground.mayShare) throw new Refusal("conflict", "referral.no_consent");
  const fault = (field: string, reason: `${string}.${string}`) => new Refusal("invalid_input", "platform.check_fields", { fields: [{ field, reason }] });
  if (wish.parts.some((part) => !ground.parts.includes(part))) throw fault("parts", "referral.part_not_allowed");
  if (wish.dueOn <= today) throw fault("dueOn", "referral.due_past");
  if (wish.dueOn > addDays(today, MOST_DAYS)) throw fault("dueOn", "referral.due_too_far");
  const toName = wish.toOrg ? await nameOther(session, tx, wish.toOrg) : wish.toName;
  if (!toName) throw fault(wish.toOrg ? "toOrg" : "toName", "referral.to_missing");
  return { ground, toName };
}

const markOf = (packet: Packet, toName: string): string => createHash("sha256").update(JSON.stringify([packet, toName])).digest("base64url");

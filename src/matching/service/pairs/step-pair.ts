import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { requireAgreed } from "#pathways/index.ts";
import { recordAudit } from "#platform/audit/record.ts";
import { expectVersion } from "#platform/db/version.ts";
import type { Session } from "#platform/db/session.ts";
import { decideActivate, decideAnswer, decideEnd, decideIntroduce, decidePause, decideResume, decideStartTrial, type PairDecision, type PairFacts } from "../../model/decide-pair.ts";
import { END_REASONS, type PairEvent } from "../../model/pair.ts";
import { bumpPair, insertPairEvent, lockPair, readPairs } from "../../store/pairs.ts";
import { factsOf } from "./pair-facts.ts";

const Day = z.iso.date();
/** One step in the life of a pair. */
export const PairStep = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("answered"), on: Day, side: z.enum(["resident", "helper"]), answer: z.enum(["accepted", "declined"]), words: z.string().max(2000).default("") }),
  z.object({ kind: z.literal("introduced"), on: Day, words: z.string().max(2000).default("") }),
  z.object({ kind: z.literal("trial_started"), on: Day, untilOn: Day, words: z.string().max(2000).default("") }),
  z.object({ kind: z.literal("activated"), on: Day, words: z.string().max(2000).default("") }),
  z.object({ kind: z.literal("paused"), on: Day, untilOn: Day.nullable().default(null), words: z.string().max(2000).default("") }),
  z.object({ kind: z.literal("resumed"), on: Day, words: z.string().max(2000).default("") }),
  z.object({ kind: z.literal("ended"), on: Day, reason: z.enum(END_REASONS), words: z.string().max(2000).default("") }),
]);
export type PairStep = z.input<typeof PairStep>;

/** Notes what happened to a pair next: an answer, the introduction, a trial, the start, a pause, the end. */
export async function stepPair(session: Session, { pairId, version, step }: { pairId: string; version: number; step: PairStep }): Promise<{ version: number }> {
  const { actor, today } = session;
  requireCapability(actor, "matching.manage");
  return session.write("matching.step_pair", { pairId, version, step }, async (tx) => {
    const { words, ...event } = PairStep.parse(step);
    if (event.on > today) throw new Refusal("conflict", "matching.pair_in_future");
    await lockPair(tx, actor.orgId, pairId);
    const [pair] = await readPairs(tx, actor.orgId, { ids: [pairId] }, today);
    if (!pair) throw new Refusal("not_found", "matching.pair_not_found");
    expectVersion(pair, { version }, []);
    const facts = await factsOf(tx, actor.orgId, pair, event.on, { meeting: true });
    const decision = decide(pair.events, event, facts);
    if (!decision.allowed) throw new Refusal("conflict", `matching.pair_${decision.reason}`);
    if (CONFIRMING.has(event.kind)) await requireAgreed(session, tx, pair.helperId, "helping", { guardian: "elsewhere" });
    await insertPairEvent(tx, actor.orgId, pairId, { seq: pair.events.length + 1, event, words, recordedBy: actor.accountId, recordedByName: actor.name });
    await bumpPair(tx, actor.orgId, pairId);
    await recordAudit(tx, actor, { action: `pair.${event.kind}`, subjectKind: "pair", subjectId: pairId, details: { on: event.on } });
    return { version: pair.version + 1 };
  });
}

/** Steps after which the helper meets the resident: somebody who has come to be served meanwhile changes sides again. */
const CONFIRMING: ReadonlySet<PairEvent["kind"]> = new Set(["introduced", "trial_started", "activated", "resumed"]);

type Step = Exclude<PairEvent, { kind: "proposed" | "asked" }>;

function decide(events: readonly PairEvent[], event: Step, facts: PairFacts): PairDecision {
  switch (event.kind) {
    case "answered": return decideAnswer(events, event.side, event.answer, event.on);
    case "introduced": return decideIntroduce(events, event.on, facts);
    case "trial_started": return decideStartTrial(events, event.on, event.untilOn, facts);
    case "activated": return decideActivate(events, event.on, facts);
    case "paused": return decidePause(events, event.on, event.untilOn);
    case "resumed": return decideResume(events, event.on, facts);
    case "ended": return decideEnd(events, event.reason, event.on);
  }
}

import fc from "fast-check";
import { expect, test } from "vitest";
import { decideActivate, decideAnswer, decideAsk, decideEnd, decideIntroduce, decidePause, decideReplace, decideResume, decideStartTrial } from "./decide-pair.ts";
import type { PairDecision } from "./decide-pair.ts";
import { pairStatus } from "./pair.ts";
import type { PairEvent, PairSide } from "./pair.ts";
import { mayReadPairNotes } from "./pair-notes.ts";

const fine = { helperEligible: true, consentStands: true };
const proposed: PairEvent[] = [{ kind: "proposed", on: "2026-11-01" }];
const asked: PairEvent[] = [...proposed, { kind: "asked", on: "2026-11-02", side: "resident" }, { kind: "asked", on: "2026-11-02", side: "helper" }];
const accepted: PairEvent[] = [...asked, { kind: "answered", on: "2026-11-03", side: "resident", answer: "accepted" }, { kind: "answered", on: "2026-11-04", side: "helper", answer: "accepted" }];
const introduced: PairEvent[] = [...accepted, { kind: "introduced", on: "2026-11-07" }];
const trial: PairEvent[] = [...introduced, { kind: "trial_started", on: "2026-11-08", untilOn: "2026-12-08" }];
const active: PairEvent[] = [...trial, { kind: "activated", on: "2026-12-09" }];
const paused: PairEvent[] = [...active, { kind: "paused", on: "2027-01-10", untilOn: "2027-02-20" }];
const ended: PairEvent[] = [...paused, { kind: "ended", on: "2027-02-01", reason: "moved_away" }];

test.each([
  ["2026-10-31", undefined], ["2026-11-01", "proposed"], ["2026-11-02", "asked"], ["2026-11-03", "asked"], ["2026-11-04", "accepted"], ["2026-11-07", "introduced"],
  ["2026-11-30", "trial"], ["2026-12-09", "active"], ["2027-01-31", "paused"], ["2027-02-01", "ended"],
])("on %s the pair is %s", (on, state) => {
  expect(pairStatus(ended, on)?.state).toBe(state);
});

test("a pause goes back to what it interrupted", () => {
  const pausedTrial: PairEvent[] = [...trial, { kind: "paused", on: "2026-11-10", untilOn: null }, { kind: "resumed", on: "2026-11-20" }];
  expect(pairStatus(pausedTrial, "2026-11-15")).toMatchObject({ state: "paused", before: "trial" });
  expect(pairStatus(pausedTrial, "2026-11-20")).toMatchObject({ state: "trial", sinceOn: "2026-11-20", trialUntilOn: "2026-12-08" });
});

const why = (decision: PairDecision) => (decision.allowed ? "allowed" : decision.reason);
const day = "2027-03-01";
test.each([
  ["ask nobody yet proposed", decideAsk([], "resident", day, fine), "not_proposed"],
  ["ask", decideAsk(proposed, "resident", day, fine), "allowed"],
  ["ask without consent", decideAsk(proposed, "helper", day, { ...fine, consentStands: false }), "consent_missing"],
  ["ask an expired volunteer", decideAsk(proposed, "helper", day, { ...fine, helperEligible: false }), "helper_not_eligible"],
  ["ask twice", decideAsk(asked, "helper", day, fine), "already_asked"],
  ["ask after meeting", decideAsk(introduced, "helper", day, fine), "already_introduced"],
  ["answer unasked", decideAnswer(proposed, "helper", "accepted", day), "not_asked"],
  ["answer", decideAnswer(asked, "helper", "declined", day), "allowed"],
  ["the same answer again", decideAnswer(accepted, "helper", "accepted", day), "already_answered"],
  ["decline after accepting", decideAnswer(accepted, "helper", "declined", day), "allowed"],
  ["decline after meeting", decideAnswer(introduced, "helper", "declined", day), "already_introduced"],
  ["introduce too early", decideIntroduce(asked, day, fine), "both_not_accepted"],
  ["introduce", decideIntroduce(accepted, day, fine), "allowed"],
  ["introduce twice", decideIntroduce(introduced, day, fine), "already_introduced"],
  ["introduce on an expired check", decideIntroduce(accepted, day, { ...fine, helperEligible: false }), "helper_not_eligible"],
  ["try out", decideStartTrial(introduced, day, "2027-04-01", fine), "allowed"],
  ["try out backwards", decideStartTrial(introduced, day, "2027-02-01", fine), "trial_ends_before_it_starts"],
  ["try out unmet", decideStartTrial(accepted, day, "2027-04-01", fine), "not_introduced"],
  ["activate", decideActivate(trial, day, fine), "allowed"],
  ["activate without a trial", decideActivate(introduced, day, fine), "allowed"],
  ["activate unmet", decideActivate(accepted, day, fine), "not_introduced"],
  ["activate twice", decideActivate(active, day, fine), "already_active"],
  ["activate in a pause", decideActivate(paused, day, fine), "already_paused"],
  ["activate after consent was withdrawn", decideActivate(trial, day, { ...fine, consentStands: false }), "consent_missing"],
  ["pause", decidePause(active, day, null), "allowed"],
  ["pause what has not begun", decidePause(introduced, day, null), "not_running"],
  ["pause twice", decidePause(paused, day, null), "already_paused"],
  ["pause backwards", decidePause(active, day, "2027-02-01"), "pause_ends_before_it_starts"],
  ["resume", decideResume(paused, day, fine), "allowed"],
  ["resume what runs", decideResume(active, day, fine), "not_paused"],
  ["resume on an expired check", decideResume(paused, day, { ...fine, helperEligible: false }), "helper_not_eligible"],
  ["end", decideEnd(active, "goal_reached", day), "allowed"],
  ["end without a reason", decideEnd(active, null, day), "reason_missing"],
  ["end twice", decideEnd(ended, "other", day), "over"],
  ["write before the last entry", decideEnd(active, "other", "2026-12-01"), "earlier_than_last"],
])("%s: %s", (_, decision, expected) => {
  expect(why(decision)).toBe(expected);
});

const replacing = { ...fine, formerHelperId: "何", newHelperId: "孙", replacedById: null, reviewedOn: null, apart: null };
const unsafe: PairEvent[] = [...active, { kind: "ended", on: "2027-02-01", reason: "safeguarding" }];
test.each([
  ["after an end", ended, replacing, "allowed"],
  ["after a refusal", [...asked, { kind: "answered", on: "2026-11-03", side: "helper", answer: "declined" } as const], replacing, "allowed"],
  ["while it runs", active, replacing, "still_running"],
  ["twice", ended, { ...replacing, replacedById: "x" }, "already_replaced"],
  ["by the same", ended, { ...replacing, newHelperId: "何" }, "same_helper"],
  ["by someone unchecked", ended, { ...replacing, helperEligible: false }, "helper_not_eligible"],
  ["by someone noted as not to be paired", ended, { ...replacing, apart: "noted_apart" }, "noted_apart"],
  ["after harm, unreviewed", unsafe, replacing, "review_missing"],
  ["after harm, reviewed", unsafe, { ...replacing, reviewedOn: "2027-02-10" }, "allowed"],
] as const)("replace %s: %s", (_, events, facts, expected) => {
  expect(why(decideReplace(events, day, facts))).toBe(expected);
});

test("whatever is allowed step by step: nobody meets before both accepted, and what is over stays over", () => {
  const days = fc.array(fc.tuple(fc.constantFrom("ask", "accept", "decline", "introduce", "trial", "activate", "pause", "resume", "end"), fc.constantFrom<PairSide>("resident", "helper")), { maxLength: 40 });
  fc.assert(fc.property(days, (steps) => {
    const events: PairEvent[] = [...proposed];
    for (const [what, side] of steps) {
      const [made, decision] = attempt(events, what, side);
      if (decision.allowed) events.push(made);
    }
    const met = events.findIndex(({ kind }) => kind === "introduced");
    if (met >= 0) expect(events.slice(0, met).filter((event) => event.kind === "answered" && event.answer === "accepted").length).toBe(2);
    const over = events.findIndex((event) => event.kind === "ended" || (event.kind === "answered" && event.answer === "declined"));
    if (over >= 0) expect(over).toBe(events.length - 1);
  }), { numRuns: 2000 });
});

function attempt(events: readonly PairEvent[], what: string, side: PairSide): [PairEvent, PairDecision] {
  switch (what) {
    case "ask": return [{ kind: "asked", on: day, side }, decideAsk(events, side, day, fine)];
    case "accept": return [{ kind: "answered", on: day, side, answer: "accepted" }, decideAnswer(events, side, "accepted", day)];
    case "decline": return [{ kind: "answered", on: day, side, answer: "declined" }, decideAnswer(events, side, "declined", day)];
    case "introduce": return [{ kind: "introduced", on: day }, decideIntroduce(events, day, fine)];
    case "trial": return [{ kind: "trial_started", on: day, untilOn: day }, decideStartTrial(events, day, day, fine)];
    case "activate": return [{ kind: "activated", on: day }, decideActivate(events, day, fine)];
    case "pause": return [{ kind: "paused", on: day, untilOn: null }, decidePause(events, day, null)];
    case "resume": return [{ kind: "resumed", on: day }, decideResume(events, day, fine)];
    default: return [{ kind: "ended", on: day, reason: "other" }, decideEnd(events, "other", day)];
  }
}

test("a new friend never reads the old one's notes", () => {
  const [old, now] = [{ id: "p1", helperPersonId: "何", over: true }, { id: "p2", helperPersonId: "孙", over: false }];
  const note = { pairId: "p1", authorPersonId: "何", audience: "friend" } as const;
  expect([mayReadPairNotes("孙", now, note), mayReadPairNotes("孙", old, note), mayReadPairNotes("何", old, note)]).toEqual([false, false, true]);
  const byWorker = { pairId: "p2", authorPersonId: "社工", audience: "friend" } as const;
  expect([mayReadPairNotes("孙", now, byWorker), mayReadPairNotes("孙", now, { ...byWorker, audience: "staff" }), mayReadPairNotes("何", old, { ...byWorker, pairId: "p1" })]).toEqual([true, false, false]);
});

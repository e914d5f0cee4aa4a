import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "#kernel/calendar.ts";
import { decideStep, MOST_DAYS } from "./decide-step.ts";
import { isShared, OUTCOMES, REFUSALS, STEPS, type ReferralEvent, type Side, type Step } from "./referral.ts";
import { isOver, standingOf } from "./standing.ts";

const START = "2026-11-22";
const ENDS = new Set(["refused", "completed", "withdrawn", "consent_ended"]);

interface World { readonly out: ReferralEvent[]; readonly in: ReferralEvent[]; readonly outside: boolean }

function put(world: World, side: Side, event: Omit<ReferralEvent, "number">): void {
  world[side].push({ ...event, number: world[side].length + 1 });
  if (world.outside || !isShared(event.kind)) return;
  const other = side === "out" ? "in" : "out";
  world[other].push({ ...event, workerId: null, number: world[other].length + 1 });
}

function begin(outside: boolean): World {
  const world: World = { out: [], in: [], outside };
  put(world, "out", { kind: "sent", bySide: "out", onDay: START, reason: null, words: "", dueOn: addDays(START, 7), workerId: "sender" });
  return world;
}

function take(world: World, side: Side, step: Step, today: string): boolean {
  const standing = standingOf(world[side], side);
  const decision = decideStep(step, { side, standing, outside: world.outside, takenIn: world[side].some(({ kind }) => kind === "taken_in"), today, latest: addDays(today, MOST_DAYS) });
  if (!decision.allowed) return false;
  const worker = step.step === "handed_over" ? step.workerId! : step.step === "accepted" && !world.outside ? "receiver" : null;
  put(world, side, { kind: step.step, bySide: side, onDay: today, reason: step.reason ?? null, words: step.words, dueOn: step.step === "accepted" || step.step === "extended" ? step.dueOn! : null, workerId: worker });
  return true;
}

const steps = fc.array(fc.record({
  side: fc.constantFrom<Side>("out", "in"), after: fc.integer({ min: 0, max: 20 }), consentEnds: fc.integer({ min: 0, max: 30 }).map((one) => one === 0),
  step: fc.record({ step: fc.constantFrom(...STEPS), reason: fc.constantFrom(...REFUSALS, ...OUTCOMES, undefined), words: fc.constantFrom("", "说明"), dueIn: fc.integer({ min: -3, max: 200 }), workerId: fc.constantFrom("a", "b", undefined) }),
}), { maxLength: 30 });

test("whatever both sides do: never lost, at most one outcome, both see the same, and nobody is left without a day", () => {
  fc.assert(fc.property(steps, fc.boolean(), (run, outside) => {
    const world = begin(outside);
    let today = START;
    for (const { side, after, consentEnds, step: { dueIn, ...given } } of run) {
      if (outside && side === "in") continue;
      today = addDays(today, after);
      if (consentEnds && !isOver(standingOf(world.out, "out"))) put(world, "out", { kind: "consent_ended", bySide: "out", onDay: today, reason: null, words: "", dueOn: null, workerId: null });
      else take(world, side, { ...given, dueOn: addDays(today, dueIn) } as Step, today);
      for (const seen of outside ? (["out"] as const) : (["out", "in"] as const)) {
        const events = world[seen];
        const standing = standingOf(events, seen);
        expect(events.filter(({ kind }) => ENDS.has(kind)).length).toBeLessThanOrEqual(1);
        expect(isOver(standing)).toBe(events.some(({ kind }) => ENDS.has(kind)));
        if (!isOver(standing)) expect(standing.dueOn).not.toBeNull();
        if (seen === "out") {
          expect(standing.workerId).not.toBeNull();
          if (standing.state === "refused" || standing.state === "consent_ended") expect(standing.dueOn === null).toBe(standing.settledOn !== null);
        } else if (standing.state === "accepted") expect(standing.workerId).not.toBeNull();
      }
      if (!outside) {
        const shared = (events: readonly ReferralEvent[]) => events.filter(({ kind }) => isShared(kind)).map(({ kind, onDay, reason, dueOn }) => ({ kind, onDay, reason, dueOn }));
        expect(shared(world.in)).toEqual(shared(world.out));
        expect(standingOf(world.in, "in").state).toBe(standingOf(world.out, "out").state);
      }
    }
  }), { numRuns: 2000 });
});

test("a refusal comes back to the sender until it is settled, and an outcome ends it for both", () => {
  const world = begin(false);
  const step = (over: Partial<Step>): Step => ({ step: "opened", words: "", ...over });
  expect(take(world, "in", step({ step: "completed", reason: "helped", words: "好" }), START)).toBe(false);
  expect(take(world, "in", step({ step: "refused" }), START)).toBe(false);
  expect(take(world, "in", step({ step: "refused", reason: "no_room" }), START)).toBe(true);
  expect(standingOf(world.out, "out")).toMatchObject({ state: "refused", dueOn: START, reason: "no_room", workerId: "sender" });
  expect(standingOf(world.in, "in").dueOn).toBeNull();
  expect(take(world, "in", step({ step: "accepted", dueOn: addDays(START, 3) }), START)).toBe(false);
  expect(take(world, "out", step({ step: "settled", words: "找了另一家" }), START)).toBe(true);
  expect(standingOf(world.out, "out").dueOn).toBeNull();
  expect(take(world, "out", step({ step: "settled", words: "再一次" }), START)).toBe(false);
});

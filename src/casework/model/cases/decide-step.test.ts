import fc from "fast-check";
import { expect, test } from "vitest";
import { APPROVABLE, givenOracle, type Oracle } from "./testing/case-oracle.ts";
import { CASE_STAGES, ClosingReason, type CaseEvent } from "./case.ts";
import { FIRST_POLICY, policyOn, reviewOn, type CasePolicy } from "./case-policy.ts";
import { after, caseState } from "./case-state.ts";
import { decideStep, type CaseStep } from "./decide-step.ts";

const PEOPLE = ["worker", "colleague", "supervisor", "other-supervisor"] as const;
const TODAY = 60;
const day = (nth: number): string => new Date(Date.UTC(2026, 0, 1 + nth)).toISOString().slice(0, 10);

const words = fc.constant("说明");
const steps: fc.Arbitrary<CaseStep> = fc.oneof(
  fc.constant({ kind: "advance", words: "" } as const), fc.constant({ kind: "advance", words: "" } as const), fc.constant({ kind: "resume", words: "" } as const),
  fc.constant({ kind: "withdraw", words: "" } as const), fc.constant({ kind: "approve", words: "" } as const), fc.constant({ kind: "take_over", words: "" } as const),
  fc.record({ kind: fc.constant("go_back" as const), stage: fc.constantFrom(...CASE_STAGES), words }),
  fc.record({ kind: fc.constant("pause" as const), untilOn: fc.integer({ min: 0, max: 80 }).map(day), words }),
  fc.record({ kind: fc.constant("close" as const), reason: fc.constantFrom(...ClosingReason.options), words }),
  fc.record({ kind: fc.constantFrom("reopen" as const, "review" as const, "send_back" as const, "refuse_handover" as const), words }),
  fc.record({ kind: fc.constant("hand_over" as const), workerId: fc.constantFrom(...PEOPLE), words }),
  fc.record({ kind: fc.constant("hand_over" as const), teamId: fc.constantFrom("north", "south"), words }),
);
const moves = fc.array(fc.record({ step: steps, by: fc.constantFrom(...PEOPLE), wait: fc.integer({ min: -1, max: 3 }) }), { maxLength: 60 });
const policies = fc.subarray([...APPROVABLE]).map((approvals): CasePolicy => ({ ...FIRST_POLICY, approvals }));

test("any sequence of steps: what is allowed, and how the case then stands, agree with a separate telling", () => {
  fc.assert(fc.property(moves, policies, (made, policy) => {
    const events: CaseEvent[] = [{ number: 1, kind: "opened", onDay: day(0), by: "worker", workerId: "worker" }];
    const oracle: Oracle = givenOracle(policy.approvals);
    let on = 0;
    for (const { step, by, wait } of made) {
      const before = caseState(events);
      const supervises = by.includes("supervisor");
      const decision = decideStep(before, step, { today: day(TODAY), policy, by, supervises, onDay: day(on + wait) });
      expect(decision.allowed).toBe(oracle.take(step, { by, supervises, nth: on + wait, today: TODAY, lastNth: on, dayOf: day }));
      if (!decision.allowed) continue;
      on += wait;
      events.push({ ...decision.event, number: events.length + 1, onDay: day(on), by });
      const state = caseState(events);
      expect(state).toEqual(after(before, events.at(-1)!));
      expect({ stage: state.stage, standing: state.standing, worker: state.workerId, team: state.teamId, episode: state.episode, waits: state.pending?.kind ?? null, reason: state.closingReason }).toEqual(oracle.told());
      expect([state.standing === "closed", state.closedOn !== null, state.closingReason !== null, reviewOn(state, policy) === null]).toEqual(Array(4).fill(state.standing === "closed"));
      expect(state.sinceOn >= state.openedOn && state.sinceOn <= state.lastOn && state.version === events.length).toBe(true);
    }
  }), { numRuns: 5000 });
});

test("what happened in an earlier episode reads the same after the case was opened again", () => {
  const closed: CaseEvent[] = [
    { number: 1, kind: "opened", onDay: "2026-01-01", by: "worker" }, { number: 2, kind: "closed", reason: "moved_away", onDay: "2026-02-01", by: "worker" },
  ];
  const before = caseState(closed);
  expect(caseState([...closed, { number: 3, kind: "reopened", onDay: "2026-05-01", by: "worker" }])).toMatchObject({ episode: 2, stage: "intake", standing: "open", openedOn: "2026-05-01", closingReason: null });
  expect(caseState(closed)).toEqual(before);
});

test("the rules of a day are the latest that had begun; before any, the first ones", () => {
  const versions = [1, 2, 3].map((version): CasePolicy => ({ ...FIRST_POLICY, version, fromOn: ["2026-02-01", "2026-03-01", "2026-03-01"][version - 1]! }));
  expect(["2026-01-31", "2026-02-28", "2026-03-01"].map((on) => policyOn(versions, on).version)).toEqual([0, 1, 3]);
});

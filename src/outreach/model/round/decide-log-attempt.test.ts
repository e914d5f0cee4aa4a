import { expect, test } from "vitest";
import { decideLogAttempt, type AttemptToLog, type BeforeAttempt } from "./decide-log-attempt.ts";

const TODAY = "2026-11-22";
const before: BeforeAttempt = { roundOpensOn: "2026-11-01", roundClosedOn: null, endedAs: null, standingNumbers: [1, 2] };
const call: AttemptToLog = { mode: "phone", outcome: "no_answer", onDay: "2026-11-20", nextDueOn: null, corrects: null };

test.each<[string, Partial<BeforeAttempt>, Partial<AttemptToLog>, string | true]>([
  ["a plain call", {}, {}, true],
  ["a closed round", { roundClosedOn: "2026-11-15" }, {}, "round_closed"],
  ["after a refusal for good", { endedAs: "refused" }, {}, "refused_for_good"],
  ["after a death", { endedAs: "deceased" }, {}, "deceased"],
  ["a correction after a death noted by mistake", { endedAs: "deceased" }, { corrects: 2 }, true],
  ["once more after being reached", { endedAs: "reached" }, {}, true],
  ["once more after giving up", { endedAs: "not_reached" }, {}, true],
  ["a day to come", {}, { onDay: "2026-11-23" }, "in_future"],
  ["a day before the round", {}, { onDay: "2026-10-31" }, "before_round"],
  ["not at home, by phone", {}, { outcome: "not_at_home" }, "not_in_this_mode"],
  ["an appointment without its day", {}, { outcome: "appointment" }, "day_missing"],
  ["an appointment with its day", {}, { outcome: "appointment", nextDueOn: "2026-11-25" }, true],
  ["the next day before this one", {}, { nextDueOn: "2026-11-19" }, "day_too_early"],
  ["a correction of nothing", {}, { corrects: 7 }, "corrects_nothing"],
])("%s", (_name, facts, attempt, answer) => {
  const decision = decideLogAttempt({ ...before, ...facts }, { ...call, ...attempt }, TODAY);
  expect(decision.allowed || decision.reason).toBe(answer);
});

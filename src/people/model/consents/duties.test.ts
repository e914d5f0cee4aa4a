import { expect, test } from "vitest";
import { DUTY_PACK, dutiesOf, dutyState } from "./duties.ts";

test("a withdrawal of each purpose leaves duties; a first refusal leaves none, a no after a yes does", () => {
  for (const purpose of Object.keys(DUTY_PACK.duties) as (keyof typeof DUTY_PACK.duties)[]) expect(dutiesOf({ purpose, state: "withdrawn" }, undefined, "2026-11-22").length).toBeGreaterThan(1);
  expect(dutiesOf({ purpose: "share", state: "refused" }, undefined, "2026-11-22")).toEqual([]);
  expect(dutiesOf({ purpose: "share", state: "refused" }, "given", "2026-11-22").map(({ code, dueOn }) => [code, dueOn])).toEqual([["stop_sharing", "2026-11-22"], ["tell_recipients", "2026-11-25"]]);
  expect(dutiesOf({ purpose: "share", state: "given" }, "withdrawn", "2026-11-22")).toEqual([]);
});

const duty = { dueOn: "2026-11-22", purpose: "share", answers: [] } as const;
test.each([
  [duty, "withdrawn", "2026-11-22", "open"], [duty, "withdrawn", "2026-11-23", "late"], [duty, "given", "2026-11-23", "lapsed"], [{ ...duty, answers: ["handed_over"] }, "withdrawn", "2026-11-22", "open"],
  [{ ...duty, answers: ["done"] }, "given", "2026-11-23", "done"], [{ ...duty, answers: ["done", "reopened"] }, "withdrawn", "2026-11-23", "late"], [{ ...duty, answers: ["not_needed"] }, "withdrawn", "2026-12-23", "not_needed"],
] as const)("%o with %s on %s is %s", (held, consent, today, state) => expect(dutyState(held, consent, today)).toBe(state));

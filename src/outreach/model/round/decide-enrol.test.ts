import { expect, test } from "vitest";
import { decideEnrol } from "./decide-enrol.ts";

const ON = "2026-11-22";
const forGood = { scope: "for_good", untilOn: null, liftedOn: null } as const;
const forNow = { scope: "for_now", untilOn: "2026-12-01", liftedOn: null } as const;

test.each([
  ["nothing known", { refusals: [], inOpenRound: false, contactRefused: false }, true],
  ["refused for good", { refusals: [forGood], inOpenRound: false, contactRefused: false }, "refused"],
  ["refused for good, then changed their mind", { refusals: [{ ...forGood, liftedOn: "2026-11-01" }], inOpenRound: false, contactRefused: false }, true],
  ["refused for now", { refusals: [forNow], inOpenRound: false, contactRefused: false }, "refused_for_now"],
  ["the rest they asked for is over", { refusals: [{ ...forNow, untilOn: ON }], inOpenRound: false, contactRefused: false }, true],
  ["did not agree to be contacted", { refusals: [], inOpenRound: false, contactRefused: true }, "no_contact"],
  ["asked by another round just now", { refusals: [], inOpenRound: true, contactRefused: false }, "in_other_round"],
] as const)("%s", (_name, before, answer) => {
  const decision = decideEnrol(before, ON);
  expect(decision.allowed || decision.reason).toBe(answer);
});

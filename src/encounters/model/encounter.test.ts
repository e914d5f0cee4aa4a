import { expect, test } from "vitest";
import { decideEntry, Entry } from "./encounter.ts";

const SOMEBODY = "0191d2a0-0000-7000-8000-000000000001";
const entry = (over: object = {}) => Entry.parse({ happenedOn: "2026-11-21", minutes: 40, mode: "home", people: [{ personId: SOMEBODY, role: "client" }], ...over });

test.each([
  ["of yesterday", {}, true],
  ["of tomorrow", { happenedOn: "2026-11-23" }, "in_future"],
  ["of long ago", { happenedOn: "2026-08-01" }, "too_late"],
  ["that served only a volunteer", { people: [{ personId: SOMEBODY, role: "volunteer" }] }, "nobody_served"],
  ["with somebody twice", { people: [{ personId: SOMEBODY, role: "client" }, { personId: SOMEBODY, role: "carer" }] }, "person_twice"],
  ["with a day and nothing to do on it", { nextOn: "2026-11-30" }, "next_without_words"],
  ["with a next step before it", { nextOn: "2026-11-01", nextWords: "再去一次" }, "next_in_past"],
  ["with a next step", { nextOn: "2026-11-30", nextWords: "带上辅具目录" }, true],
])("a service %s", (_what, over, answer) => {
  expect(decideEntry(entry(over), "2026-11-22")).toEqual(answer === true ? { allowed: true } : { allowed: false, reason: answer });
});

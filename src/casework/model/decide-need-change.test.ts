import { expect, test } from "vitest";
import { decideNeedChange, nextStatuses } from "./decide-need-change.ts";
import { NeedStatus } from "./need.ts";

const TODAY = "2026-11-22";
const at = (status: NeedStatus) => ({ status, priority: "soon", statusOn: "2026-11-01" });

test.each([
  ["noted", "answering", true], ["noted", "met", true], ["answering", "met", true], ["answering", "noted", false], ["unmet", "answering", true],
  ["met", "answering", true], ["met", "withdrawn", false], ["withdrawn", "answering", false],
] as const)("from %s to %s: %s", (from, to, allowed) => {
  expect(decideNeedChange(at(from), { status: to, on: TODAY }, TODAY).allowed).toBe(allowed);
});

test("the ways shown are the ways allowed", () => {
  for (const from of NeedStatus.options) {
    const allowed = NeedStatus.options.filter((to) => decideNeedChange(at(from), { status: to, on: TODAY }, TODAY).allowed);
    expect(allowed.toSorted()).toEqual([...nextStatuses(from)].toSorted());
  }
});

test("no change before the last one, none for a day to come", () => {
  expect(decideNeedChange(at("noted"), { status: "met", on: "2026-10-31" }, TODAY)).toEqual({ allowed: false, reason: "before_last" });
  expect(decideNeedChange(at("noted"), { status: "met", on: "2026-11-23" }, TODAY)).toEqual({ allowed: false, reason: "in_future" });
});

test("the priority of an open need may change alone", () => {
  expect(decideNeedChange(at("noted"), { status: "noted", priority: "urgent", on: TODAY }, TODAY).allowed).toBe(true);
  expect(decideNeedChange(at("noted"), { status: "noted", priority: "soon", on: TODAY }, TODAY)).toEqual({ allowed: false, reason: "already_so" });
  expect(decideNeedChange(at("met"), { status: "met", priority: "urgent", on: TODAY }, TODAY)).toEqual({ allowed: false, reason: "already_so" });
});

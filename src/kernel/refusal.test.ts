import { expect, test } from "vitest";
import { Refusal, isRefusal } from "./refusal.ts";

test("a refusal knows its HTTP status and is told from a bug", () => {
  const refusal = new Refusal("stale", "person.changed_meanwhile", { difference: { name: { stored: "甲", sent: "乙" } } });
  expect(refusal.status).toBe(412);
  expect(isRefusal(refusal)).toBe(true);
  expect(isRefusal(new Error("stale"))).toBe(false);
});

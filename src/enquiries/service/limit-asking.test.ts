import { expect, test } from "vitest";
import { limitAsking } from "./limit-asking.ts";

test("the ninth call of an address within an hour is refused, others are not, and an hour later it may again", () => {
  const now = new Date("2026-11-22T02:00:00Z");
  for (let count = 0; count < 8; count++) limitAsking("a", now);
  expect(() => limitAsking("a", now)).toThrow("enquiry.too_many");
  expect(() => limitAsking("b", now)).not.toThrow();
  expect(() => limitAsking("a", new Date(now.getTime() + 3_600_001))).not.toThrow();
});

import { expect, test } from "vitest";
import { draftEndsAt, overBefore } from "./draft-end.ts";

test("thirty days after it was written, to the moment", () => {
  const at = "2026-10-24T02:00:00.000Z";
  expect(draftEndsAt(at)).toBe("2026-11-23T02:00:00.000Z");
  expect(overBefore(new Date(draftEndsAt(at)))).toBe(at);
});

import { expect, test } from "vitest";
import { timeLine, type FileParts } from "./time-line.ts";

const parts: FileParts = {
  person: { id: "p", source: "register", createdAt: "2026-01-05T02:00:00Z" },
  roles: [{ id: "r", role: "service_user", fromOn: "2026-01-06", untilOn: "2026-06-01", reason: "目标达到" }],
  situations: [{ id: "s", kind: "long_at_home", value: "yes", sinceOn: "2019-01-01", recordedAt: "2026-01-05T02:00:00Z" }],
  trail: [{ id: "c", purpose: "contact", state: "given", fromOn: "2026-02-01" }],
  disabilities: [{ id: "d", type: 4, grade: 2, fromOn: null, recordedAt: "2026-01-07T02:00:00Z" }],
  merges: [{ id: "m", survivorId: "p", mergedName: "王方", survivorName: "王芳", mergedAt: "2026-03-01T02:00:00Z", undoneAt: "2026-03-02T02:00:00Z" }],
};

test("tells everything newest first, each on its own day", () => {
  expect(timeLine(parts, (instant) => instant.slice(0, 10)).map(({ on, what }) => `${on} ${what}`)).toEqual([
    "2026-06-01 role_ended", "2026-03-02 unmerged", "2026-03-01 merged", "2026-02-01 consent", "2026-01-07 disability", "2026-01-06 role", "2026-01-05 created", "2019-01-01 situation",
  ]);
});

test("the reason stands at the end of a role that ended, at the beginning of one that goes on", () => {
  const [goesOn] = [{ ...parts, roles: [{ ...parts.roles[0]!, untilOn: null }] }];
  expect(timeLine(parts, () => "2026-01-01").filter((event) => "note" in event).map((event) => ("note" in event ? event.note : ""))).toEqual(["目标达到", ""]);
  expect(timeLine(goesOn, () => "2026-01-01").flatMap((event) => ("note" in event ? [event.note] : []))).toEqual(["目标达到"]);
});

import { expect, test } from "vitest";
import { concernStatus, decideConcernStep } from "./concern.ts";

test("a concern is open until somebody saw it, and seen until it is closed", () => {
  expect(concernStatus([])).toBe("open");
  expect(concernStatus([{ kind: "seen" }, { kind: "acted" }])).toBe("seen");
  expect(concernStatus([{ kind: "seen" }, { kind: "closed" }])).toBe("closed");
  expect(concernStatus([{ kind: "closed" }, { kind: "reopened" }])).toBe("seen");
});

test("closing wants a word on what was done, and a closed concern takes no step but its reopening", () => {
  expect(decideConcernStep("seen", "closed", " ")).toEqual({ allowed: false, reason: "note_missing" });
  expect(decideConcernStep("seen", "closed", "已电话联系母亲，明天上门")).toEqual({ allowed: true });
  expect(decideConcernStep("closed", "acted", "x")).toEqual({ allowed: false, reason: "already_closed" });
  expect(decideConcernStep("open", "reopened", "")).toEqual({ allowed: false, reason: "not_closed" });
});

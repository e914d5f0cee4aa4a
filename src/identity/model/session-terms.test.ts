import { expect, test } from "vitest";
import { sessionEnd, sessionTerms } from "./session-terms.ts";

const opened = new Date("2026-11-22T00:00:00Z");
const hours = (count: number) => new Date(opened.getTime() + count * 3_600_000);

test.each([
  ["a worker at the desk, just signed in", { strong: true, wantsSecondFactor: true }, 0, 12],
  ["a worker seen again after ten hours", { strong: true, wantsSecondFactor: true }, 10, 22],
  ["nobody stays longer than a week without signing in", { strong: true, wantsSecondFactor: true }, 165, 168],
  ["between password and second factor there is one hour", { strong: false, wantsSecondFactor: true }, 0.5, 1],
  ["a volunteer comes back after a month", { strong: false, wantsSecondFactor: false }, 24, 24 + 720],
])("%s", (_, session, seenAfter, endsAfter) => {
  expect(sessionEnd(sessionTerms(session), opened, hours(seenAfter))).toEqual(hours(endsAfter));
});

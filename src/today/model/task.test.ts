import { expect, test } from "vitest";
import { inOrder, urgencyOf, type TodayTask } from "./task.ts";

const task = (kind: TodayTask["kind"], urgency: TodayTask["urgency"]): TodayTask => ({ kind, urgency, name: "", birthOn: null, link: "/", params: {} });

test("what is late stands first, and a person's safety before an appointment", () => {
  const order = inOrder([task("enquiry", "soon"), task("attempt", "late"), task("silence", "late"), task("concern", "today"), task("concern", "late")]);
  expect(order.map(({ kind, urgency }) => `${kind} ${urgency}`)).toEqual(["concern late", "silence late", "attempt late", "concern today", "enquiry soon"]);
});

test.each([["2026-11-21", "late"], ["2026-11-22", "today"], ["2026-11-23", "soon"]])("due %s is %s", (day, urgency) => {
  expect(urgencyOf(day, "2026-11-22")).toBe(urgency);
});

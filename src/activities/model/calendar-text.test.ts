import fc from "fast-check";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { calendarText, type CalendarEntry } from "./calendar-text.ts";

const NOW = new Date("2026-11-22T02:00:00Z");
const ENTRY: CalendarEntry = { sessionId: "7b0c3d8e-0000-4000-8000-000000000001", name: "周三合唱", place: "金沙社区活动室 二楼", onDay: "2026-11-25", fromMinute: 870, untilMinute: 960, cancelled: false, waiting: false, version: 2 };
const read = (text: string) => new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));

test("another program reads the activity, its place and its hour", () => {
  const [event] = read(calendarText("我的活动", [ENTRY], NOW));
  expect([event!.summary, event!.location, event!.startDate.toJSDate().toISOString(), event!.endDate.toJSDate().toISOString(), event!.uid]).toEqual([
    "周三合唱", "金沙社区活动室 二楼", "2026-11-25T06:30:00.000Z", "2026-11-25T08:00:00.000Z", `${ENTRY.sessionId}@linli`,
  ]);
});

test("what is cancelled stays in the calendar as cancelled, what one waits for as tentative", () => {
  const states = read(calendarText("", [{ ...ENTRY, cancelled: true }, { ...ENTRY, waiting: true }, ENTRY], NOW)).map((event) => event.component.getFirstPropertyValue("status"));
  expect(states).toEqual(["CANCELLED", "TENTATIVE", "CONFIRMED"]);
});

test("any words come back as they were, and no line is longer than 75 octets", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 120 }), (name) => {
    fc.pre(name.trim() !== "" && !/[\p{Cc}\p{Cs}]/u.test(name));
    const text = calendarText("", [{ ...ENTRY, name, place: "" }], NOW);
    expect(read(text)[0]!.summary).toBe(name);
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  }), { numRuns: 100 });
});

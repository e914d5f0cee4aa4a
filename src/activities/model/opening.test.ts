import { expect, test } from "vitest";
import { closedFor } from "./opening.ts";
import type { Occasion } from "./series.ts";

const AT: Occasion = { id: "a", seriesId: "s", recursOn: "2026-11-23", onDay: "2026-11-23", fromMinute: 840, untilMinute: 960, placeId: null, placeWords: "", participants: 20, volunteers: 2, companions: 5, cancelled: false, cancelledWhy: null, version: 1 };
const on = (time: string) => new Date(`2026-11-23T${time}:00+08:00`);

test.each([
  ["public", "public", "10:00", null], ["public", "public", "12:30", "sign_up_closed"], ["public", "account", "10:00", "not_open"], ["account", "account", "10:00", null], ["account", "staff", "10:00", "not_open"],
  ["staff", "staff", "15:30", null], ["staff", "public", "16:00", "session_over"], ["public", "public", "17:00", "session_over"],
] as const)("%s, where it is open to %s, at %s: %s", (channel, openTo, time, closed) => {
  expect(closedFor(channel, AT, { openTo, closesHours: 2 }, on(time))).toBe(closed);
});

test("a cancelled session takes nobody, not even by hand", () => {
  expect(closedFor("staff", { ...AT, cancelled: true }, { openTo: "public", closesHours: 0 }, on("08:00"))).toBe("session_cancelled");
});

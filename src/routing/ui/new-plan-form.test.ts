import { expect, test } from "vitest";
import { planSent, teamRows } from "./new-plan-form.ts";

test("rows without a first person are no team", () => {
  const data = new FormData();
  for (const [name, value] of Object.entries({ onDay: "2026-11-23", startUnitId: "u", lunchMinutes: "", lunchFrom: "11:30", lunchUntil: "14:00", who0: "staff:a", with0: "staff:b", mode0: "car", from0: "09:00", until0: "17:00", who1: "", mode1: "foot" })) data.set(name, value);
  expect(planSent(data)).toMatchObject({ first: "way", lunchMinutes: "0", teams: [{ members: ["staff:a", "staff:b"], mode: "car", from: "09:00", until: "17:00" }] });
});

test("a form has three rows, or as many as asked for up to the most", () => {
  expect([undefined, "5", "900", "x", "-1"].map((teams) => teamRows(new URLSearchParams(teams === undefined ? {} : { teams })))).toEqual([3, 5, 12, 3, 3]);
});

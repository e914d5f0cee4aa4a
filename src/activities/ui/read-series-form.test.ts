import { expect, test } from "vitest";
import { fieldsOf, SeriesForm, seriesOf } from "./read-series-form.ts";

const SENT = { name: "合唱", kind: "art", startsOn: "2026-12-02", from: "14:30", until: "16:00", repeats: "weekly", untilOn: "2026-12-31", placeWords: "二楼", participants: "20", openTo: "public", admission: "direct", priority1: "homebound", priority2: "homebound" };

test("what the form sends becomes a plan, and the plan fills the form again", () => {
  const plan = seriesOf(SeriesForm.parse(SENT));
  expect(plan).toMatchObject({ fromMinute: 870, rule: "FREQ=WEEKLY;BYDAY=WE;UNTIL=20261231", participants: 20, volunteers: 0, rules: { eligibility: { minAge: null, communityIds: [] }, priority: ["homebound"] } });
  const again = Object.fromEntries(Object.entries(fieldsOf(plan)).filter(([, value]) => value.length > 0));
  expect(seriesOf(SeriesForm.parse(again))).toEqual(plan);
});

test("a rule of one's own is taken as it is; once needs no last day", () => {
  expect(seriesOf(SeriesForm.parse({ ...SENT, repeats: "rule", rule: "RRULE:freq=daily;count=3" })).rule).toBe("FREQ=DAILY;COUNT=3");
  expect(seriesOf(SeriesForm.parse({ ...SENT, repeats: "once", untilOn: undefined })).rule).toBe("");
  expect(SeriesForm.safeParse({ ...SENT, from: "2 Uhr" }).success).toBe(false);
});

import { expect, test } from "vitest";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { givenPerson } from "../../testing.ts";
import { recordConsents } from "../consents/record-consents.ts";
import { mergePersons } from "../merging/merge-persons.ts";
import { chooseBirthday } from "./choose-birthday.ts";
import { listBirthdays } from "./list-birthdays.ts";
import { showBirthday } from "./show-birthday.ts";

const t = testDatabase();
const worker = () => sessionOf(anActor({ capabilities: ["people.write", "people.read"] }), t);
const born = (session: ReturnType<typeof worker>, name: string, birthOn: string, more: object = {}) => givenPerson(session, { name, birthOn, birthPrecision: "day", ...more });

test("each by the calendar they keep: the eighteenth of the tenth lunar month, the day on the card, the last of a short month", async () => {
  const session = worker(); // 22 November 2026 is 农历十月十四
  await born(session, "公历", "1946-11-23");
  const lunar = await born(session, "阴历", "1956-01-09");
  const both = await born(session, "改过", "1940-11-24");
  await chooseBirthday(session, lunar, { calendar: "lunar", lunarMonth: 10, lunarDay: 15 });
  await chooseBirthday(session, both, { calendar: "lunar", lunarMonth: 1, lunarDay: 1 });
  await chooseBirthday(session, both, { calendar: "solar" });
  const rows = await listBirthdays(session, { from: session.today, until: "2026-11-28" });
  expect(rows.map(({ on, name, years, round }) => [on, name, years, round])).toEqual([["2026-11-23", "公历", 80, true], ["2026-11-23", "阴历", 71, false], ["2026-11-24", "改过", 86, false]]);
  expect((await showBirthday(session, lunar)).kept).toMatchObject({ lunarMonth: 10, lunarDay: 15 });
});

test("not listed: who does not want to be contacted, has died, or whose day is not known; what was said stays when records become one", async () => {
  const session = worker();
  const silent = await born(session, "不联系", "1946-11-23");
  await session.write("consent", null, (tx) => recordConsents(session, tx, [{ personId: silent, purpose: "contact", state: "refused", capacity: "self", fromOn: session.today, channel: "in_person" }]));
  await born(session, "去世", "1946-11-23", { deceasedOn: "2026-01-01" });
  await givenPerson(session, { name: "只知月份", birthOn: "1946-11-01", birthPrecision: "month" });
  const [survivorId, mergedId] = [await born(session, "留下的", "1950-03-03"), await born(session, "并入的", "1950-03-03")];
  await chooseBirthday(session, mergedId, { calendar: "lunar", lunarMonth: 10, lunarDay: 15 });
  await mergePersons(session, { survivorId, mergedId, reason: "同一个人" });
  expect((await listBirthdays(session, { from: "2026-11-01", until: "2026-11-30" })).map(({ name, id }) => [name, id])).toEqual([["留下的", survivorId]]);
  const reader = { ...session, actor: { ...session.actor, capabilities: new Set(["today.read"]) } };
  await expect(listBirthdays(reader, { from: "2026-11-01", until: "2026-11-30" })).rejects.toMatchObject({ kind: "forbidden" });
});

import { expect, test } from "vitest";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { givenHouse } from "../../testing.ts";
import { givenYear } from "../../testing-year.ts";
import { countYear, openMonth } from "./count-year.ts";
import { showParticipation } from "./show-participation.ts";

const t = testDatabase();

test("a year of 1,019 activities and 11,252 person-times reconciles, and every figure opens to its rows", async () => {
  const house = await givenHouse(t, 60);
  const made = await givenYear(t.owner, house, { sessions: 1019, personTimes: 11_252 });
  const { total, months } = await countYear(house.worker, "2026");
  expect(total).toMatchObject({ sessions: 1019, personTimes: 11_252, persons: made.persons, volunteerTimes: made.volunteerTimes });
  expect(months.reduce((sum, { figures }) => sum + figures!.personTimes, 0)).toBe(11_252);
  expect(months.reduce((sum, { figures }) => sum + figures!.sessions, 0)).toBe(1019);
  for (const { month, figures } of months) {
    const opened = await openMonth(house.worker, month);
    expect(opened.figures).toEqual(figures);
    expect(opened.rows.filter(({ role }) => role !== "volunteer")).toHaveLength(figures!.personTimes);
    expect(new Set(opened.rows.map(({ sessionId }) => sessionId)).size).toBe(figures!.sessions);
    if (month === "2026-11") expect(figures!.personTimes).toBe(made.november);
  }
  const clerk = sessionOf(anActor({ orgId: house.orgId, capabilities: ["activities.read"] }), t);
  expect((await countYear(clerk, "2026")).total).toEqual(total);
  await expect(openMonth(clerk, "2026-11")).rejects.toMatchObject({ status: 403 });
  await expect(countYear(house.worker, "last")).rejects.toMatchObject({ status: 404 });
}, 120_000);

test("who never comes though expected, and who comes more and more; names only for those who may read files", async () => {
  const house = await givenHouse(t, 8);
  await givenYear(t.owner, house, { sessions: 30, personTimes: 90 }, 7);
  const { neverCame, rising, weeks, opens } = await showParticipation(house.worker);
  expect([opens, weeks.length]).toEqual([true, 26]);
  for (const { booked, name } of neverCame) expect([booked >= 2, name]).toEqual([true, expect.stringContaining("居民")]);
  for (const { before, lately } of rising) expect(lately >= 3 && lately >= 2 * before).toBe(true);
  const reader = sessionOf(anActor({ orgId: house.orgId, capabilities: ["activities.read"] }), t);
  const outside = await showParticipation(reader);
  expect([outside.neverCame, outside.rising]).toEqual([[], []]);
  for (const { figures } of outside.weeks) if (figures) expect(figures.persons === 0 || figures.persons >= 3).toBe(true);
});

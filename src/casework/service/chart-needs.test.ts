import { expect, test } from "vitest";
import { givenPerson } from "#people/testing.ts";
import { givenStreet } from "#places/testing.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { tableOf } from "../model/chart.ts";
import { givenNeed, NEED_CAPABILITIES } from "../testing.ts";
import { chartNeeds } from "./chart-needs.ts";

const t = testDatabase();

test("a line for each need in the order of the list, a column for each community, the fullest first", async () => {
  const session = sessionOf(anActor({ capabilities: [...NEED_CAPABILITIES, "places.manage"] }), t);
  const { communityIds } = await givenStreet(session, ["金沙社区", "青松社区"]);
  const [jinsha, qingsong] = [communityIds["金沙社区"]!, communityIds["青松社区"]!];
  const people = [await givenPerson(session, { communityId: qingsong }), await givenPerson(session, { communityId: qingsong }), await givenPerson(session, { communityId: jinsha }), await givenPerson(session)];
  for (const personId of people) await givenNeed(session, personId);
  await givenNeed(session, people[0]!, { code: "outing.company" });
  const { chart, names } = await chartNeeds(session, { standing: "all" });
  expect(chart.communityIds.map((id) => names[id] ?? id)).toEqual(["青松社区", "金沙社区", "none"]);
  expect(chart.lines.map(({ code }) => code)).toEqual(["outing.company", "company.friend"]);
  expect(tableOf(chart)).toEqual([[1, 0, 0, 1], [2, 1, 1, 4], [2, 1, 1, 4]]);
  expect(chart.total).toMatchObject({ needs: 5, persons: 4 });
});

test("without needs the table is empty; without the right there is none", async () => {
  const session = sessionOf(anActor({ capabilities: ["people.read"] }), t);
  expect((await chartNeeds(session, { standing: "all" })).chart).toEqual({ communityIds: [], communityPersons: [], lines: [], total: { needs: 0, persons: 0, urgent: 0, met: 0 } });
  await expect(chartNeeds(sessionOf(anActor({ capabilities: ["returns.read"] }), t), { standing: "all" })).rejects.toMatchObject({ kind: "forbidden" });
});

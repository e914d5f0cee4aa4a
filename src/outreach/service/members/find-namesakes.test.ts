import { expect, test } from "vitest";
import { givenPersons } from "#people/testing.ts";
import { givenStreet } from "#places/testing.ts";
import { testDatabase } from "#platform/testing/database.ts";
import { givenTeam } from "../../testing.ts";
import { findNamesakes } from "./find-namesakes.ts";

const t = testDatabase();

test("exactly that name, living, with where they live; nobody else's people", async () => {
  const { supervisor, li } = await givenTeam(t);
  const { communityIds } = await givenStreet(supervisor, ["金沙社区"]);
  const [personId] = await givenPersons(supervisor, [
    { name: "周小明", birthOn: "1999-01-02", communityId: communityIds["金沙社区"]! }, { name: "周小明明" }, { name: "周小明", deceasedOn: "2020-01-01" },
  ]);
  expect(await findNamesakes(li, "周小明")).toEqual([{ personId, name: "周小明", birthOn: "1999-01-02", communityName: "金沙社区" }]);
  expect(await findNamesakes((await givenTeam(t)).li, "周小明")).toEqual([]);
  await expect(findNamesakes({ ...li, actor: { ...li.actor, capabilities: new Set(["visits.own"]) } }, "周小明")).rejects.toMatchObject({ kind: "forbidden" });
});

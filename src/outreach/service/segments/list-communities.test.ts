import { expect, test } from "vitest";
import { givenStreet } from "#places/testing.ts";
import { testDatabase } from "#platform/testing/database.ts";
import { givenTeam } from "../../testing.ts";
import { listCommunities } from "./list-communities.ts";

const t = testDatabase();

test("the organisation's own communities, for whoever does outreach", async () => {
  const { supervisor, li } = await givenTeam(t);
  await givenStreet(supervisor, ["金沙社区", "青松社区"]);
  expect((await listCommunities(li)).map(({ name }) => name).toSorted()).toEqual(["金沙社区", "青松社区"].toSorted());
  await expect(listCommunities({ ...li, actor: { ...li.actor, capabilities: new Set(["returns.read"]) } })).rejects.toMatchObject({ kind: "forbidden" });
  expect(await listCommunities((await givenTeam(t)).li)).toEqual([]);
});

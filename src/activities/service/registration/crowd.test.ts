import { beforeAll, expect, test } from "vitest";
import { testDatabase } from "#platform/testing/database.ts";
import { crowdSignsUp, faultsOf, watchEvents } from "../../testing-crowd.ts";

const t = testDatabase();
beforeAll(() => watchEvents(t.owner));

test("a hundred and fifty sign up for twenty places at once while others give theirs back: never over, the order as written, no deadlock", async () => {
  const { seen, failures } = await crowdSignsUp(t, 150, 20);
  expect(failures).toEqual([]);
  expect(faultsOf(seen, 20)).toEqual([]);
  expect([seen.filter(({ kind }) => kind === "cancelled").length, new Set(seen.map(({ registrationId }) => registrationId)).size]).toEqual([50, 150]);
}, 240_000);

test("the one who goes through it by hand finds a place too many, a wrong order and a place left free", () => {
  const row = (rank: number, kind: string, homebound = false) => ({ registrationId: String(rank), rank, kind, homebound });
  expect(faultsOf([row(1, "booked"), row(2, "booked")], 1)).toEqual(["2 booked"]);
  expect(faultsOf([row(1, "booked"), row(2, "waitlisted"), row(3, "waitlisted", true), row(1, "cancelled"), row(2, "booked")], 1)).toEqual(["2 got a place before 3"]);
  expect(faultsOf([row(1, "waitlisted")], 1)).toEqual(["1 waits although 1 are free", "places are free and people wait at the end"]);
});

import { expect, test } from "vitest";
import { casesWithin, countsHere } from "./within-teams.ts";

const aCase = (survivorId: string, teamId: string | null) => ({ survivorId, teamId });

test("whoever has a team counts its cases and the persons nobody else's team answers for; whoever has none counts all", () => {
  const cases = [aCase("a", "north"), aCase("b", "south"), aCase("c", "south"), aCase("c", "north"), aCase("d", null)];
  expect(casesWithin(cases, ["north"]).map(({ survivorId }) => survivorId)).toEqual(["a", "c"]);
  expect(["a", "b", "c", "d", "e"].filter(countsHere(cases, ["north"]))).toEqual(["a", "c", "e"]);
  expect(["a", "b", "c", "d", "e"].filter(countsHere(cases, []))).toEqual(["a", "b", "c", "d", "e"]);
});

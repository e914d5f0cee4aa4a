import { expect, test } from "vitest";
import { givenPerson } from "#people/testing.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import { givenNeed, NEED_CAPABILITIES } from "../testing.ts";
import { answerNeedsIn } from "./answer-needs.ts";
import { listNeeds } from "./list-needs.ts";

const t = testDatabase();

test("a service begins the answer to a need that was only noted, once, never before it was heard, and only for its own person", async () => {
  const session = sessionOf(anActor({ capabilities: NEED_CAPABILITIES }), t);
  const [personId, other] = [await givenPerson(session), await givenPerson(session, { name: "李四" })];
  const needId = await givenNeed(session, personId);
  const answer = (personIds: string[], on: string) => session.write("answer", { personIds, on }, async (tx) => { await answerNeedsIn(session, tx, { needIds: [needId], personIds, on }); return null; });
  await expect(answer([other], "2026-11-21")).rejects.toMatchObject({ reason: "need.not_found" });
  await answer([personId], "2026-11-01");
  await answer([personId, other], "2026-11-21");
  expect(await listNeeds(session, personId)).toMatchObject([{ status: "answering", statusOn: "2026-11-20", version: 2 }]);
});

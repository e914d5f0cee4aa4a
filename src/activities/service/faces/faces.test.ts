import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { testDatabase } from "#platform/testing/database.ts";
import type { Face } from "../../model/faces.ts";
import { givenHouse, givenSeries } from "../../testing.ts";
import { addWalkIn } from "../attendance/add-walk-in.ts";
import { giveFeedback } from "../attendance/give-feedback.ts";
import { showSession } from "../calendar/show-session.ts";
import { cancelSession } from "../planning/cancel-session.ts";
import { passOf } from "../registration/passes.ts";
import { signUp } from "../registration/sign-up.ts";
import { pressFace } from "./press-face.ts";
import { showFaces } from "./show-faces.ts";
import { undoFace } from "./undo-face.ts";

const t = testDatabase();
const AFTERWARDS = "2026-12-02T08:05:00Z";

/** The choir's first day, over, with some people there; one more signed up and did not come. */
async function givenRound(people: number) {
  const house = await givenHouse(t, people + 1);
  const { sessionIds: [first] } = await givenSeries(house, { participants: 40 });
  const sessionId = first!;
  const { registrationId: absentee } = await signUp(house.worker, { sessionId, personId: house.residents[people]!, role: "participant" });
  const after = house.at(AFTERWARDS);
  for (const personId of house.residents.slice(0, people)) await addWalkIn(after, { sessionId, personId });
  const press = async (face: Face) => (await pressFace(after, sessionId, { answerId: randomUUID(), face })).answerId;
  return { house, sessionId, after, absentee, press };
}

test("pressed twice in a moment it counts once, and the first face of it; taken back it is free again", async () => {
  const { sessionId, after, press } = await givenRound(3);
  const answerId = await press("good");
  await pressFace(after, sessionId, { answerId, face: "poor" });
  expect(await showFaces(after, sessionId)).toMatchObject({ present: 3, given: 1, tooEarly: null });
  for (let time = 0; time < 2; time += 1) await undoFace(after, sessionId, answerId);
  expect((await showFaces(after, sessionId)).given).toBe(0);
  await pressFace(after, sessionId, { answerId, face: "good" }); // sent again by a poor network after it was taken back
  expect((await showFaces(after, sessionId)).given).toBe(0);
});

test("as many answers as people were there, also when two press at once", async () => {
  const { sessionId, after, press } = await givenRound(2);
  const three = await Promise.allSettled([press("good"), press("good"), press("fair")]);
  expect(three.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "fulfilled", "rejected"]);
  await expect(press("good")).rejects.toMatchObject({ reason: "activities.faces_enough", params: { present: 2 } });
  await addWalkIn(after, { sessionId, name: "路过的邻居" });
  await press("good");
  expect(await showFaces(after, sessionId)).toMatchObject({ present: 3, given: 3 });
});

test("they stand with those behind one's own link, from three on together, and say of nobody who or when", async () => {
  const { house, sessionId, after, absentee, press } = await givenRound(3);
  await giveFeedback(after, passOf(after.keys, absentee), { face: "fair", words: "没赶上" });
  await press("good");
  await undoFace(after, sessionId, await press("poor"));
  expect(await showSession(after, sessionId)).toMatchObject({ feedback: null, answers: 2, shared: 1 });
  await press("good");
  expect(await showSession(after, sessionId)).toMatchObject({ feedback: { faces: { good: 2, fair: 1, poor: 0 }, words: ["没赶上"] }, answers: 3, shared: 2 });
  const { rows } = await t.owner.query("select * from activities.shared_feedback where org_id = $1", [house.orgId]);
  expect(Object.keys(rows[0]).toSorted()).toEqual(["answer_id", "face", "given_on", "org_id", "session_id"]);
  expect((await t.owner.query("select from audit.entries where org_id = $1 and action like '%face%'", [house.orgId])).rowCount).toBe(0);
  expect((await t.owner.query("select from platform.idempotency where org_id = $1 and command like '%face%'", [house.orgId])).rowCount).toBe(0);
});

test("none before it began or when it was called off, none by who does not take attendance, none by another organisation", async () => {
  const { house, sessionId, after, press } = await givenRound(1);
  const input = { answerId: randomUUID(), face: "good" } as const;
  const before = house.at("2026-12-02T06:29:00Z");
  expect((await showFaces(before, sessionId)).tooEarly).toBe("not_yet");
  await expect(pressFace(before, sessionId, input)).rejects.toMatchObject({ reason: "activities.not_yet" });
  const resident = house.as(house.residents[0]!, AFTERWARDS);
  await expect(pressFace(resident, sessionId, input)).rejects.toMatchObject({ status: 403 });
  await expect(showFaces(resident, sessionId)).rejects.toMatchObject({ status: 403 });
  const stranger = (await givenHouse(t, 1)).at(AFTERWARDS);
  const answerId = await press("good");
  await expect(showFaces(stranger, sessionId)).rejects.toMatchObject({ status: 404 });
  await expect(pressFace(stranger, sessionId, input)).rejects.toMatchObject({ status: 404 });
  await expect(undoFace(stranger, sessionId, answerId)).rejects.toMatchObject({ status: 404 });
  await expect(undoFace(resident, sessionId, answerId)).rejects.toMatchObject({ status: 403 });
  await expect(undoFace(after, sessionId, randomUUID())).rejects.toMatchObject({ reason: "activities.answer_not_found" });
  const { sessionIds: [other] } = await givenSeries(house);
  await expect(undoFace(after, other!, answerId)).rejects.toMatchObject({ reason: "activities.answer_not_found" });
  await cancelSession(house.worker, { sessionId: other!, reason: "停电" });
  await expect(pressFace(after, other!, input)).rejects.toMatchObject({ reason: "activities.session_cancelled" });
});

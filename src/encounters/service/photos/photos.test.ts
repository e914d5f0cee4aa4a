import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { expect, test } from "vitest";
import { givenCase } from "#casework/testing.ts";
import { recordConsents } from "#people/index.ts";
import { givenPerson } from "#people/testing.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, testDatabase } from "#platform/testing/database.ts";
import type { Session } from "#platform/db/session.ts";
import { MOST_PHOTOS } from "../../model/photo.ts";
import { aSent, givenEncounter } from "../../testing.ts";
import { exportEncounters } from "../export-encounters.ts";
import { recordEncounter } from "../record-encounter.ts";
import { showEncounter } from "../show-encounter.ts";
import { withdrawEncounter } from "../withdraw-encounter.ts";
import { addPhoto, readyPhoto } from "./add-photo.ts";
import { openPhoto } from "./open-photo.ts";
import { withdrawPhoto } from "./withdraw-photo.ts";

const t = testDatabase();
const WORKER = ["people.read", "people.write", "outreach.work", "cases.work", "encounters.read", "encounters.write"];
const picture = await sharp({ create: { width: 2400, height: 1200, channels: 3, background: "#557755" } }).withExif({ IFD0: { ImageDescription: "SECRET-PLACE" } }).jpeg().toBuffer();
const aPhoto = (shows: readonly string[] = [], over: object = {}) => ({ id: randomUUID(), caption: "浴室门口的台阶", shows: [...shows], ...over });

async function given(capabilities: readonly string[] = WORKER) {
  const session = sessionOf(anActor({ capabilities }), t);
  const personId = await givenPerson(session);
  return { session, personId, encounterId: await givenEncounter(session, personId) };
}
const colleagueOf = (session: Session, capabilities: readonly string[] = WORKER) => sessionOf(anActor({ orgId: session.actor.orgId, capabilities }), t);
const answer = (session: Session, personId: string, state: "given" | "withdrawn" | "refused", purpose: "photograph" | "keep_data" = "photograph") =>
  session.write("consent", null, (tx) => recordConsents(session, tx, [{ personId, purpose, state, capacity: "self", fromOn: session.today, channel: "in_person" }]));
const photosOn = async (session: Session, encounterId: string) => (await showEncounter(session, encounterId)).photographs.photos;

test("a photograph is drawn anew, lies sealed, opens to whoever may open the record, and each opening is noted", async () => {
  const { session, personId, encounterId } = await given();
  const photo = aPhoto();
  await addPhoto(session, encounterId, photo, picture);
  expect(await addPhoto(session, encounterId, photo, picture)).toEqual({ id: photo.id }); // the answer was lost, and it is sent again
  await expect(addPhoto(session, encounterId, photo, Buffer.concat([picture, Buffer.of(0)]))).rejects.toMatchObject({ reason: "encounter.photo_known" });
  expect(await photosOn(session, encounterId)).toMatchObject([{ id: photo.id, state: "open", caption: "浴室门口的台阶", width: 1600, height: 800 }]);
  const { rows: [kept] } = await t.owner.query<{ sealed: Buffer }>("select sealed from encounters.photo_contents");
  const { content } = await openPhoto(colleagueOf(session), { encounterId, photoId: photo.id });
  expect((await sharp(content).metadata()).format).toBe("jpeg");
  expect(content.toString("latin1")).not.toContain("SECRET-PLACE");
  expect(kept!.sealed.includes(content.subarray(0, 64))).toBe(false);
  const { rows: noted } = await t.owner.query("select actor_name from audit.entries where action = 'encounter.photo_opened' and subject_id = $1", [personId]);
  expect(noted).toHaveLength(1);
  await expect(openPhoto(sessionOf(anActor({ capabilities: WORKER }), t), { encounterId, photoId: photo.id })).rejects.toMatchObject({ kind: "not_found" });
  await expect(openPhoto(colleagueOf(session, ["people.read"]), { encounterId, photoId: photo.id })).rejects.toMatchObject({ kind: "forbidden" });
  await expect(openPhoto(session, { encounterId: await givenEncounter(session, personId), photoId: photo.id })).rejects.toMatchObject({ reason: "encounter.photo_not_found" });
  expect(JSON.stringify(await exportEncounters(session, {}))).not.toContain("台阶");
});

test("of a record in a case it opens to those near the case only, whoever corrected the record since", async () => {
  const session = sessionOf(anActor({ capabilities: WORKER }), t);
  const personId = await givenPerson(session);
  await givenCase(session, personId);
  const sent = aSent(personId);
  await recordEncounter(session, sent);
  const photo = aPhoto();
  await addPhoto(session, sent.id, photo, picture);
  const far = colleagueOf(session, ["encounters.read", "encounters.write"]);
  const refused = { kind: "forbidden", reason: "case.not_near" };
  await expect(openPhoto(far, { encounterId: sent.id, photoId: photo.id })).rejects.toMatchObject(refused);
  await recordEncounter(far, { ...sent, basis: 1, sendKey: "key-from-afar", why: "时长" });
  expect((await showEncounter(far, sent.id)).photographs).toEqual({ mayHave: false, photos: [], offered: [] });
  await expect(openPhoto(far, { encounterId: sent.id, photoId: photo.id })).rejects.toMatchObject(refused);
  await expect(addPhoto(far, sent.id, aPhoto(), picture)).rejects.toMatchObject(refused);
  await expect(withdrawPhoto(far, { encounterId: sent.id, photoId: photo.id, reason: "x" })).rejects.toMatchObject(refused);
  expect(await openPhoto(session, { encounterId: sent.id, photoId: photo.id })).toHaveProperty("content");
});

test("whoever is in it agreed first; once they take that back it opens to nobody, and the duty to delete it stands", async () => {
  const { session, personId, encounterId } = await given();
  await expect(addPhoto(session, encounterId, aPhoto([personId]), picture)).rejects.toMatchObject({ reason: "encounter.photo_no_consent" });
  await answer(session, personId, "given");
  const [portrait, thing] = [aPhoto([personId], { caption: "他在窗边" }), aPhoto()];
  await addPhoto(session, encounterId, portrait, picture);
  await addPhoto(sessionOf(session.actor, t, { now: new Date(session.now.getTime() + 1000) }), encounterId, thing, picture);
  await expect(addPhoto(session, encounterId, aPhoto([await givenPerson(session, { name: "李四" })]), picture)).rejects.toMatchObject({ reason: "encounter.photo_not_in_record" });
  expect(await photosOn(session, encounterId)).toMatchObject([{ state: "open", shows: ["张三"] }, { state: "open", shows: [] }]);
  await answer(session, personId, "withdrawn");
  const cut = await photosOn(session, encounterId);
  expect(cut.map(({ state, caption, shows }) => [state, caption, shows])).toEqual([["cut", "", []], ["open", "浴室门口的台阶", []]]);
  await expect(openPhoto(session, { encounterId, photoId: portrait.id })).rejects.toMatchObject({ reason: "encounter.photo_not_found" });
  const { rows: duties } = await t.owner.query("select duty from people.obligations where person_id = $1 order by duty", [personId]);
  expect(duties.map(({ duty }) => duty as string)).toEqual(["delete_pictures", "tell_publishers"]);
  await withdrawPhoto(session, { encounterId, photoId: portrait.id, reason: "撤回了拍照同意" });
  await expect(withdrawPhoto(session, { encounterId, photoId: portrait.id, reason: "再一次" })).rejects.toMatchObject({ reason: "encounter.photo_withdrawn_before" });
  expect((await t.owner.query("select 1 from encounters.photo_contents where photo_id = $1", [portrait.id])).rows).toEqual([]);
  await answer(session, personId, "refused", "keep_data");
  expect((await photosOn(session, encounterId)).map(({ state }) => state)).toEqual(["withdrawn", "cut"]);
  await expect(openPhoto(session, { encounterId, photoId: thing.id })).rejects.toMatchObject({ reason: "encounter.photo_not_found" });
});

test("too many, of a record taken back, and what is no picture are refused; a record taken back takes its pictures along", async () => {
  const { session, personId, encounterId } = await given();
  for (let nth = 0; nth < MOST_PHOTOS; nth++) await addPhoto(session, encounterId, aPhoto(), picture);
  await expect(addPhoto(session, encounterId, aPhoto(), picture)).rejects.toMatchObject({ reason: "encounter.photo_too_many" });
  await expect(addPhoto(session, encounterId, aPhoto(), Buffer.from("%PDF"))).rejects.toMatchObject({ kind: "unsupported_type", reason: "platform.image_kind" });
  await withdrawEncounter(session, { encounterId, reason: "记到别人名下了" });
  expect((await photosOn(session, encounterId)).map(({ state }) => state)).toEqual(Array.from({ length: MOST_PHOTOS }, () => "withdrawn"));
  await expect(addPhoto(session, encounterId, aPhoto(), picture)).rejects.toMatchObject({ reason: "encounter.photo_of_withdrawn" });
  const sent = aSent(personId);
  await expect(recordEncounter(session, sent, await readyPhoto(aPhoto([personId]), picture))).rejects.toMatchObject({ reason: "encounter.photo_no_consent" });
  await expect(showEncounter(session, sent.id)).rejects.toMatchObject({ reason: "encounter.not_found" }); // one form: both or none
  await recordEncounter(session, sent, await readyPhoto(aPhoto(), picture));
  expect(await photosOn(session, sent.id)).toHaveLength(1);
});

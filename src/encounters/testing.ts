import { randomUUID } from "node:crypto";
import sharp from "sharp";
import type { Session } from "#platform/db/session.ts";
import { Sent } from "./model/encounter.ts";
import { addPhoto } from "./service/photos/add-photo.ts";
import { recordEncounter } from "./service/record-encounter.ts";

/** A sending of a made-up home visit. */
export function aSent(personId: string, entry: object = {}, sent: object = {}): Sent {
  return Sent.parse({
    id: randomUUID(), basis: 0, sendKey: `key-${randomUUID()}`,
    entry: { happenedOn: "2026-11-21", minutes: 40, mode: "home", topics: ["company"], seen: "精神不错，想出门走走", people: [{ personId, role: "client" }], ...entry }, ...sent,
  });
}

/** Enters a made-up service; its id. The session needs encounters.write. */
export async function givenEncounter(session: Session, personId: string, entry: object = {}): Promise<string> {
  return (await recordEncounter(session, aSent(personId, entry))).id;
}

/** Adds a made-up photograph of a thing to a record; its id. The session needs encounters.write. */
export async function givenPhoto(session: Session, encounterId: string, caption = "浴室门口的台阶"): Promise<string> {
  const picture = await sharp({ create: { width: 120, height: 90, channels: 3, background: "#8aa39b" } }).jpeg().toBuffer();
  return (await addPhoto(session, encounterId, { id: randomUUID(), caption, shows: [] }, picture)).id;
}

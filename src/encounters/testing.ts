import { randomUUID } from "node:crypto";
import type { Session } from "#platform/db/session.ts";
import { Sent } from "./model/encounter.ts";
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

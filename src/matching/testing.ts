import { randomUUID } from "node:crypto";
import { givenPersons, aPerson } from "../people/testing.ts";
import type { Tx } from "../platform/db/connect.ts";
import type { Session } from "../platform/db/session.ts";
import { createProgramme } from "../volunteering/index.ts";
import { insertPair, insertPairEvent } from "./store/pairs.ts";

/** What a test's pair begins with. */
export interface GivenPair {
  readonly residentName?: string;
  readonly helperName?: string;
  /** When they became active; absent when they were only proposed. */
  readonly activeOn?: string;
  readonly endedOn?: string;
  readonly rhythmDays?: number;
  readonly residentId?: string;
  readonly safetyNote?: string;
}

/** Two made-up friends. The session needs people.write and volunteers.manage. */
export async function givenPair(session: Session, given: GivenPair = {}): Promise<{ pairId: string; residentId: string; helperId: string }> {
  const { residentName = "周思佳", helperName = "何雨欣", activeOn, endedOn, rhythmDays = 7, safetyNote = "" } = given;
  const [newResident, helperId] = await givenPersons(session, [aPerson({ name: residentName }), aPerson({ name: helperName })]) as [string, string];
  const residentId = given.residentId ?? newResident;
  const programmeId = await givenProgramme(session);
  const pairId = await session.write("testing.given-pair", null, async (tx) => {
    const id = await insertPair(tx, session.actor.orgId, { programmeId, residentId, helperId, roundId: null, replacesId: null, rhythmDays, safetyNote, meetingPlace: "" });
    const write = stepsOf(session, tx, id);
    const firstOn = activeOn ?? session.today;
    await write({ kind: "proposed", on: firstOn });
    if (activeOn) await write({ kind: "activated", on: activeOn });
    if (endedOn) await write({ kind: "ended", on: endedOn, reason: "moved_away" });
    return id;
  });
  return { pairId, residentId, helperId };
}

function stepsOf({ actor }: Session, tx: Tx, pairId: string) {
  let seq = 0;
  return (event: Parameters<typeof insertPairEvent>[3]["event"]) =>
    insertPairEvent(tx, actor.orgId, pairId, { seq: ++seq, event, words: "", recordedBy: actor.accountId, recordedByName: actor.name });
}

/** A programme to be a volunteer in. */
async function givenProgramme(session: Session): Promise<string> {
  const { id } = await createProgramme(session, { slug: `p-${randomUUID().slice(0, 8)}`, name: "社区老友", summary: "", nextSteps: "", contact: "", signUpFrom: session.today, signUpUntil: null });
  return id;
}

/** Ends a pair, as the next thing that happened to it. */
export async function givenEnd(session: Session, pairId: string, { on, seq = 3 }: { on: string; seq?: number }): Promise<void> {
  await session.write("testing.given-end", null, (tx) => insertPairEvent(tx, session.actor.orgId, pairId, {
    seq, event: { kind: "ended", on, reason: "moved_away" }, words: "", recordedBy: session.actor.accountId, recordedByName: session.actor.name,
  }));
}

import { randomUUID } from "node:crypto";
import { recordConsents } from "../people/index.ts";
import { givenPerson, givenPersons, aPerson } from "../people/testing.ts";
import type { Tx } from "../platform/db/connect.ts";
import type { Session } from "../platform/db/session.ts";
import { createProgramme } from "../volunteering/index.ts";
import { givenHours, givenProgramme as givenFriends, givenVolunteer } from "../volunteering/testing.ts";
import { saveWish } from "./service/wishes/save-wish.ts";
import { selectMembers } from "./store/rounds.ts";
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
export async function givenPair(session: Session, given: GivenPair = {}): Promise<{ pairId: string; residentId: string; helperId: string; programmeId: string }> {
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
  return { pairId, residentId, helperId, programmeId };
}

function stepsOf({ actor }: Session, tx: Tx, pairId: string) {
  let seq = 0;
  return (event: Parameters<typeof insertPairEvent>[3]["event"]) =>
    insertPairEvent(tx, actor.orgId, pairId, { seq: ++seq, event, words: "", recordedBy: actor.accountId, recordedByName: actor.name });
}

/** A programme to be a volunteer in. */
async function givenProgramme(session: Session): Promise<string> {
  const { id } = await createProgramme(session, { slug: `p-${randomUUID().slice(0, 8)}`, name: "社区老友", summary: "", nextSteps: "", contact: "", signUpFrom: session.today, signUpUntil: null, lookedFor: "", timeWords: "", places: null, whenFull: "wait", waitingOrder: "arrival" });
  return id;
}

/** Ends a pair, as the next thing that happened to it. */
export async function givenEnd(session: Session, pairId: string, { on, seq = 3 }: { on: string; seq?: number }): Promise<void> {
  await session.write("testing.given-end", null, (tx) => insertPairEvent(tx, session.actor.orgId, pairId, {
    seq, event: { kind: "ended", on, reason: "moved_away" }, words: "", recordedBy: session.actor.accountId, recordedByName: session.actor.name,
  }));
}

/** What a round's organiser may do, and what its test data needs. */
export const RIGHTS = ["people.read", "people.write", "volunteers.read", "volunteers.manage", "matching.read", "matching.manage"];
export const SATURDAY = [{ weekday: 6, from: "09:00", to: "12:00" }];

/** Somebody who wishes for a friend; unless told otherwise they agreed to be matched. */
export async function givenWaiting(session: Session, programmeId: string, name: string, { agreed = true, ...wish }: { agreed?: boolean; hours?: typeof SATURDAY; sexAsked?: "female" } = {}): Promise<string> {
  const personId = await givenPerson(session, { name, birthOn: "2000-05-04" });
  if (agreed) {
    await session.write("consent", name, (tx) => recordConsents(session, tx, [{ personId, purpose: "be_matched", state: "given", capacity: "self", fromOn: session.today, channel: "in_person" }]));
  }
  await saveWish(session, { programmeId, personId, hours: SATURDAY, ...wish });
  return personId;
}

/** A programme with residents who wait and volunteers with a place; 徐海燕 is in the reserve. The session needs RIGHTS. */
export async function givenTown(session: Session, { residents = ["周思佳", "陈国庆"], volunteers = ["何雨欣", "孙琳", "徐海燕"] }: { residents?: readonly string[]; volunteers?: readonly string[] } = {}) {
  const programmeId = await givenFriends(session, { slug: `p-${randomUUID().slice(0, 8)}` });
  const residentIds: string[] = [];
  for (const name of residents) residentIds.push(await givenWaiting(session, programmeId, name));
  for (const name of volunteers) {
    const volunteerId = await givenVolunteer(session, programmeId, name === "徐海燕" ? "reserve" : "service_team", name);
    await givenHours(session, volunteerId, [{ weekday: 6, from: "08:00", to: "12:00" }]);
  }
  return { actor: session.actor, session, programmeId, residentIds };
}

/** Everybody in a round, by id. */
export const membersOf = (session: Session, roundId: string) => session.read((tx) => selectMembers(tx, session.actor.orgId, roundId));

import { OrgId } from "#kernel/ids.ts";
import type { PersonId } from "#kernel/ids.ts";
import { givenOrganization, testGround } from "#identity/testing.ts";
import { givenPersons } from "#people/testing.ts";
import { givenUnit } from "#places/testing.ts";
import type { Session } from "#platform/db/session.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, type TestDatabase } from "#platform/testing/database.ts";
import type { NewSeries } from "./model/series.ts";
import { SIGN_UP } from "./model/policy.ts";
import { createSeries } from "./service/planning/create-series.ts";

const RIGHTS = ["activities.read", "activities.manage", "people.read", "people.write", "places.manage", "volunteers.read", "volunteers.manage"];

/** An organisation with a worker, a community with a room, and some residents. It is Sunday 22 November 2026, ten in the morning. */
export interface House {
  readonly orgId: OrgId;
  readonly worker: Session;
  readonly anyone: Session;
  readonly communityId: string;
  readonly residents: readonly string[];
  /** The worker's session at another instant. */
  at(instant: string): Session;
  /** Somebody signed in as themselves. */
  as(personId: string, instant?: string): Session;
}

export async function givenHouse(t: TestDatabase, residents = 6): Promise<House> {
  const orgId = OrgId.parse(await givenOrganization(testGround(t)));
  const actor = { ...anActor({ orgId, capabilities: RIGHTS }), name: "林晓禾" };
  const worker = sessionOf(actor, t);
  const communityId = await givenUnit(worker, { kind: "community", name: "金沙社区" });
  const ids = await givenPersons(worker, Array.from({ length: residents }, (_, index) => ({ name: `居民${index + 1}`, birthOn: `19${50 + (index % 50)}-03-05`, birthPrecision: "day" as const, communityId, contacts: [{ kind: "mobile" as const, value: `138${String(index).padStart(8, "0")}` }] })));
  const instantOf = (instant: string | undefined) => (instant === undefined ? {} : { now: new Date(instant) });
  return {
    orgId, worker, communityId, residents: ids,
    anyone: sessionOf({ ...anActor({ orgId, capabilities: [SIGN_UP, "activities.feed"] }), name: "公众" }, t),
    at: (instant) => sessionOf(actor, t, instantOf(instant)),
    as: (personId, instant) => sessionOf({ ...anActor({ orgId, capabilities: ["activities.own"], personId: personId as PersonId }), name: "本人" }, t, instantOf(instant)),
  };
}

/** A choir every Wednesday in December, 14:30 to 16:00, twenty places. */
export function aSeries({ communityId }: Pick<House, "communityId">, over: Partial<NewSeries> = {}): NewSeries {
  return {
    name: "周三合唱", summary: "一起唱老歌。", kind: "art", startsOn: "2026-12-02", rule: "FREQ=WEEKLY;BYDAY=WE;UNTIL=20261231", fromMinute: 870, untilMinute: 960,
    placeId: communityId, placeWords: "二楼活动室", participants: 20, volunteers: 2, companions: 5, openTo: "public", admission: "direct", closesHours: 0,
    rules: { eligibility: { minAge: null, maxAge: null, communityIds: [], populations: [] }, priority: [] }, ...over,
  };
}

/** A planned series; its sessions in order. */
export async function givenSeries(house: House, over: Partial<NewSeries> = {}): Promise<{ seriesId: string; sessionIds: string[] }> {
  return createSeries(house.worker, aSeries(house, over));
}

import { randomUUID } from "node:crypto";
import { addWalkIn, createSeries } from "#activities/index.ts";
import { aSeries } from "#activities/testing.ts";
import { addMember, createAccount } from "#identity/index.ts";
import { givenOrganization, testGround } from "#identity/testing.ts";
import { AccountId, OrgId, type PersonId } from "#kernel/ids.ts";
import { givenUnit } from "#places/testing.ts";
import type { Session } from "#platform/db/session.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, type TestDatabase } from "#platform/testing/database.ts";

const WORK = ["people.read", "people.write", "places.manage", "activities.read", "activities.manage", "pathways.read", "pathways.work", "pathways.manage"];

/** An organisation with a worker, a supervisor and a coordinator, and days on which people came. It is 22 November 2026. */
export interface PathHouse {
  readonly worker: Session;
  readonly supervisor: Session;
  readonly coordinator: Session;
  /** The worker on another day. */
  on(day: string): Session;
  member(role: string, name: string, capabilities: readonly string[], personId?: string | null): Promise<Session>;
  /** One gathering on a day, and who was there in which role. */
  gather(day: string, came: Readonly<Record<string, "participant" | "volunteer">>): Promise<void>;
}

export async function givenPathHouse(t: TestDatabase): Promise<PathHouse> {
  const ground = testGround(t);
  const orgId = OrgId.parse(await givenOrganization(ground));
  const enter = async (role: string, name: string, capabilities: readonly string[], personId: string | null = null) => {
    const accountId = AccountId.parse(await createAccount(t.db, { login: `path-${randomUUID().slice(0, 8)}`, name }));
    await addMember(t.db, ground.masterKey, { orgId, accountId, role, personId });
    return { ...anActor({ orgId, role, capabilities, ...(personId !== null && { personId: personId as PersonId }) }), accountId, name };
  };
  const lin = await enter("worker", "林晓禾", [...WORK, "cases.work"]);
  const worker = sessionOf(lin, t);
  const communityId = await givenUnit(worker, { kind: "community", name: "金沙社区" });
  const on = (day: string) => sessionOf(lin, t, { now: new Date(`${day}T10:00:00Z`) });
  return {
    worker, on,
    supervisor: sessionOf(await enter("supervisor", "苏明远", [...WORK, "cases.work", "cases.supervise"]), t),
    coordinator: sessionOf(await enter("coordinator", "何静宜", WORK), t),
    member: async (role, name, capabilities, personId = null) => sessionOf(await enter(role, name, capabilities, personId), t),
    async gather(day, came) {
      const { sessionIds: [sessionId] } = await createSeries(on(day), aSeries({ communityId }, { startsOn: day, rule: "", fromMinute: 840, untilMinute: 1080 }));
      for (const [personId, role] of Object.entries(came)) await addWalkIn(on(day), { sessionId: sessionId!, personId, role });
    },
  };
}

import type { z } from "zod";
import { OrgId } from "#kernel/ids.ts";
import { givenMember, givenOrganization, testGround } from "#identity/testing.ts";
import { givenPersons } from "#people/testing.ts";
import { givenUnit } from "#places/testing.ts";
import { anActor } from "#platform/testing/actors.ts";
import { sessionOf, type TestDatabase } from "#platform/testing/database.ts";
import type { Session } from "#platform/db/session.ts";
import { replanDay, solveDay } from "./model/day/solve-day.ts";
import type { NewPlan, TeamChange } from "./model/plan.ts";
import { changeTeam } from "./service/changes/change-team.ts";
import { requestChange } from "./service/changes/request-change.ts";
import { workOutTrial } from "./service/changes/work-out-trial.ts";
import { beginPlan } from "./service/plans/begin-plan.ts";
import { chooseVisits } from "./service/visits/choose-visits.ts";
import { computePlan } from "./service/plans/compute-plan.ts";

const RIGHTS = ["rounds.plan", "people.read", "people.write", "places.manage", "volunteers.read", "volunteers.manage", "visits.read"];

/** A street with three lanes on the map, a worker and a supervisor, six residents. Today is 22 November 2026. */
export interface Quarter {
  readonly orgId: OrgId;
  readonly worker: Session;
  readonly workerKey: string;
  readonly supervisorKey: string;
  readonly startId: string;
  readonly residents: readonly string[];
}

export async function givenQuarter(t: TestDatabase, residents = 6): Promise<Quarter> {
  const ground = testGround(t);
  const orgId = OrgId.parse(await givenOrganization(ground));
  const { accountId } = await givenMember(ground, orgId, "worker", { name: "李敏" });
  const supervisor = await givenMember(ground, orgId, "supervisor", { name: "何静" });
  const worker = sessionOf({ ...anActor({ orgId, capabilities: RIGHTS }), accountId: accountId as Session["actor"]["accountId"], name: "李敏" }, t);
  const communityId = await givenUnit(worker, { kind: "community", name: "金沙社区", longitude: 102.7, latitude: 25.04 });
  const lanes: string[] = [];
  for (const [index, name] of ["一巷", "二巷", "三巷"].entries()) lanes.push(await givenUnit(worker, { kind: "lane", name, parentId: communityId, longitude: 102.7 + 0.006 * (index + 1), latitude: 25.04 + 0.002 * index }));
  const ids = await givenPersons(worker, Array.from({ length: residents }, (_, index) => ({
    name: `居民${index + 1}`, communityId, laneId: lanes[index % 3]!, address: `${index + 1} 号`, contacts: [{ kind: "mobile" as const, value: `1380000000${index}` }], roles: [{ role: "service_user" as const, fromOn: "2026-01-01" }],
  })));
  return { orgId, worker, workerKey: `staff:${accountId}`, supervisorKey: `staff:${supervisor.accountId}`, startId: communityId, residents: ids };
}

export const aDay = ({ startId, workerKey, supervisorKey }: Quarter, over: Partial<NewPlan> = {}): z.input<typeof NewPlan> => ({
  onDay: "2026-11-23", startUnitId: startId, first: "way", lunchMinutes: 60, lunchFrom: "11:30", lunchUntil: "14:00",
  teams: [{ members: [workerKey], mode: "foot", from: "09:00", until: "17:00" }, { members: [supervisorKey], mode: "bicycle", from: "09:00", until: "17:00" }], ...over,
});

/** A plan with everybody in it, worked out; its id. */
export async function givenPlan(quarter: Quarter, over: Partial<NewPlan> = {}): Promise<string> {
  const { id: planId } = await beginPlan(quarter.worker, aDay(quarter, over));
  await chooseVisits(quarter.worker, { planId, personIds: [...quarter.residents], minutes: 40 });
  await computePlan(quarter.worker, { planId, jobId: crypto.randomUUID() }, async (day, seed) => solveDay(day, seed));
  return planId;
}

/** A change that was tried and worked out; the trial's id. */
export async function givenTrial(session: Session, planId: string, change: TeamChange): Promise<string> {
  const { trialId } = await requestChange(session, planId, change);
  await workOutTrial(session, { planId, trialId }, async (day, stay, seed) => replanDay(day, stay, seed));
  return trialId;
}

/** A change that was tried, seen and done. */
export async function givenChange(session: Session, planId: string, change: TeamChange): Promise<void> {
  await changeTeam(session, { planId, trialId: await givenTrial(session, planId, change) });
}

import { listColleagues } from "#identity/index.ts";
import { listServing } from "#volunteering/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import type { MemberKey } from "../../model/plan.ts";
import { PLAN } from "../../model/policy.ts";

/** Somebody who can be sent on a round. */
export interface Visitor {
  readonly key: MemberKey;
  readonly name: string;
}

/** Colleagues who open files, and volunteers who may serve on the day; volunteers only for whoever sees volunteers. */
export async function listVisitors(session: Session, on: string): Promise<{ staff: Visitor[]; volunteers: Visitor[] }> {
  requireCapability(session.actor, PLAN);
  const staff = (await listColleagues(session, { capability: "people.read" })).map(({ accountId, name }) => ({ key: `staff:${accountId}` as MemberKey, name }));
  if (!session.actor.capabilities.has("volunteers.read")) return { staff, volunteers: [] };
  const volunteers = (await listServing(session, on)).map(({ personId, name }): Visitor => ({ key: `volunteer:${personId}`, name }));
  return { staff, volunteers: volunteers.sort((a, b) => a.name.localeCompare(b.name, "zh")) };
}

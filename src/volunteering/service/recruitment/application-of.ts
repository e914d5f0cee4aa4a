import { Refusal } from "#kernel/refusal.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { type Requirement, versionOn } from "../../model/pathway/requirement.ts";
import { selectPolicies } from "../../store/policies.ts";

/** The requirement an application is written under; a policy that asks for none knows no waiting list and no refusal of one. */
export async function applicationOf({ actor, today }: Session, tx: Tx, programmeId: string): Promise<Requirement> {
  const asked = versionOn(await selectPolicies(tx, actor.orgId, programmeId), today)?.requirements.find(({ kind }) => kind === "application");
  if (!asked) throw new Refusal("conflict", "volunteering.no_application_in_policy");
  return asked;
}

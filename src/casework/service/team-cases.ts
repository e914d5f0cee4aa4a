import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { teamsOfAccount } from "../store/cases/case-rules.ts";
import { openCaseRows, type OpenCase } from "../store/cases/list-cases.ts";

/** Every open case as it counts for whoever supervises, and the teams they belong to today; no names. */
export async function teamCases({ actor, today, read }: Session): Promise<{ teamIds: string[]; cases: OpenCase[] }> {
  requireCapability(actor, "cases.supervise");
  return read(async (tx) => ({ teamIds: await teamsOfAccount(tx, actor.orgId, actor.accountId, today), cases: await openCaseRows(tx, actor.orgId) }));
}

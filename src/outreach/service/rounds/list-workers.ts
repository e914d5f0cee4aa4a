import { listColleagues } from "#identity/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { loadsNow } from "../../store/assignments.ts";

/** A colleague who can be given people to reach, with how many they have already. */
export interface FreeWorker {
  readonly workerId: string;
  readonly name: string;
  readonly loadNow: number;
}

/** Whose role does outreach (社工、督导 …), by name. */
export async function listWorkers(session: Session): Promise<FreeWorker[]> {
  requireCapability(session.actor, "outreach.work");
  const colleagues = await listColleagues(session, { capability: "outreach.work" });
  const loads = await session.read((tx) => loadsNow(tx, session.actor.orgId, colleagues.map(({ accountId }) => accountId)));
  return colleagues.map(({ accountId, name }) => ({ workerId: accountId, name, loadNow: loads.get(accountId) ?? 0 }));
}

import type { Session } from "../../platform/db/session.ts";
import { listEnquiries } from "../store/enquiries.ts";

/** Open enquiries that somebody must answer today or should have; nothing for those who may not see the queue. */
export async function listDueEnquiries({ actor, today, read }: Session, limit = 20): Promise<{ id: string; words: string; community: string | null; dueOn: string; urgent: boolean }[]> {
  if (!actor.capabilities.has("enquiries.manage")) return [];
  const page = await read((tx) => listEnquiries(tx, actor.orgId, { show: "open", account: actor.accountId, today }, { limit }));
  return page.rows.map(({ id, words, community, dueOn, urgent }) => ({ id, words, community, dueOn, urgent }));
}

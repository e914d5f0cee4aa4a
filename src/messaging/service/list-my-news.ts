import type { Session } from "#platform/db/session.ts";
import { listNotices } from "#platform/notify/notices.ts";
import { MESSAGE_NOTICE } from "./sending/carry-message.ts";

/** Messages the actor's own account got and has not put away; each leads to its page. */
export async function listMyNews(session: Session): Promise<{ readonly id: string; readonly link: string; readonly at: string }[]> {
  return (await session.read((tx) => listNotices(tx, session.actor))).filter(({ kind }) => kind === MESSAGE_NOTICE).map(({ id, link, at }) => ({ id, link, at }));
}

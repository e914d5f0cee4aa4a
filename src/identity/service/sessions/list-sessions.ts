import type { Ground } from "../ground.ts";
import { selectSessions } from "../../store/sessions.ts";
import type { Visitor } from "./find-visitor.ts";

/** One of somebody's own sessions. */
export interface OwnSession {
  readonly id: string;
  readonly openedAt: string;
  readonly lastSeenAt: string;
  readonly agent: string;
  readonly strong: boolean;
  /** The one this page is read in. */
  readonly current: boolean;
}

/** Where the visitor is signed in. */
export async function listSessions({ db, now }: Ground, visitor: Visitor): Promise<OwnSession[]> {
  const rows = await selectSessions(db, visitor.accountId, now());
  return rows.map(({ strongAt, ...row }) => ({ ...row, strong: strongAt !== null, current: row.id === visitor.sessionId }));
}

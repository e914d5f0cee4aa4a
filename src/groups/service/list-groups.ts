import type { Page } from "#platform/db/keyset.ts";
import type { Session } from "#platform/db/session.ts";
import type { GroupFilter } from "../model/forms.ts";
import * as store from "../store/groups.ts";
import { isNear, requireGroupWork } from "./near.ts";

export interface GroupLine extends store.GroupRow, store.GroupCount {
  readonly stage: string;
  readonly closed: boolean;
  /** Whether the reader may open it. */
  readonly near: boolean;
}

/** The organisation's groups by name, stage and size; what was said in them opens only for whoever stands near. */
export async function listGroups(session: Session, filter: GroupFilter, paging: { after?: string | null; limit?: number } = {}): Promise<Page<GroupLine>> {
  requireGroupWork(session);
  const { rows, next } = await session.read((tx) => store.listGroups(tx, session.actor.orgId, filter, paging));
  return { next, rows: rows.map((row) => ({ ...row, near: isNear(session, row) })) };
}

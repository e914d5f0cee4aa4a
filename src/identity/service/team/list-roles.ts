import { requireCapability } from "../../../platform/access/can.ts";
import type { Session } from "../../../platform/db/session.ts";
import { selectRoles, type RoleRow } from "../../store/roles.ts";

/** The organisation's roles and what each allows. */
export async function listRoles({ actor, read }: Session): Promise<RoleRow[]> {
  requireCapability(actor, "accounts.manage");
  return read((tx) => selectRoles(tx, actor.orgId));
}

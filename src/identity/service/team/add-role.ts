import { randomBytes } from "node:crypto";
import { requireCapability } from "../../../platform/access/can.ts";
import { recordAudit } from "../../../platform/audit/record.ts";
import type { Session } from "../../../platform/db/session.ts";
import { CAPABILITIES, type Capability } from "../../model/role-pack.ts";
import { insertRoles, lockRoles } from "../../store/roles.ts";

/** Adds a role of the organisation's own; answers its key. */
export async function addRole(
  { actor, write }: Session, input: { nameZh: string; nameEn: string; capabilities: readonly Capability[] },
): Promise<{ key: string }> {
  requireCapability(actor, "accounts.manage");
  return write("identity.add_role", input, async (tx) => {
    await lockRoles(tx, actor.orgId);
    const key = `own_${randomBytes(4).toString("hex")}`;
    const capabilities = CAPABILITIES.filter((capability) => input.capabilities.includes(capability));
    await insertRoles(tx, actor.orgId, [{ key, nameZh: input.nameZh, nameEn: input.nameEn, capabilities, position: 100 }]);
    await recordAudit(tx, actor, { action: "role.added", subjectKind: "role", subjectId: key, details: { ...input, capabilities } });
    return { key };
  });
}

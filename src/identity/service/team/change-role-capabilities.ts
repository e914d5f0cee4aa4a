import { Refusal } from "../../../kernel/refusal.ts";
import { requireCapability } from "../../../platform/access/can.ts";
import { recordAudit } from "../../../platform/audit/record.ts";
import type { Session } from "../../../platform/db/session.ts";
import { expectVersion } from "../../../platform/db/version.ts";
import { CAPABILITIES, type Capability } from "../../model/role-pack.ts";
import { findRole, lockRoles, updateRole } from "../../store/roles.ts";
import { requireAdministrator } from "./change-role.ts";

export interface RoleChange {
  readonly key: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly capabilities: readonly Capability[];
  readonly version?: number | undefined;
}

/** Changes what a role is called and allows, for all who hold it, from their next request on. Never one's own role: nobody widens their own rights. */
export async function changeRoleCapabilities({ actor, write }: Session, input: RoleChange): Promise<void> {
  requireCapability(actor, "accounts.manage");
  await write("identity.change_role_capabilities", input, async (tx) => {
    await lockRoles(tx, actor.orgId);
    const role = await findRole(tx, actor.orgId, input.key);
    if (!role) throw new Refusal("not_found", "identity.no_such_role");
    if (role.key === actor.role) throw new Refusal("forbidden", "identity.not_your_role");
    const capabilities = CAPABILITIES.filter((capability) => input.capabilities.includes(capability));
    const sent = { nameZh: input.nameZh, nameEn: input.nameEn, capabilities: [...capabilities].sort(), ...(input.version !== undefined && { version: input.version }) };
    expectVersion({ ...role, capabilities: [...role.capabilities].sort() }, sent, ["nameZh", "nameEn", "capabilities"]);
    await updateRole(tx, actor.orgId, role.key, { nameZh: input.nameZh, nameEn: input.nameEn, capabilities, version: role.version + 1 });
    await requireAdministrator(tx, actor.orgId);
    await recordAudit(tx, actor, {
      action: "role.changed", subjectKind: "role", subjectId: role.key, details: { before: role.capabilities, after: capabilities, nameZh: input.nameZh, nameEn: input.nameEn },
    });
    return null;
  });
}

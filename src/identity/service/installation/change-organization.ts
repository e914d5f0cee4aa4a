import { Refusal } from "../../../kernel/refusal.ts";
import { requireCapability } from "../../../platform/access/can.ts";
import { recordAudit } from "../../../platform/audit/record.ts";
import type { Session } from "../../../platform/db/session.ts";
import { expectVersion } from "../../../platform/db/version.ts";
import { lockOrganization, updateOrganization } from "../../store/organizations.ts";

export interface OrganizationChange {
  readonly name: string;
  readonly shortName: string;
  readonly description: string;
  readonly address: string;
  readonly phone: string;
  readonly version?: number | undefined;
}

const FIELDS = ["name", "shortName", "description", "address", "phone"] as const;

/** Changes what the public pages say of the organisation. */
export async function changeOrganization({ actor, write }: Session, input: OrganizationChange): Promise<void> {
  requireCapability(actor, "org.manage");
  await write("identity.change_organization", input, async (tx) => {
    const stored = await lockOrganization(tx, actor.orgId);
    if (!stored) throw new Refusal("not_found", "platform.not_found");
    const { version, ...sent } = input;
    expectVersion(stored, { ...sent, ...(version !== undefined && { version }) }, FIELDS);
    await updateOrganization(tx, actor.orgId, { ...sent, version: stored.version + 1 });
    const before = Object.fromEntries(FIELDS.filter((field) => stored[field] !== sent[field]).map((field) => [field, stored[field]]));
    await recordAudit(tx, actor, { action: "organization.changed", subjectKind: "organization", subjectId: actor.orgId, details: { before } });
    return null;
  });
}

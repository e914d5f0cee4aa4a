import { Refusal } from "../../../kernel/refusal.ts";
import { requireCapability } from "../../../platform/access/can.ts";
import type { Session } from "../../../platform/db/session.ts";
import { findOrganization, type Organization } from "../../store/organizations.ts";

/** The organisation acted for, to be changed. */
export async function readOwnOrganization({ actor, read }: Session): Promise<Organization> {
  requireCapability(actor, "org.manage");
  const organization = await read((tx) => findOrganization(tx, actor.orgId));
  if (!organization) throw new Refusal("not_found", "platform.not_found");
  return organization;
}

import type { Tx } from "../../../platform/db/connect.ts";
import type { Capability } from "../../model/role-pack.ts";
import { accountsHolding } from "../../store/capability-holders.ts";

/** The accounts of the organisation whose role allows something now, e.g. who must hear of a concern. */
export function accountsWithCapability(tx: Tx, orgId: string, capability: Capability): Promise<string[]> {
  return accountsHolding(tx, orgId, capability);
}

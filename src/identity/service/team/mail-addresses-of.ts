import type { Tx } from "../../../platform/db/connect.ts";
import { addressesOf } from "../../store/capability-holders.ts";

/** Where mail reaches accounts that may act for the organisation now; whoever signs in with a phone number has no address. */
export async function mailAddressesOf(tx: Tx, orgId: string, accountIds: readonly string[]): Promise<string[]> {
  return accountIds.length === 0 ? [] : addressesOf(tx, orgId, accountIds);
}

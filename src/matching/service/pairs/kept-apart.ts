import { identitiesOf } from "#people/index.ts";
import type { Tx } from "#platform/db/connect.ts";
import { isForGood, type Apart } from "../../model/apart.ts";
import { readPairs } from "../../store/pairs.ts";
import { exclusionsOf } from "../wishes/exclusions-of.ts";

/** Whom nobody brings together with a resident, and why: by any of the records that stand for either of them. The caller authorises. */
export async function keptApart(tx: Tx, orgId: string, residentId: string, today: string): Promise<ReadonlyMap<string, Apart>> {
  const residents = (await identitiesOf(tx, orgId, [residentId])).get(residentId) ?? [residentId];
  const former = await readPairs(tx, orgId, { residentIds: residents }, today);
  const parted = former.filter(({ status }) => isForGood(status.endReason)).map(({ helperId }) => helperId);
  const records = await identitiesOf(tx, orgId, parted);
  const noted = (await exclusionsOf(tx, orgId, [residentId])).get(residentId) ?? [];
  return new Map([...parted.flatMap((id) => (records.get(id) ?? [id]).map((one) => [one, "do_not_match"] as const)), ...noted.map((one) => [one, "noted_apart"] as const)]);
}

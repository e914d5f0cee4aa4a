import type { Tx } from "#platform/db/connect.ts";
import type { Instrument } from "../../model/instrument.ts";
import type { ItemTexts } from "../../model/item-texts.ts";
import { textsOf } from "../../store/item-texts.ts";

/** The texts shown with a version: the newest that were not taken back. */
export async function textsInForce(tx: Tx, orgId: string, { id, version }: Instrument): Promise<ItemTexts | undefined> {
  return (await textsOf(tx, orgId, id, version)).find(({ undoneAt }) => undoneAt === null)?.texts;
}

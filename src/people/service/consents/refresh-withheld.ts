import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { identitiesOf } from "../../store/persons/person-cards.ts";
import { setWithheld } from "../../store/persons/persons.ts";
import { consentsInForce } from "./consents-in-force.ts";

/** Takes persons out of lists, searches, counts and exports while they do not let their data be kept. */
export async function refreshWithheld({ actor: { orgId }, today }: Session, tx: Tx, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return;
  const held = await consentsInForce(tx, orgId, personIds, today);
  const survivors = await identitiesOf(tx, orgId, personIds);
  await setWithheld(tx, orgId, [...held].map(([asked, states]) => {
    const kept = states.get("keep_data");
    return { personId: survivors.get(asked)![0]!, withheldOn: kept === "refused" || kept === "withdrawn" ? today : null };
  }));
}

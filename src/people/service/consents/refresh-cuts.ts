import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { declined } from "../../model/consents/consent.ts";
import { identitiesOf } from "../../store/persons/person-cards.ts";
import { setCuts } from "../../store/persons/persons.ts";
import { consentsInForce } from "./consents-in-force.ts";

/** Takes persons out of lists, searches, counts and exports while they do not let their data be kept, and their numbers while they do not want to be contacted. */
export async function refreshCuts({ actor: { orgId }, today }: Session, tx: Tx, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return;
  const held = await consentsInForce(tx, orgId, personIds, today);
  const survivors = await identitiesOf(tx, orgId, personIds);
  await setCuts(tx, orgId, [...held].map(([asked, states]) => (
    { personId: survivors.get(asked)![0]!, withheldOn: declined(states.get("keep_data")) ? today : null, noContactOn: declined(states.get("contact")) ? today : null })));
}

import { personCards } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { entryState } from "../../model/entry.ts";
import { READ } from "../../model/policy.ts";
import { certifiedAmong } from "../../store/certificates.ts";
import { selectDecisions } from "../../store/decisions.ts";
import { selectChain, selectEntries } from "../../store/entries.ts";
import { selectRequests } from "../../store/requests.ts";
import { found } from "../ground.ts";

/** One standing entry with everything that became of it and of those it superseded. */
export async function showEntry(session: Session, id: string) {
  const { actor } = session;
  requireCapability(actor, READ);
  return session.read(async (tx) => {
    const [entry] = await selectEntries(tx, actor.orgId, [id]);
    const standing = found(entry, "hours.entry_not_found");
    const chain = await selectChain(tx, actor.orgId, id);
    const ids = chain.map((one) => one.id);
    const cards = await personCards(tx, actor.orgId, [standing.personId]);
    return {
      entry: standing, state: entryState(standing), chain, name: cards.get(standing.personId)?.name ?? "",
      decisions: await selectDecisions(tx, actor.orgId, ids), requests: await selectRequests(tx, actor.orgId, ids),
      certified: (await certifiedAmong(tx, actor.orgId, [id])).has(id),
    };
  });
}

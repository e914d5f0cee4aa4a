import { personCards } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { decideHours, type EntryRefusal } from "../../model/entry.ts";
import { CONFIRM } from "../../model/policy.ts";
import { selectEntries } from "../../store/entries.ts";
import { ownIds } from "../ground.ts";
import type { NamedEntry } from "./list-hours.ts";

/** A look before confirming together: what would be confirmed, what could not and why. */
export async function lookAtHours(session: Session, ids: readonly string[]): Promise<{ entries: readonly (NamedEntry & { readonly stands: EntryRefusal | null })[] }> {
  const { actor } = session;
  requireCapability(actor, CONFIRM);
  return session.read(async (tx) => {
    const entries = await selectEntries(tx, actor.orgId, ids);
    const cards = await personCards(tx, actor.orgId, entries.map(({ personId }) => personId));
    const by = { personIds: await ownIds(tx, actor) };
    return {
      entries: entries.map((entry) => {
        const decision = decideHours(entry, "confirmed", by);
        return { ...entry, name: cards.get(entry.personId)?.name ?? "", stands: decision.allowed ? null : decision.reason };
      }),
    };
  });
}

import { outreachContacts } from "#outreach/index.ts";
import { identitiesOf, livingAlone, personCards } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { lastMetByResident } from "#visits/index.ts";
import { rhythmOn, type Tier } from "../../model/rhythm/rhythm-pack.ts";
import { inRhythmOrder, rhythmStanding, type RhythmStanding } from "../../model/rhythm/standing.ts";
import { lastServedOn } from "../../store/list-encounters.ts";
import { currentTiers } from "../../store/tiers.ts";

/** Somebody on the list, with what puts them where they stand. */
export interface RhythmRow extends RhythmStanding {
  readonly personId: string;
  readonly name: string;
  readonly birthOn: string | null;
  readonly communityName: string | null;
  readonly tier: Tier;
  readonly lastOn: string | null;
}

/** Everybody who is to be seen regularly, the most pressing first. That it was read is noted. */
export async function listRhythm(session: Session): Promise<RhythmRow[]> {
  const { actor } = session;
  requireCapability(actor, "encounters.read");
  const rows = await session.read((tx) => rhythmRows(session, tx));
  await session.write("encounters.list-rhythm", { at: session.now.toISOString() }, async (tx) => {
    await recordAudit(tx, actor, { action: "rhythm.listed", subjectKind: "encounters", subjectId: "rhythm", details: { rows: rows.length } });
    return null;
  });
  return rows;
}

/** Who is due today or was before; nothing for whoever may not read services. */
export async function listOverdue(session: Session, limit: number): Promise<RhythmRow[]> {
  if (!session.actor.capabilities.has("encounters.read")) return [];
  return (await session.read((tx) => rhythmRows(session, tx))).filter(({ dueOn }) => dueOn <= session.today).slice(0, limit);
}

/** Rows in the caller's transaction; the caller authorises. The last contact is the latest of services, friends' meetings and outreach. */
export async function rhythmRows({ actor: { orgId }, today }: Pick<Session, "actor" | "today">, tx: Tx): Promise<RhythmRow[]> {
  const tiers = (await currentTiers(tx, orgId)).filter((row): row is typeof row & { tier: Tier } => row.tier !== "none");
  const ids = tiers.map(({ personId }) => personId);
  if (ids.length === 0) return [];
  const [cards, identities, alone] = [await personCards(tx, orgId, ids), await identitiesOf(tx, orgId, ids), await livingAlone(tx, orgId, ids)];
  const served = await lastServedOn(tx, orgId, [...new Set([...identities.values()].flat())]);
  const met = await lastMetByResident(tx, orgId);
  const tried = new Map((await outreachContacts(tx, orgId)).map(({ personId, lastOn }) => [personId, lastOn]));
  const pack = rhythmOn(today);
  return inRhythmOrder(tiers.flatMap(({ personId, tier, onDay }): RhythmRow[] => {
    const card = cards.get(personId);
    if (!card || card.withheldOn !== null || card.noContactOn !== null || card.deceasedOn !== null) return [];
    const days = (identities.get(personId) ?? []).flatMap((id) => [served.get(id), met.get(id), tried.get(id)]).filter((day) => day != null).toSorted();
    const lastOn = days.at(-1) ?? null;
    const facts = { ...card, alone: alone.has(personId), longAtHome: card.longAtHome === "yes", lastOn };
    return [{ personId: card.id, name: card.preferredName ?? card.name, birthOn: card.birthOn, communityName: card.communityName, tier, lastOn, ...rhythmStanding({ tier, setOn: onDay }, facts, pack, today) }];
  }));
}

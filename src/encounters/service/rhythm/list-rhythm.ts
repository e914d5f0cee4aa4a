import { carerStrain } from "#assessment/index.ts";
import { addDays } from "#kernel/calendar.ts";
import { outreachContacts } from "#outreach/index.ts";
import { identitiesOf, livingAlone, personCards, relativesOf } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { lastMetByResident } from "#visits/index.ts";
import { rhythmOn, type RhythmPack, type Tier } from "../../model/rhythm/rhythm-pack.ts";
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
export async function rhythmRows({ actor, today }: Pick<Session, "actor" | "today">, tx: Tx): Promise<RhythmRow[]> {
  const { orgId } = actor;
  const tiers = (await currentTiers(tx, orgId)).filter((row): row is typeof row & { tier: Tier } => row.tier !== "none");
  const ids = tiers.map(({ personId }) => personId);
  if (ids.length === 0) return [];
  const [cards, identities, alone] = [await personCards(tx, orgId, ids), await identitiesOf(tx, orgId, ids), await livingAlone(tx, orgId, ids)];
  const served = await lastServedOn(tx, orgId, [...new Set([...identities.values()].flat())]);
  const met = await lastMetByResident(tx, orgId);
  const tried = new Map((await outreachContacts(tx, orgId)).map(({ personId, lastOn }) => [personId, lastOn]));
  const pack = rhythmOn(today);
  const strain = actor.capabilities.has("assessments.work") ? await strainAround(tx, orgId, ids, pack, today) : new Map<string, string>();
  return inRhythmOrder(tiers.flatMap(({ personId, tier, onDay }): RhythmRow[] => {
    const card = cards.get(personId);
    if (!card || card.withheldOn !== null || card.noContactOn !== null || card.deceasedOn !== null) return [];
    const days = (identities.get(personId) ?? []).flatMap((id) => [served.get(id), met.get(id), tried.get(id)]).filter((day) => day != null).toSorted();
    const lastOn = days.at(-1) ?? null;
    const facts = { ...card, alone: alone.has(personId), longAtHome: card.longAtHome === "yes", lastOn, strain: strain.get(personId) ?? null };
    return [{ personId: card.id, name: card.preferredName ?? card.name, birthOn: card.birthOn, communityName: card.communityName, tier, lastOn, ...rhythmStanding({ tier, setOn: onDay }, facts, pack, today) }];
  }));
}

const BY_STRAIN = ["many", "some"];

/** The heaviest band of strain around each person: of those who care for them, and their own where they care for somebody. An assessment: only for whoever may read those. */
async function strainAround(tx: Tx, orgId: string, ids: readonly string[], { strainDays }: RhythmPack, today: string): Promise<ReadonlyMap<string, string>> {
  if (strainDays === 0) return new Map();
  const relatives = await relativesOf(tx, orgId, ids);
  const around = new Map(ids.map((id) => [id, [id, ...(relatives.get(id) ?? []).filter(({ isCarer, otherId, untilOn }) => isCarer && otherId !== null && (untilOn === null || untilOn > today)).map(({ otherId }) => otherId!)]]));
  const asked = await carerStrain(tx, orgId, [...new Set([...around.values()].flat())], addDays(today, -strainDays));
  return new Map([...around].flatMap(([id, near]) => {
    const bands = new Set(near.map((one) => asked.get(one)?.band));
    const heaviest = BY_STRAIN.find((band) => bands.has(band));
    return heaviest ? [[id, heaviest] as const] : [];
  }));
}

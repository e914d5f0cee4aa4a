import type { Session } from "#platform/db/session.ts";
import { fitCount, isPossible, matchParts, type MatchPart } from "../model/match.ts";
import { discoveriesOf, profilesOf, type DiscoveryRow, type ProfileRow } from "../store/people.ts";
import { listOpenings, type OpeningRow } from "../store/places.ts";
import { calledOf, noteRead, requirePerson } from "./near.ts";
import { spellsOfPersons, type PersonSpell } from "./kept.ts";
import type { JobRow } from "../store/jobs.ts";

export interface FittingOpening { readonly opening: OpeningRow; readonly parts: readonly MatchPart[]; readonly possible: boolean }
export interface ShownPerson {
  readonly personId: string;
  readonly name: string;
  readonly profile: ProfileRow | null;
  readonly discoveries: readonly DiscoveryRow[];
  /** What is open today: what can be first, and of that what fits most. Empty without a profile. */
  readonly openings: readonly FittingOpening[];
  readonly spells: readonly (PersonSpell & { readonly rows: readonly JobRow[] })[];
}

/** What somebody wants and can, what was found out, what is open for them and where they work. Each reading is noted. */
export async function showPerson(session: Session, personId: string): Promise<ShownPerson> {
  const { actor: { orgId }, today } = session;
  const shown = await session.read(async (tx) => {
    const { card, records } = await requirePerson(session, tx, personId);
    const profiles = await profilesOf(tx, orgId, records);
    const profile = profiles.find((one) => one.personId === card.id) ?? profiles[0] ?? null;
    const { spells, jobs } = await spellsOfPersons(tx, orgId, [card.id], today);
    const openings = profile ? (await listOpenings(tx, orgId, { onDay: today })).map((opening) => fitting(profile, card.communityId, opening)) : [];
    return {
      personId: card.id, name: calledOf(card), profile, discoveries: await discoveriesOf(tx, orgId, records),
      openings: openings.toSorted((a, b) => Number(b.possible) - Number(a.possible) || fitCount(b.parts) - fitCount(a.parts)),
      spells: spells.toReversed().map((spell) => ({ ...spell, rows: spell.jobs.map(({ id }) => jobs.get(id)!) })),
    };
  });
  await noteRead(session, "employment.read", "person", shown.personId);
  return shown;
}

function fitting(profile: ProfileRow, communityId: string | null, opening: OpeningRow): FittingOpening {
  const parts = matchParts(profile, communityId, { tasks: opening.tasks, conditions: opening.conditions, access: opening.access, communityId: opening.communityId, freeSeats: opening.freeSeats, hours: opening.hours ?? undefined });
  return { opening, parts, possible: isPossible(parts) };
}

import { interestsOf, languagesOf } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import type { WeeklyHours } from "../../model/availability/weekly-hours.ts";
import type { Placement } from "../../model/pathway/fact.ts";
import { readinessOf, type Readiness } from "../../model/pathway/readiness.ts";
import type { RequirementState } from "../../model/pathway/requirement-state.ts";
import type { Stage } from "../../model/pathway/requirement.ts";
import { selectHours } from "../../store/volunteers.ts";
import { readProgramme } from "../ground.ts";
import { loadRoster, type RosterEntry } from "./roster.ts";

/** What a volunteer offers a match, and until when they may. */
export interface HelperOffer {
  readonly volunteerId: string;
  readonly personId: string;
  readonly name: string;
  readonly sex: "female" | "male" | null;
  /** As known; of a birth known by month or year the rest is 1. */
  readonly birthOn: string | null;
  readonly communityId: string | null;
  readonly laneId: string | null;
  readonly hours: readonly WeeklyHours[];
  readonly languages: readonly string[];
  readonly interests: readonly string[];
  readonly skills: readonly string[];
  /** How many people they are willing to befriend at a time, those they have included. */
  readonly capacity: number;
  readonly placement: Placement;
  /** Trained and placed on these days, as things stand: may be proposed. */
  readonly eligible: { readonly fromOn: string; readonly untilOn: string | null };
  /** Agreement, consent and the rest of the service stage are met too: may meet somebody. */
  readonly mayServe: boolean;
  /** Last day all of it holds, as things stand; null when nothing ends, or they may not serve. */
  readonly mayServeUntilOn: string | null;
  /** What is missing before they may meet somebody, as keys of requirements. */
  readonly missing: readonly string[];
  /** Serves only with an adult beside them. */
  readonly accompanied: boolean;
  readonly readiness: Readiness;
}

/** The service team (服务队) and the reserve (储备) of a programme on a day, as matching needs them. With `personIds`, only those persons. Checks nothing: the caller authorises. */
export async function eligibleHelpers(tx: Tx, orgId: string, programmeId: string, on: string, personIds?: readonly string[]): Promise<HelperOffer[]> {
  const placed = (await loadRoster(tx, orgId, programmeId, on, personIds)).filter(({ standing }) => standing.status === "service_team" || standing.status === "reserve");
  const persons = placed.map(({ card }) => card.id);
  const hours = await selectHours(tx, orgId, placed.map(({ volunteer }) => volunteer.id));
  const [interests, languages] = [await interestsOf(tx, orgId, persons), await languagesOf(tx, orgId, persons)];
  return placed.map((entry) => ({
    ...offerOf(entry, on), hours: hours.get(entry.volunteer.id) ?? [],
    interests: interests.get(entry.card.id) ?? [], languages: languages.get(entry.card.id) ?? [],
  }));
}

/** The same for a person who may see volunteers. */
export async function listEligibleHelpers(session: Session, programmeId: string, on: string): Promise<HelperOffer[]> {
  requireCapability(session.actor, "volunteers.read");
  return session.read(async (tx) => {
    await readProgramme(tx, session.actor, programmeId);
    return eligibleHelpers(tx, session.actor.orgId, programmeId, on);
  });
}

function offerOf({ volunteer, card, standing }: RosterEntry, on: string): Omit<HelperOffer, "hours" | "interests" | "languages"> {
  const { requirements, mayServe, accompanied, status, since } = standing;
  return {
    volunteerId: volunteer.id, personId: card.id, name: card.preferredName ?? card.name, sex: card.sex, birthOn: card.birthOn,
    communityId: card.communityId, laneId: card.laneId, skills: volunteer.skills, capacity: volunteer.capacity,
    placement: status === "reserve" ? "reserve" : "service_team",
    eligible: { fromOn: since ?? on, untilOn: firstEnd(requirements, ["approval", "placement"]) },
    mayServe, mayServeUntilOn: mayServe ? firstEnd(requirements, ["approval", "placement", "service"]) : null, accompanied,
    readiness: readinessOf(requirements, status === "reserve" ? "reserve" : "service_team"),
    missing: requirements.filter(({ state }) => state !== "met" && state !== "exempt").map(({ key }) => key),
  };
}

function firstEnd(states: readonly RequirementState[], stages: readonly Stage[]): string | null {
  return states.filter(({ stage }) => stages.includes(stage)).flatMap(({ lastValidOn }) => lastValidOn ?? []).sort()[0] ?? null;
}

import { requireCapability } from "#platform/access/can.ts";
import { personCards } from "#people/index.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { Programme } from "../../store/programmes.ts";
import { selectInterviews, type Interview } from "../../store/recruitment.ts";
import { readProgramme } from "../ground.ts";
import { loadRoster } from "../volunteers/roster.ts";
import { placesOf } from "./places-of.ts";

/** How a programme's recruitment stands. */
export interface Recruitment {
  readonly programme: Programme;
  readonly held: number;
  /** Null where the programme names no number of places. */
  readonly left: number | null;
  readonly waiting: readonly { readonly volunteerId: string; readonly name: string; readonly since: string; readonly minutes: number }[];
  /** From today on, the next first. */
  readonly interviews: readonly (Interview & { readonly name: string })[];
  /** Applied, not placed yet, and no interview agreed: who is to be rung. */
  readonly toMeet: readonly { readonly volunteerId: string; readonly name: string; readonly signedUpAt: string }[];
}

/** The board of one programme: places, who waits, who is met when. The reading is written down. */
export async function showRecruitment(session: Session, programmeId: string): Promise<Recruitment> {
  const { actor, today } = session;
  requireCapability(actor, "volunteers.read");
  return session.write("volunteering.show-recruitment", null, async (tx) => {
    const programme = await readProgramme(tx, actor, programmeId);
    const { held, left, waiting } = await placesOf(tx, actor.orgId, programme, today);
    const roster = await loadRoster(tx, actor.orgId, programmeId, today);
    const people = new Map(roster.map((entry) => [entry.volunteer.id, entry]));
    const interviews = await selectInterviews(tx, actor.orgId, { programmeId, fromOn: today });
    const cards = await personCards(tx, actor.orgId, interviews.flatMap(({ volunteerId }) => people.get(volunteerId)?.card.id ?? []));
    const nameOf = (volunteerId: string) => { const id = people.get(volunteerId)?.card.id; const card = id === undefined ? undefined : cards.get(id); return card?.preferredName ?? card?.name ?? ""; };
    const agreed = new Set(interviews.filter(({ off }) => off === null).map(({ volunteerId }) => volunteerId));
    const waits = new Set(waiting.map(({ volunteerId }) => volunteerId));
    const toMeet = roster.filter(({ volunteer: { id }, standing }) => standing.status === "applicant" && !standing.declined && !agreed.has(id) && !waits.has(id)
      && standing.requirements.some(({ kind, state }) => kind === "interview" && state !== "met" && state !== "exempt"));
    await recordAudit(tx, actor, { action: "recruitment.read", subjectKind: "programme", subjectId: programmeId });
    return {
      programme, held, left: programme.places === null ? null : left,
      waiting: waiting.map(({ volunteerId, name, since, minutes }) => ({ volunteerId, name, since, minutes })),
      interviews: interviews.map((one) => ({ ...one, name: nameOf(one.volunteerId) })),
      toMeet: toMeet.map(({ volunteer: { id, signedUpAt }, card }) => ({ volunteerId: id, name: card.preferredName ?? card.name, signedUpAt })),
    };
  });
}

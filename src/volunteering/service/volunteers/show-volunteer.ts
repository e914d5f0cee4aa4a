import { interestsOf, languagesOf, personCards, relativesOf, type PersonCard, type Relative } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { WeeklyHours } from "../../model/availability/weekly-hours.ts";
import { pathwayTimeline, volunteerStatus, type VolunteerStatus } from "../../model/pathway/volunteer-status.ts";
import { type Agreement, type AgreementTemplate, selectAgreements, selectTemplates } from "../../store/agreements.ts";
import type { RecordedFact } from "../../store/facts.ts";
import { type NamedRequirement, selectPolicies } from "../../store/policies.ts";
import type { Programme } from "../../store/programmes.ts";
import { selectHours, type Volunteer } from "../../store/volunteers.ts";
import { factsOf } from "../facts-of.ts";
import { birthOf, readProgramme, readVolunteer } from "../ground.ts";

/** Everything the coordinator's page of one volunteer shows. */
export interface VolunteerPage {
  readonly volunteer: Volunteer;
  readonly programme: Programme;
  readonly card: PersonCard;
  readonly relatives: readonly Relative[];
  readonly interests: readonly string[];
  readonly languages: readonly string[];
  readonly hours: readonly WeeklyHours[];
  readonly standing: VolunteerStatus;
  /** Every change of status so far, oldest first. */
  readonly timeline: readonly VolunteerStatus[];
  /** Every fact, corrected ones too, in the order they happened. */
  readonly facts: readonly RecordedFact[];
  readonly requirements: readonly NamedRequirement[];
  readonly agreements: readonly Agreement[];
  readonly templates: readonly AgreementTemplate[];
}

/** Opens one volunteer's file; that it was opened is written down. */
export async function showVolunteer(session: Session, volunteerId: string): Promise<VolunteerPage> {
  const { actor, today } = session;
  requireCapability(actor, "volunteers.read");
  return session.write("volunteering.show-volunteer", null, async (tx) => {
    const { orgId } = actor;
    const volunteer = await readVolunteer(tx, actor, volunteerId);
    const { personId, programmeId } = volunteer;
    const policies = await selectPolicies(tx, orgId, programmeId);
    const facts = await factsOf(tx, orgId, volunteer);
    const card = (await personCards(tx, orgId, [personId])).get(personId)!;
    const file = { birthOn: birthOf(card), facts };
    const standing = volunteerStatus(policies, file, today);
    const judgedBy = policies.find(({ version }) => version === standing.version);
    await recordAudit(tx, actor, { action: "volunteer.read", subjectKind: "volunteer", subjectId: volunteerId });
    return {
      volunteer, card, facts, standing, timeline: pathwayTimeline(policies, file, today), requirements: judgedBy?.requirements ?? [],
      programme: await readProgramme(tx, actor, programmeId),
      relatives: (await relativesOf(tx, orgId, [card.id])).get(card.id) ?? [],
      interests: (await interestsOf(tx, orgId, [card.id])).get(card.id) ?? [],
      languages: (await languagesOf(tx, orgId, [card.id])).get(card.id) ?? [],
      hours: (await selectHours(tx, orgId, [volunteerId])).get(volunteerId) ?? [],
      agreements: await selectAgreements(tx, orgId, volunteerId),
      templates: await selectTemplates(tx, orgId, programmeId),
    };
  });
}

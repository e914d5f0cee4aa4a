import { z } from "zod";
import { interestsOf, languagesOf, setInterests, setLanguages } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { expectVersion } from "#platform/db/version.ts";
import { updateVolunteer } from "../../store/volunteers.ts";
import { holdVolunteer, keepingPersons } from "../ground.ts";

const text = (most: number) => z.string().trim().max(most, "volunteering.text_too_long").default("");
const words = z.array(z.string().trim().min(1).max(40, "volunteering.text_too_long")).max(20).default([]);

export const VolunteerDescription = z.object({
  volunteerId: z.uuid(),
  affiliation: text(100), subject: text(100), motivation: text(1000),
  skills: words, interests: words, languages: words,
  /** How many people they are willing to befriend at a time. */
  capacity: z.number().int().min(0).max(20),
  version: z.number().int(),
});
export type VolunteerDescription = z.output<typeof VolunteerDescription>;

const FIELDS = ["affiliation", "subject", "motivation", "skills", "capacity"] as const;

/** Changes what describes a volunteer; interests and languages stand with the person, so that everybody sees the same. */
export async function describeVolunteer(session: Session, input: VolunteerDescription): Promise<void> {
  const { actor } = session;
  requireCapability(actor, "volunteers.manage");
  await session.write("volunteering.describe-volunteer", input, async (tx) => {
    const { volunteerId, version, interests, languages, ...own } = input;
    const volunteer = await holdVolunteer(tx, actor, volunteerId);
    expectVersion(volunteer, { ...own, version }, FIELDS);
    const { personId } = volunteer;
    await updateVolunteer(tx, actor.orgId, volunteerId, own, version);
    const [liked, spoken] = [await interestsOf(tx, actor.orgId, [personId]), await languagesOf(tx, actor.orgId, [personId])];
    if (!same(liked.get(personId), interests)) await setInterests(keepingPersons(session), tx, personId, interests);
    if (!same(spoken.get(personId), languages)) await setLanguages(keepingPersons(session), tx, personId, languages);
    const changed = FIELDS.filter((field) => JSON.stringify(volunteer[field]) !== JSON.stringify(own[field]));
    await recordAudit(tx, actor, { action: "volunteer.described", subjectKind: "volunteer", subjectId: volunteerId, details: { changed } });
    return null;
  });
}

function same(a: readonly string[] | undefined, b: readonly string[]): boolean {
  return [...(a ?? [])].sort().join("\n") === [...b].sort().join("\n");
}

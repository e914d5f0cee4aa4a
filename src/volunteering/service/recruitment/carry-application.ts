import { personCards, whoAllows } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { volunteeringText } from "../../messages/index.ts";
import { firstSignUp, selectVolunteer } from "../../store/volunteers.ts";
import { applicationPass } from "./passes.ts";
import type { ApplicationLetter } from "./post-application.ts";

/** What carries letters of this slice outside acts with this. */
export const CARRY_APPLICATIONS = "applications.carry";

/**
 * The text to an applicant's own mobile, if they may be contacted: that there is news, and the address of their own page. It passes machines nobody
 * here keeps, so it names no programme, nobody, and not what the news is.
 *
 * @param pageOf the whole address of an applicant's page
 */
export async function carryApplication(session: Session, { volunteerId }: ApplicationLetter, pageOf: (pass: string) => string): Promise<readonly { readonly to: string; readonly text: string }[]> {
  const { actor: { orgId }, today } = session;
  requireCapability(session.actor, CARRY_APPLICATIONS);
  return session.read(async (tx) => {
    const volunteer = await selectVolunteer(tx, orgId, volunteerId);
    const signUpId = volunteer && await firstSignUp(tx, orgId, volunteerId);
    if (!signUpId || !(await whoAllows(tx, orgId, [volunteer.personId], "contact", today)).has(volunteer.personId)) return [];
    const card = (await personCards(tx, orgId, [volunteer.personId])).get(volunteer.personId);
    const mobile = card?.phones.find(({ kind, whose }) => kind === "mobile" && whose === "self");
    if (!card || !mobile || card.deceasedOn !== null || card.withheldOn !== null) return [];
    return [{ to: mobile.value, text: volunteeringText.zh.recruitment.text(pageOf(applicationPass(session.keys, signUpId))) }];
  });
}

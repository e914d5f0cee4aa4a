import { Refusal } from "#kernel/refusal.ts";
import { createPersons, findSamePersons, identitiesOf, type NewConsent, recordConsents } from "#people/index.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { ageBandOn } from "../../model/pathway/age-bands.ts";
import type { Evidence } from "../../model/pathway/fact.ts";
import { GUARDIAN_CONSENT } from "../../model/pathway/judgement.ts";
import { CONSENT_PURPOSES } from "../../model/sign-up/choices.ts";
import { WAITING } from "../../model/recruitment/waiting.ts";
import { isTakenForSame } from "../../model/sign-up/same-person.ts";
import { hoursOf, type SignUpForm, signUpFaults } from "../../model/sign-up/sign-up-form.ts";
import { insertFacts } from "../../store/facts.ts";
import { insertSignUps, insertVolunteer, selectVolunteersOfPersons } from "../../store/volunteers.ts";
import { keepingPersons } from "../ground.ts";
import { applicationPass } from "../recruitment/passes.ts";
import { holdPublicProgramme, type PublicProgramme } from "./public-programmes.ts";
import { personOfForm } from "./person-of-form.ts";

/**
 * Somebody signs up on the public page. The answer never tells whether they
 * were known before: a second sign-up is thanked like the first, and the code of
 * its page shows what a new sign-up would be shown.
 *
 * @param consentText the words beside the ticks, as they were shown
 */
export async function signUpPublicly(session: Session, slug: string, form: SignUpForm, consentText: { language: "zh" | "en"; text: string }): Promise<{ pass: string | null }> {
  const { actor, today, now } = session;
  return session.write("volunteering.sign-up-publicly", { slug, form }, async (tx) => {
    const programme = await holdPublicProgramme(tx, session, slug);
    if (programme.taking !== "yes" && programme.taking !== "wait") throw new Refusal("conflict", CLOSED[programme.taking]);
    const faults = signUpFaults(form, programme, today);
    if (faults.length > 0) throw new Refusal("invalid_input", "volunteering.form_incomplete", { fields: faults });
    const minor = ageBandOn(programme.ageBands, form.birthOn, today)?.rule === "guardian";
    const personId = await personFor(session, tx, form, minor);
    const answers = { ...form };
    const known = await volunteerOf(tx, actor.orgId, programme.id, personId);
    const volunteerId = known ?? await insertVolunteer(tx, actor.orgId, {
      programmeId: programme.id, personId, signedUpAt: now.toISOString(), affiliation: form.affiliation, subject: form.subject, area: form.area,
      motivation: form.motivation, hoursText: form.timesText, skills: form.skills, capacity: 1, hours: hoursOf(form),
    });
    if (volunteerId === undefined) return { pass: null };
    const [signUpId] = await insertSignUps(tx, actor.orgId, [{ volunteerId, channel: "public", sentAt: now.toISOString(), answers }]);
    if (known === undefined) {
      await insertFacts(tx, actor.orgId, firstFacts(programme, today, minor).map((fact) => ({ volunteerId, fact })), { recordedBy: actor.accountId, recordedByName: actor.name });
      await recordConsents(keepingPersons(session), tx, consentsOf(form, personId, minor, today, consentText));
    }
    await recordAudit(tx, actor, { action: "volunteer.signed_up", subjectKind: "volunteer", subjectId: volunteerId, details: { channel: "public", again: known !== undefined } });
    return { pass: applicationPass(session.keys, signUpId!) };
  });
}

const CLOSED = { closed: "volunteering.sign_up_closed", not_yet: "volunteering.sign_up_not_open", full: "volunteering.places_taken" } as const;

/** The person behind the form: one known by the same name, phone and birth, else a new record. */
async function personFor(session: Session, tx: Tx, form: SignUpForm, minor: boolean): Promise<string> {
  const phones = form.phone === null ? [] : [form.phone];
  const [matches = []] = await findSamePersons(keepingPersons(session), tx, [{ name: form.name, birthOn: form.birthOn, phones }]);
  const same = matches.filter((match) => isTakenForSame(match, { name: form.name, birth: form.birthOn }));
  if (same.length === 1) return same[0]!.personId;
  const [created] = await createPersons(keepingPersons(session), tx, [personOfForm(form, minor)], { source: "sign_up", audit: "each" });
  return created!;
}

async function volunteerOf(tx: Tx, orgId: string, programmeId: string, personId: string): Promise<string | undefined> {
  const records = (await identitiesOf(tx, orgId, [personId])).get(personId) ?? [personId];
  return (await selectVolunteersOfPersons(tx, orgId, records)).find((one) => one.programmeId === programmeId)?.id;
}

/** The application is made, or waits for a place; what a guardian ticked waits until somebody has spoken with them. */
function firstFacts({ requirements, taking }: PublicProgramme, on: string, minor: boolean): Omit<Evidence, "id">[] {
  const base = { kind: "evidence" as const, on, quantity: 1 };
  return [
    ...requirements.filter(({ kind }) => kind === "application").map(({ key }) => ({ ...base, requirement: key, ...(taking === "wait" ? { result: "pending" as const, reference: WAITING } : { result: "met" as const }) })),
    ...(minor ? [{ ...base, requirement: GUARDIAN_CONSENT, result: "pending" as const }] : []),
  ];
}

/** One row per purpose asked about, a no as well as a yes; for a minor the guardian speaks. */
function consentsOf(form: SignUpForm, personId: string, minor: boolean, fromOn: string, text: { language: "zh" | "en"; text: string }): NewConsent[] {
  return CONSENT_PURPOSES.map((purpose) => ({
    personId, purpose, state: form[purpose] ? "given" as const : "refused" as const, fromOn, channel: "online" as const, text,
    ...(minor ? { capacity: "guardian" as const, byName: form.guardianName } : { capacity: "self" as const }),
  }));
}

import { z } from "zod";
import { isDay } from "#kernel/calendar.ts";
import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { closedFor } from "../../model/opening.ts";
import { SIGN_UP } from "../../model/policy.ts";
import { holdOccasion } from "../ground.ts";
import { enrol } from "./enrol.ts";
import { passOf } from "./passes.ts";
import { personOfSignUp } from "./person-of-sign-up.ts";

export const PublicSignUp = z.object({
  name: z.string().trim().min(1).max(40),
  phone: z.string().trim().regex(/^[0-9+\s-]{7,20}$/, { error: "activities.no_phone" }),
  birthOn: z.string().refine(isDay).optional(),
  needs: z.string().trim().max(300).default(""),
  companion: z.string().trim().max(40).default(""),
});
export type PublicSignUp = z.input<typeof PublicSignUp>;

/** Signs somebody up on the public page. Whether they were known, or signed up already, the answer does not tell. */
export async function signUpPublicly(session: Session, sessionId: string, form: PublicSignUp): Promise<{ pass: string }> {
  const { actor, now, today } = session;
  requireCapability(actor, SIGN_UP);
  const { name, phone, birthOn = null, needs, companion } = PublicSignUp.parse(form);
  return session.write("activities.sign_up_publicly", { sessionId, form }, async (tx) => {
    const planned = await holdOccasion(tx, actor.orgId, sessionId); // before anything else: see lockOccasions
    const closed = closedFor("public", planned.occasion, planned.series, now);
    if (closed) throw new Refusal(closed === "not_open" ? "not_found" : "conflict", closed === "not_open" ? "activities.session_not_found" : `activities.${closed}`);
    const { minAge, maxAge } = planned.series.rules.eligibility;
    const refuse = (reason: `activities.${string}`) => new Refusal("invalid_input", reason, { fields: [{ field: "birthOn", reason }] });
    if ((minAge !== null || maxAge !== null) && birthOn === null) throw refuse("activities.birth_needed");
    if (birthOn !== null && birthOn > today) throw refuse("activities.birth_needed");
    const personId = await personOfSignUp(session, tx, { name, phone, birthOn });
    const { registrationId } = await enrol(session, tx, planned, { personId, role: "participant", needs, channel: "public", companions: companion === "" ? [] : [{ personId: null, name: companion, needs: "" }] }, { quietly: true });
    return { pass: passOf(session.keys, registrationId) };
  });
}

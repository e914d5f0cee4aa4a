import { addDays } from "#kernel/calendar.ts";
import type { Session } from "#platform/db/session.ts";
import { previewReferral, sendReferral, type Wish } from "./service/send-referral.ts";

/** What working with referrals takes. */
export const REFERRAL_CAPABILITIES = ["people.read", "people.write", "outreach.work", "cases.work", "referrals.work"] as const;

/** Sends a made-up referral; its id. The person must have agreed to sharing. */
export async function givenReferral(session: Session, personId: string, given: Partial<Wish> = {}): Promise<string> {
  const wish: Wish = { personId, caseId: null, toName: given.toOrg ? "" : "北山区残疾人联合会", topic: "employment", words: "想找离家近的工作", dueOn: addDays(session.today, 7), parts: ["birth"], ...given };
  const { seen } = await previewReferral(session, wish);
  return (await sendReferral(session, { ...wish, seen })).id;
}

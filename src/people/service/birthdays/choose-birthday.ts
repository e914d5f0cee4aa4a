import { authorise } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { BirthdayChoice } from "../../model/birthdays.ts";
import { WRITE_PERSON } from "../../model/policy.ts";
import { insertBirthdayChoice } from "../../store/facts/birthdays.ts";
import { requirePersons } from "../persons/require-persons.ts";

/** Writes down by which calendar somebody keeps their birthday; what was said before stays. */
export async function chooseBirthday(session: Session, personId: string, choice: BirthdayChoice): Promise<void> {
  const { actor } = session;
  authorise(actor, WRITE_PERSON, { orgId: actor.orgId });
  return session.write("people.choose-birthday", { personId, choice }, async (tx) => {
    await requirePersons(tx, actor.orgId, [personId]);
    await insertBirthdayChoice(tx, actor.orgId, personId, choice, { byAccount: actor.accountId, byName: actor.name });
    await recordAudit(tx, actor, { action: "person.birthday_chosen", subjectKind: "person", subjectId: personId, details: { calendar: choice.calendar } });
  });
}

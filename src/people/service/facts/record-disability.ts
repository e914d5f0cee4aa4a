import { Refusal } from "#kernel/refusal.ts";
import { authorise } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { WRITE_PERSON } from "../../model/policy.ts";
import { replaceDisability } from "../../store/facts/dated-facts.ts";
import { requirePersons } from "../persons/require-persons.ts";

export interface RecordDisability {
  readonly personId: string;
  /** 1–7 and 1–4 as the certificate has them; both null when there is none any more. */
  readonly type: number | null;
  readonly grade: number | null;
  readonly fromOn: string | null;
}

/** Records kind and grade from a certificate (残疾人证). What was recorded before ends; it is never judged here. */
export async function recordDisability(session: Session, { personId, type, grade, fromOn }: RecordDisability): Promise<void> {
  const { actor, today } = session;
  authorise(actor, WRITE_PERSON, { orgId: actor.orgId });
  if (fromOn && fromOn > today) throw new Refusal("invalid_input", "platform.check_fields", { fields: [{ field: "fromOn", reason: "person.in_future" }] });
  return session.write("people.record-disability", { personId, type, grade, fromOn }, async (tx) => {
    await requirePersons(tx, actor.orgId, [personId]);
    await replaceDisability(tx, actor.orgId, personId, { type, grade, fromOn }, today);
    await recordAudit(tx, actor, { action: "person.disability_recorded", subjectKind: "person", subjectId: personId, details: { fromOn } });
  });
}

import { Refusal } from "#kernel/refusal.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { certificateState } from "../../model/certificate/certificate-life.ts";
import { readStatement } from "../../model/certificate/document.ts";
import { MEMBER, OWN } from "../../model/policy.ts";
import { insertObjection, selectCertificate, selectOnShow } from "../../store/certificates.ts";
import { found } from "../ground.ts";

/** A certificate as members see it during its days on show: the family name only. */
export interface OnShow {
  readonly id: string;
  readonly name: string;
  readonly volunteerNumber: string;
  readonly fromOn: string;
  readonly untilOn: string;
  readonly minutes: number;
  readonly issuedOn: string;
  readonly shownUntilOn: string;
}

/** Certificates on show to the organisation's members (公示). */
export async function listOnShow(session: Session): Promise<OnShow[]> {
  const { actor, today } = session;
  requireMember(session);
  const rows = await session.read((tx) => selectOnShow(tx, actor.orgId, today));
  return rows.map(({ id, document, fromOn, untilOn, minutes, issuedOn, shownUntilOn }) => {
    const { volunteer } = readStatement(document);
    return { id, name: `${Array.from(volunteer.name)[0] ?? ""}**`, volunteerNumber: volunteer.number, fromOn, untilOn, minutes, issuedOn, shownUntilOn };
  });
}

/** A member objects to a certificate while it is on show; those who issue read it. */
export async function objectToCertificate(session: Session, input: { readonly certificateId: string; readonly words: string }): Promise<void> {
  const { actor, now, today } = session;
  requireMember(session);
  await session.write("hours.object", input, async (tx) => {
    const certificate = found(await selectCertificate(tx, actor.orgId, { id: input.certificateId }), "hours.certificate_not_found");
    if (certificateState(certificate, today) !== "on_show") throw new Refusal("conflict", "hours.not_on_show");
    await insertObjection(tx, actor.orgId, { ...input, byAccount: actor.accountId, byName: actor.name, at: now.toISOString() });
    await recordAudit(tx, actor, { action: "certificate.objected", subjectKind: "certificate", subjectId: input.certificateId });
    return null;
  });
}

function requireMember({ actor }: Session): void {
  if (!actor.capabilities.has(MEMBER) && !actor.capabilities.has(OWN)) throw new Refusal("forbidden", "access.not_allowed");
}

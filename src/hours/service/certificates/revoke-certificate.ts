import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import type { RevocationReason } from "../../model/certificate/certificate-life.ts";
import { ISSUE } from "../../model/policy.ts";
import { insertRevocation, selectCertificate } from "../../store/certificates.ts";
import { found, insist, ownIds } from "../ground.ts";

/** Revokes a certificate with a reason, for good. It stays in the register; the public page says so from now on. */
export async function revokeCertificate(session: Session, input: { readonly certificateId: string; readonly reason: RevocationReason; readonly words: string }): Promise<void> {
  const { actor, now, today } = session;
  requireCapability(actor, ISSUE);
  await session.write("hours.revoke", input, async (tx) => {
    const certificate = found(await selectCertificate(tx, actor.orgId, { id: input.certificateId }), "hours.certificate_not_found");
    if ((await ownIds(tx, actor)).includes(certificate.personId)) insist({ allowed: false, reason: "own_application" });
    const first = await insertRevocation(tx, actor.orgId, { ...input, revokedOn: today, byAccount: actor.accountId, byName: actor.name, at: now.toISOString() });
    if (!first) insist({ allowed: false, reason: "revoked_already" });
    await recordAudit(tx, actor, { action: "certificate.revoked", subjectKind: "certificate", subjectId: input.certificateId, details: { number: certificate.number, reason: input.reason } });
    return null;
  });
}

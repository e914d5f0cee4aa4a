import { findOrganization } from "#identity/index.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { certificateState } from "../../model/certificate/certificate-life.ts";
import { readStatement } from "../../model/certificate/document.ts";
import { ISSUE, OWN } from "../../model/policy.ts";
import { changedSince, selectCertificate, selectCertificateEntries, selectObjections } from "../../store/certificates.ts";
import { selectEntries } from "../../store/entries.ts";
import { found, ownIds } from "../ground.ts";

/** One certificate: what it states, how it stands, and for staff what was said about it and the rows it was counted from. One's own, or with `certificates.issue`. */
export async function showCertificate(session: Session, certificateId: string) {
  const { actor, today } = session;
  const staff = actor.capabilities.has(ISSUE);
  return session.write("hours.show-certificate", null, async (tx) => {
    const certificate = await selectCertificate(tx, actor.orgId, { id: certificateId });
    const own = certificate !== undefined && actor.capabilities.has(OWN) && (await ownIds(tx, actor)).includes(certificate.personId);
    const mine = found(staff || own ? certificate : undefined, "hours.certificate_not_found");
    await recordAudit(tx, actor, { action: "certificate.read", subjectKind: "certificate", subjectId: certificateId });
    return {
      certificate: mine, statement: readStatement(mine.document), state: certificateState(mine, today), slug: (await findOrganization(tx, actor.orgId))?.slug ?? "",
      objections: staff ? await selectObjections(tx, actor.orgId, certificateId) : [], changed: staff ? await changedSince(tx, actor.orgId, certificateId) : 0,
      entries: staff ? await selectEntries(tx, actor.orgId, await selectCertificateEntries(tx, actor.orgId, certificateId)) : [],
    };
  });
}

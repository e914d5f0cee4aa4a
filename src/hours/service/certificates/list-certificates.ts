import { z } from "zod";
import { personCards, personIdsOf } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Page } from "#platform/db/keyset.ts";
import type { Session } from "#platform/db/session.ts";
import { CERTIFICATE_STATES, certificateState, type CertificateState } from "../../model/certificate/certificate-life.ts";
import { readCertificateNumber } from "../../model/certificate/number.ts";
import { ISSUE } from "../../model/policy.ts";
import { selectOpenApplications, type Application } from "../../store/applications.ts";
import { listRegister, type Certificate, type CertificateFilter } from "../../store/certificates.ts";

export const RegisterFilter = z.object({
  state: z.enum(CERTIFICATE_STATES).optional(),
  /** A number or a name as typed. */
  q: z.string().trim().max(60).optional(),
  after: z.string().optional(),
});
export type RegisterFilter = z.infer<typeof RegisterFilter>;

export interface RegisterLine extends Omit<Certificate, "document"> {
  readonly name: string;
  readonly state: CertificateState;
}

/** The register of certificates (登记簿), the latest first, with the applications that wait. */
export async function listCertificates(session: Session, filter: RegisterFilter): Promise<{ page: Page<RegisterLine>; applications: readonly (Application & { name: string; accepted: boolean })[] }> {
  const { actor, today } = session;
  requireCapability(actor, ISSUE);
  return session.read(async (tx) => {
    const page = await listRegister(tx, actor.orgId, await filterOf(session, tx, filter), today, { after: filter.after });
    const open = await selectOpenApplications(tx, actor.orgId);
    const cards = await personCards(tx, actor.orgId, open.map(({ personId }) => personId));
    return { page: { ...page, rows: await linesOf(session, tx, page.rows) }, applications: open.map((one) => ({ ...one, name: cards.get(one.personId)?.name ?? "" })) };
  });
}

const MOST_EXPORTED = 20_000;

/** The register as rows of a file; that it left is written down. */
export async function exportRegister(session: Session, filter: RegisterFilter): Promise<RegisterLine[]> {
  const { actor, today } = session;
  requireCapability(actor, ISSUE);
  return session.write("hours.export-register", null, async (tx) => {
    const { rows } = await listRegister(tx, actor.orgId, await filterOf(session, tx, filter), today, { limit: MOST_EXPORTED });
    await recordAudit(tx, actor, { action: "register_book.exported", subjectKind: "list", subjectId: "certificates", details: { rows: rows.length } });
    return linesOf(session, tx, rows);
  });
}

async function filterOf({ actor, today }: Session, tx: Tx, { state, q }: RegisterFilter): Promise<CertificateFilter> {
  const number = q ? readCertificateNumber(q) : null;
  if (number !== null) return { state, number };
  return { state, personIds: q ? await personIdsOf(tx, actor.orgId, { q, role: "volunteer" }, today) : undefined };
}

async function linesOf({ actor, today }: Session, tx: Tx, rows: readonly Certificate[]): Promise<RegisterLine[]> {
  const cards = await personCards(tx, actor.orgId, rows.map(({ personId }) => personId));
  return rows.map(({ document: _, ...row }) => ({ ...row, name: cards.get(row.personId)?.name ?? "", state: certificateState(row, today) }));
}

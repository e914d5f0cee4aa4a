import { createHash } from "node:crypto";
import { Refusal } from "#kernel/refusal.ts";
import { personCards } from "#people/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Session } from "#platform/db/session.ts";
import { LARGEST_PAPER_BYTES, paperType, type PaperType } from "../../model/pathway/paper.ts";
import { selectAgreements, selectTemplate, type Agreement, type AgreementTemplate } from "../../store/agreements.ts";
import { insertScan, selectPaper, selectScans, type Scan } from "../../store/scans.ts";
import { found, readProgramme, readVolunteer } from "../ground.ts";
import { hashOfText } from "./hash-of-text.ts";

/** The words somebody signed, as they were then, with what proves it. */
export interface SignedAgreement {
  readonly agreement: Agreement;
  readonly text: AgreementTemplate;
  /** The fingerprint reckoned now from the kept words is the one signed then. */
  readonly proven: boolean;
  readonly scans: readonly Scan[];
  readonly name: string;
  readonly programmeId: string;
  readonly programmeName: string;
}

export interface AgreementAddress {
  readonly volunteerId: string;
  readonly agreementId: string;
}

/** Shows what was signed, whatever was published since; the reading is written down. */
export async function showAgreement(session: Session, { volunteerId, agreementId }: AgreementAddress): Promise<SignedAgreement> {
  const { actor } = session;
  requireCapability(actor, "volunteers.read");
  return session.write("volunteering.show-agreement", null, async (tx) => {
    const { volunteer, agreement } = await agreementOf(session, tx, { volunteerId, agreementId });
    const text = found(await selectTemplate(tx, actor.orgId, agreement.templateId), "volunteering.agreement_not_found");
    const card = (await personCards(tx, actor.orgId, [volunteer.personId])).get(volunteer.personId);
    await recordAudit(tx, actor, { action: "agreement.read", subjectKind: "volunteer", subjectId: volunteerId, details: { agreementId } });
    return {
      agreement, text, proven: hashOfText(text).toString("hex") === agreement.textHash, scans: await selectScans(tx, actor.orgId, agreementId),
      name: card?.preferredName ?? card?.name ?? "", programmeId: volunteer.programmeId, programmeName: (await readProgramme(tx, actor, volunteer.programmeId)).name,
    };
  });
}

/** Keeps the paper somebody signed beside what was recorded of it. */
export async function keepPaper(session: Session, { content, ...address }: AgreementAddress & { readonly content: Buffer }): Promise<{ hash: string }> {
  const { actor, now } = session;
  requireCapability(actor, "volunteers.manage");
  const mediaType = paperType(content);
  if (mediaType === null) throw atFile("unsupported_type", "volunteering.paper_kind");
  if (content.length > LARGEST_PAPER_BYTES) throw atFile("too_large", "volunteering.paper_too_large");
  const contentHash = createHash("sha256").update(content).digest();
  return session.write("volunteering.keep-paper", { ...address, hash: contentHash.toString("hex") }, async (tx) => {
    await agreementOf(session, tx, address);
    await insertScan(tx, actor.orgId, { agreementId: address.agreementId, contentHash, mediaType, content, addedBy: actor.accountId, addedByName: actor.name, addedAt: now.toISOString() });
    await recordAudit(tx, actor, { action: "agreement.paper_kept", subjectKind: "volunteer", subjectId: address.volunteerId, details: { agreementId: address.agreementId, hash: contentHash.toString("hex") } });
    return { hash: contentHash.toString("hex") };
  });
}

/** Hands the paper out; that it was is written down. */
export async function openPaper(session: Session, { hash, ...address }: AgreementAddress & { readonly hash: string }): Promise<{ mediaType: PaperType; content: Buffer }> {
  const { actor } = session;
  requireCapability(actor, "volunteers.read");
  return session.write("volunteering.open-paper", null, async (tx) => {
    await agreementOf(session, tx, address);
    const paper = found(await selectPaper(tx, actor.orgId, address.agreementId, hash), "volunteering.agreement_not_found");
    await recordAudit(tx, actor, { action: "agreement.paper_read", subjectKind: "volunteer", subjectId: address.volunteerId, details: { agreementId: address.agreementId } });
    return paper;
  });
}

async function agreementOf({ actor }: Session, tx: Tx, { volunteerId, agreementId }: AgreementAddress) {
  const volunteer = await readVolunteer(tx, actor, volunteerId);
  const agreement = (await selectAgreements(tx, actor.orgId, volunteerId)).find(({ id }) => id === agreementId);
  return { volunteer, agreement: found(agreement, "volunteering.agreement_not_found") };
}

function atFile(kind: "unsupported_type" | "too_large", reason: "volunteering.paper_kind" | "volunteering.paper_too_large"): Refusal {
  return new Refusal(kind, reason, { fields: [{ field: "file", reason }] });
}

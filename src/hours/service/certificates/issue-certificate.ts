import { randomInt } from "node:crypto";
import { findOrganization } from "#identity/index.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { decideStep, shownUntil } from "../../model/certificate/certificate-life.ts";
import { certificateText, withSignature } from "../../model/certificate/document.ts";
import { certificateNumber, CHANCE_SIGNS, NUMBER_SIGNS } from "../../model/certificate/number.ts";
import type { Statement } from "../../model/certificate/statement.ts";
import type { IssueForm } from "../../model/forms.ts";
import { ISSUE } from "../../model/policy.ts";
import { insertStep } from "../../store/applications.ts";
import { insertCertificate } from "../../store/certificates.ts";
import { keepKey, nextCertificateSerial } from "../../store/numbers.ts";
import { insist, insistFirst, ownIds } from "../ground.ts";
import { numberOf } from "../record/show-record.ts";
import { previewOf, type Preview } from "./show-application.ts";

/** The organisation's own word, never a standard's or an authority's. */
const WORDING = "本机构出具";

/** Issues a certificate (开具): numbers it, signs what it states, and enters it in the register. From now on it is on show (公示). */
export async function issueCertificate(session: Session, applicationId: string, form: IssueForm): Promise<{ id: string; number: string }> {
  const { actor, now, today } = session;
  requireCapability(actor, ISSUE);
  return session.write("hours.issue", { applicationId, ...form }, async (tx) => {
    const year = Number(today.slice(0, 4));
    const serial = await nextCertificateSerial(tx, actor.orgId, year); // from here on one at a time
    const preview = await previewOf(tx, actor.orgId, applicationId);
    const own = (await ownIds(tx, actor)).includes(preview.application.personId);
    insist(decideStep(preview.state, "issued", { own, minutes: preview.minutes }));
    const number = certificateNumber(year, serial, Array.from({ length: CHANCE_SIGNS }, () => NUMBER_SIGNS[randomInt(NUMBER_SIGNS.length)]).join(""));
    const organization = await findOrganization(tx, actor.orgId);
    const statement = stateWhat(preview, { number, volunteerNumber: await numberOf(tx, actor.orgId, preview.personIds), organization: organization?.name ?? "", handler: actor.name, today, form });
    const signer = session.keys.signer();
    await keepKey(tx, actor.orgId, signer);
    const text = certificateText(statement, signer.keyId);
    const { personId, fromOn, untilOn } = preview.application;
    const id = await insertCertificate(tx, actor.orgId, {
      applicationId, personId, year, serial, number, fromOn, untilOn, minutes: preview.minutes, issuedOn: today, shownUntilOn: shownUntil(today),
      document: withSignature(text, signer.sign(Buffer.from(text))), keyId: signer.keyId, issuedBy: actor.accountId, issuedByName: actor.name, issuedAt: now.toISOString(),
    }, preview.counted.map((entry) => entry.id));
    insistFirst(await insertStep(tx, actor.orgId, { applicationId, seq: preview.steps.length + 1, kind: "issued", words: "", byAccount: actor.accountId, byName: actor.name, at: now.toISOString() }));
    await recordAudit(tx, actor, { action: "certificate.issued", subjectKind: "certificate", subjectId: id, details: { number, minutes: preview.minutes, entries: preview.counted.length } });
    return { id, number };
  });
}

interface IssuedBy {
  readonly number: string;
  readonly volunteerNumber: string;
  readonly organization: string;
  readonly handler: string;
  readonly today: string;
  readonly form: IssueForm;
}

function stateWhat({ application, name, minutes, lines }: Preview, { number, volunteerNumber, organization, handler, today, form }: IssuedBy): Statement {
  return {
    number, volunteer: { name, number: volunteerNumber }, service: { fromOn: application.fromOn, untilOn: application.untilOn, minutes, lines },
    issuer: { name: organization, head: form.head, handler, contact: form.contact }, issuedOn: today, wording: WORDING, notes: form.notes,
  };
}

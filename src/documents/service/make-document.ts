import { createHash } from "node:crypto";
import { recordAudit } from "#platform/audit/record.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { documentsText } from "../messages/index.ts";
import { textOf, type Format, type FormKey } from "../model/forms.ts";
import { insertMade, templateVersions } from "../store/templates.ts";
import { gatherFacts } from "./gather-facts.ts";
import { renderForm } from "./render-form.ts";

/** A form of a case, filled. Its name says what it is and of which case, never of whom. */
export interface Made { readonly bytes: Buffer; readonly fileName: string }

/** Makes a document for whoever may open the case; that it was made is a row with the template's version and the hash of what was given out. */
export async function makeDocument(session: Session, { caseId, form, format }: { caseId: string; form: FormKey; format: Format }): Promise<Made> {
  const { actor, today } = session;
  requireCapability(actor, "cases.work");
  const facts = await gatherFacts(session, caseId, form);
  const [latest] = await session.read((tx) => templateVersions(tx, actor.orgId, form));
  const text = textOf(form, latest);
  const title = documentsText.zh.forms[form];
  const reference = facts.fields.个案编号 ?? "";
  const bytes = await renderForm(text, facts, format, { title: `${title} ${reference}`, footer: `${facts.fields.机构 ?? ""}　${reference}` });
  const hash = (content: Buffer | string) => createHash("sha256").update(content).digest("hex");
  await session.write("documents.make", { caseId, form, format, at: session.now.toISOString() }, async (tx) => {
    const made = { form, format, templateVersion: latest?.text == null ? 0 : latest.version, templateHash: hash(text), contentHash: hash(bytes) };
    await insertMade(tx, { orgId: actor.orgId, caseId, personId: facts.personId, ...made, byAccount: actor.accountId, byName: actor.name });
    await recordAudit(tx, actor, { action: "document.made", subjectKind: "case", subjectId: caseId, details: { personId: facts.personId, ...made } });
    return null;
  });
  return { bytes, fileName: `${form}-${reference}-${today}.${format}` };
}

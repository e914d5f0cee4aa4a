import { createHash } from "node:crypto";
import { recordAudit } from "#platform/audit/record.ts";
import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { documentsText } from "../messages/index.ts";
import type { FormFacts } from "../model/catalogue.ts";
import { textOf, type CaseForm, type Format, type FormKey } from "../model/forms.ts";
import { insertMade, templateVersions } from "../store/templates.ts";
import { gatherFacts } from "./gather-facts.ts";
import { renderForm } from "./render-form.ts";

/** A filled form. Its name says what it is and of which case or session, never of whom. */
export interface Made { readonly bytes: Buffer; readonly fileName: string }

/** Makes a document for whoever may open the case. */
export async function makeDocument(session: Session, { caseId, form, format }: { caseId: string; form: CaseForm; format: Format }): Promise<Made> {
  requireCapability(session.actor, "cases.work");
  const { personId, ...facts } = await gatherFacts(session, caseId, form);
  const reference = facts.fields.个案编号 ?? "";
  return makeFile(session, { form, format, facts, name: reference, short: reference, of: { caseId, groupId: null, aboutId: null, personId }, subject: { subjectKind: "case", subjectId: caseId, details: { personId } } });
}

interface ToMake {
  readonly form: FormKey;
  readonly format: Format;
  readonly facts: FormFacts;
  /** Of what it is: in its title and at the foot of each page. */
  readonly name: string;
  /** The same in the file's name; nobody's name. */
  readonly short: string;
  readonly of: { readonly caseId: string | null; readonly groupId: string | null; readonly aboutId: string | null; readonly personId: string | null };
  readonly subject: { readonly subjectKind: string; readonly subjectId: string; readonly details: Readonly<Record<string, string>> };
}

/** Fills the template in force; that it was made is a row with the template's version and the hash of what was given out. */
export async function makeFile(session: Session, { form, format, facts, name, short, of, subject }: ToMake): Promise<Made> {
  const { actor, today } = session;
  const [latest] = await session.read((tx) => templateVersions(tx, actor.orgId, form));
  const text = textOf(form, latest);
  const bytes = await renderForm({ form, text, facts, title: `${documentsText.zh.forms[form]} ${name}`, footer: `${facts.fields.机构 ?? ""}　${name}` }, format);
  const hash = (content: Buffer | string) => createHash("sha256").update(content).digest("hex");
  await session.write("documents.make", { ...of, form, format, at: session.now.toISOString() }, async (tx) => {
    const made = { form, format, templateVersion: latest?.text == null ? 0 : latest.version, templateHash: hash(text), contentHash: hash(bytes) };
    await insertMade(tx, { orgId: actor.orgId, ...of, ...made, byAccount: actor.accountId, byName: actor.name });
    await recordAudit(tx, actor, { action: "document.made", ...subject, details: { ...subject.details, ...made } });
    return null;
  });
  return { bytes, fileName: `${[form, short, today].filter((part) => part !== "").join("-")}.${format}` };
}

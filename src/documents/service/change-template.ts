import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { requireCapability } from "#platform/access/can.ts";
import { recordAudit } from "#platform/audit/record.ts";
import type { Session } from "#platform/db/session.ts";
import { catalogueOf, FormKey } from "../model/forms.ts";
import { SHIPPED } from "../model/shipped/index.ts";
import { MOST_SIGNS, readTemplate } from "../model/template.ts";
import { insertTemplate, templateVersions } from "../store/templates.ts";

export const ChangeTemplate = z.object({
  form: FormKey,
  /** The version it was written over. */
  basis: z.coerce.number().int().min(0),
  /** Null: back to the shipped one. */
  text: z.string().trim().min(1).max(MOST_SIGNS).nullable(), note: z.string().trim().max(500).default(""),
});

/** Keeps a template as the next version. One with faults is refused, naming each placeholder, its line and what to write instead. */
export async function changeTemplate(session: Session, input: z.input<typeof ChangeTemplate>): Promise<{ version: number }> {
  const { actor } = session;
  const { form, basis, text, note } = ChangeTemplate.parse(input);
  requireCapability(actor, "cases.supervise");
  if (text !== null && readTemplate(text, catalogueOf(form)).faults.length > 0) throw new Refusal("invalid_input", "document.template_faults");
  return session.write("documents.change-template", input, async (tx) => {
    const [latest] = await templateVersions(tx, actor.orgId, form);
    if ((latest?.version ?? 0) !== basis) throw new Refusal("conflict", "document.changed_meanwhile");
    if ((text ?? SHIPPED[form]) === (latest?.text ?? SHIPPED[form])) throw new Refusal("conflict", "document.no_change");
    const version = basis + 1;
    const kept = await insertTemplate(tx, { orgId: actor.orgId, form, version, text, note, byAccount: actor.accountId, byName: actor.name });
    if (!kept) throw new Refusal("conflict", "document.changed_meanwhile");
    await recordAudit(tx, actor, { action: text === null ? "template.restored" : "template.changed", subjectKind: "template", subjectId: form, details: { version } });
    return { version };
  });
}

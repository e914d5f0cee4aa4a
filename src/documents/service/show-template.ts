import { requireCapability } from "#platform/access/can.ts";
import type { Session } from "#platform/db/session.ts";
import { exampleOf } from "../model/catalogue.ts";
import { fillForm } from "../model/fill.ts";
import { catalogueOf, FORMS, textOf, type Format, type FormKey } from "../model/forms.ts";
import { SHIPPED } from "../model/shipped/index.ts";
import { readTemplate } from "../model/template.ts";
import { templateVersions } from "../store/templates.ts";
import { renderForm } from "./render-form.ts";

/** Every form with the version in force; 0 stands for the shipped one. */
export async function listForms({ actor, read }: Session) {
  requireCapability(actor, "cases.work");
  const versions = await read((tx) => templateVersions(tx, actor.orgId));
  return FORMS.map((form) => {
    const latest = versions.find((one) => one.form === form);
    return { form, version: latest?.text == null ? 0 : latest.version, byName: latest?.byName ?? null, at: latest?.at ?? null };
  });
}

/** A form's template in force with its earlier versions, and what it makes of made-up facts; or a draft looked at before it is kept. */
export async function showTemplate({ actor, read }: Session, form: FormKey, { draft, version }: { draft?: string; version?: number | undefined } = {}) {
  requireCapability(actor, "cases.work");
  const versions = await read((tx) => templateVersions(tx, actor.orgId, form));
  const asked = version === undefined ? undefined : versions.find((one) => one.version === version);
  const text = draft ?? (version === 0 ? SHIPPED[form] : textOf(form, asked ?? versions[0]));
  const catalogue = catalogueOf(form);
  const { blocks, faults } = readTemplate(text, catalogue);
  return { form, text, faults, preview: fillForm(blocks, exampleOf(catalogue)), latest: versions[0]?.version ?? 0, changed: text !== SHIPPED[form], versions: versions.map(({ version: number, note, byName, at, text: kept }) => ({ number, note, byName, at, shipped: kept === null })) };
}

/** The template in force as a file with made-up facts. */
export async function previewFile(session: Session, form: FormKey, format: Format, title: string): Promise<Buffer> {
  const { text } = await showTemplate(session, form);
  return renderForm({ form, text, facts: exampleOf(catalogueOf(form)), title, footer: title }, format);
}

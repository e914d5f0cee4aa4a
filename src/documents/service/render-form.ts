import type { FormFacts } from "../model/catalogue.ts";
import { fillForm } from "../model/fill.ts";
import { catalogueOf, type Format, type FormKey } from "../model/forms.ts";
import { readTemplate } from "../model/template.ts";
import { renderDocx } from "./rendering/render-docx.ts";
import { renderPdf } from "./rendering/render-pdf.ts";

export const MIMES: Readonly<Record<Format, string>> = { pdf: "application/pdf", docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" };

/** What is made into a file: a form's template with its facts, and what stands in the file's title and at the foot of each page. */
export interface ToRender { readonly form: FormKey; readonly text: string; readonly facts: FormFacts; readonly title: string; readonly footer: string }

/** A template with its facts as a file. A template with faults is filled as far as it can be read: what is wrong with it is said where it is edited. */
export function renderForm({ form, text, facts, ...about }: ToRender, format: Format): Promise<Buffer> {
  const blocks = fillForm(readTemplate(text, catalogueOf(form)).blocks, facts);
  return format === "pdf" ? renderPdf(blocks, about) : renderDocx(blocks, about);
}

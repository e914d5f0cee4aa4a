import type { FormFacts } from "../model/catalogue.ts";
import { fillForm } from "../model/fill.ts";
import type { Format } from "../model/forms.ts";
import { readTemplate } from "../model/template.ts";
import { renderDocx } from "./rendering/render-docx.ts";
import { renderPdf } from "./rendering/render-pdf.ts";

export const MIMES: Readonly<Record<Format, string>> = { pdf: "application/pdf", docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" };

/** A template with its facts as a file. A template with faults is filled as far as it can be read: what is wrong with it is said where it is edited. */
export function renderForm(text: string, facts: FormFacts, format: Format, about: { title: string; footer: string }): Promise<Buffer> {
  const blocks = fillForm(readTemplate(text).blocks, facts);
  return format === "pdf" ? renderPdf(blocks, about) : renderDocx(blocks, about);
}

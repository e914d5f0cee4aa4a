import type { Session } from "#platform/db/session.ts";
import { formatInstant } from "#platform/i18n/days.ts";
import type { Language } from "#platform/i18n/language.ts";
import type { Panel } from "#platform/web/panels.ts";
import { documentsText } from "../messages/index.ts";
import { madeOf } from "../store/templates.ts";

/** The latest documents made of a case, and where to make one. Only readers of the case come here. */
export async function documentsPanel(session: Session, { caseId }: { readonly caseId: string }, language: Language): Promise<Panel | null> {
  const t = documentsText[language];
  const made = await session.read((tx) => madeOf(tx, session.actor.orgId, caseId, 3));
  return {
    title: t.title, empty: t.noneMade, action: { label: t.make, to: `/documents/case/${caseId}` },
    lines: made.map(({ id, form, format, byName, at }) => ({ key: id, text: `${t.forms[form]} · ${t.formats[format]}`, note: `${byName} · ${formatInstant(at, language, session.today)}` })),
  };
}

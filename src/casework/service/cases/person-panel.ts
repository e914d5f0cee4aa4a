import type { Session } from "#platform/db/session.ts";
import type { Panel } from "#platform/web/panels.ts";
import type { Language } from "#platform/i18n/language.ts";
import { caseworkText } from "../../messages/index.ts";
import { personCases } from "./prepare-case.ts";

/** The cases of a person, on their page; nothing for those who do no casework. */
export async function casesPanel(session: Session, { personId }: { personId: string }, language: Language): Promise<Panel | null> {
  if (!session.actor.capabilities.has("cases.work")) return null;
  const { cases: t } = caseworkText[language];
  const cases = await session.read((tx) => personCases(session, tx, personId));
  return {
    title: t.panel.title, empty: t.panel.none, action: { label: t.panel.open, to: `/cases/new?person=${personId}` },
    lines: cases.map(({ caseId, reference, stage, standing, workerName, mayOpen }) => ({
      key: caseId, text: mayOpen ? reference : t.panel.hidden(reference), note: [mayOpen && t.stages[stage], t.panel.by(workerName)].filter(Boolean).join(" · "),
      ...(mayOpen && { to: `/cases/${caseId}`, chip: { label: t.standings[standing], tone: standing === "open" ? "ok" as const : standing === "paused" ? "due" as const : "plain" as const } }),
    })),
  };
}

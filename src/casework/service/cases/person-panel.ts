import type { Support } from "#people/index.ts";
import type { Session } from "#platform/db/session.ts";
import type { PanelSource } from "#platform/web/panels.ts";
import type { Language } from "#platform/i18n/language.ts";
import { caseworkText } from "../../messages/index.ts";
import { casesOfRecords } from "../../store/cases/cases.ts";
import { knownCases, personCases } from "./prepare-case.ts";

/** The cases of a person, on their page; nothing for those who do no casework. */
export const casesPanel: PanelSource = async (session, { personId, recordIds }, language) => {
  if (!session.actor.capabilities.has("cases.work")) return null;
  const { cases: t } = caseworkText[language];
  const cases = await session.read(async (tx) => knownCases(session, tx, await casesOfRecords(tx, session.actor.orgId, recordIds)));
  return {
    title: t.panel.title, empty: t.panel.none, action: { label: t.panel.open, to: `/cases/new?person=${personId}` },
    lines: cases.map(({ caseId, reference, stage, standing, workerName, mayOpen }) => ({
      key: caseId, text: mayOpen ? reference : t.panel.hidden(reference), note: [mayOpen && t.stages[stage], t.panel.by(workerName)].filter(Boolean).join(" · "),
      ...(mayOpen && { to: `/cases/${caseId}`, chip: { label: t.standings[standing], tone: standing === "open" ? "ok" as const : standing === "paused" ? "due" as const : "plain" as const } }),
    })),
  };
};

/** The casework that goes on for a person, for the picture of what holds them up; nothing for those who do no casework. */
export async function caseSupports(session: Session, personId: string, language: Language): Promise<Support[]> {
  if (!session.actor.capabilities.has("cases.work")) return [];
  const cases = await session.read((tx) => personCases(session, tx, personId));
  return cases.filter(({ standing }) => standing !== "closed").map(({ caseId, workerName }) => ({ key: `case ${caseId}`, kind: "service" as const, name: caseworkText[language].cases.panel.support(workerName), note: "", tie: "unsaid" as const }));
}

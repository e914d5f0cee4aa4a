import { formatDayOnly } from "#platform/i18n/days.ts";
import type { Language } from "#platform/i18n/language.ts";
import type { Session } from "#platform/db/session.ts";
import type { Panel, PersonSubject } from "#platform/web/panels.ts";
import { employmentText } from "../messages/index.ts";
import { jobsOf } from "../store/jobs.ts";

/** Jobs of a person, on their page and in their case: where and since when. What they wish and said is behind it, for those who support employment. */
export async function employmentPanel(session: Session, { personId, recordIds, caseId }: PersonSubject & { readonly caseId?: string }, language: Language): Promise<Panel | null> {
  const { actor: { orgId, capabilities, strong }, today } = session;
  if (!strong || !capabilities.has("employment.work")) return null;
  const { panel: t, states } = employmentText[language];
  const jobs = await session.read((tx) => jobsOf(tx, orgId, recordIds));
  return {
    title: t.title, empty: t.empty, action: { label: t.open, to: `/employment/of/${personId}${caseId ? `?case=${caseId}` : ""}` },
    lines: jobs.slice(0, 5).map(({ id, title, placeName, begunOn, pausedOn, endedOn }) => ({
      key: id, text: `${placeName} · ${title}`, note: t.since(formatDayOnly(begunOn, language, today)), to: `/employment/jobs/${id}`,
      chip: endedOn !== null ? { label: states.ended, tone: "plain" as const } : pausedOn !== null ? { label: states.paused, tone: "due" as const } : { label: states.working, tone: "ok" as const },
    })),
  };
}
